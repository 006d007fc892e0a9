"""Teams on pages: a trainer makes one, a member sees and leaves theirs, and a lead renews the links."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from school.founding import Founded, make_organisation, make_team
from school.identity import learner_id, new_token, token_hash
from school.learning import Answer
from school.runtime import Runtime
from tests.journeys.conftest import ANNA, Clock
from tests.journeys.screen import Screen

Open = Callable[..., Screen]


@pytest.fixture
def trainer(open_page: Open, here: Runtime, clock: Clock) -> Screen:
    """On Voorbereiden, with the trainer's key."""
    token = new_token()
    assert here.store.make_key("trainer", "link", token_hash(token), at=clock())
    screen = open_page()
    screen.app.session_state["key"] = token
    screen.go("voorbereiden")
    return screen


@pytest.fixture
def founded(here: Runtime, clock: Clock) -> Founded:
    made = make_team(here.store, "Noord", at=clock(), named_sharing=True)
    assert made
    return made


@pytest.fixture
def anna(here: Runtime, clock: Clock, founded: Founded) -> str:
    """A member of team Noord who answered something."""
    learner = learner_id(ANNA)
    assert learner
    here.store.answer(learner, Answer("een", "taak", "12345678", "waar", 1.0, clock()))
    assert here.store.teams.join(learner, founded.team.id, clock())
    return learner


def name_team(screen: Screen, name: str) -> None:
    screen.app.text_input(key="team-name").set_value(name)
    screen.press("Maak dit team")


def test_a_trainer_makes_a_team_and_gets_both_links(trainer: Screen, here: Runtime) -> None:
    name_team(trainer, "Wijkteam *Noord*")

    [team] = here.store.teams.every()
    assert (team.name, team.named_sharing, team.organisation) == ("Wijkteam *Noord*", False, None)
    join, look = [code.value for code in trainer.app.code if "http" in code.value]
    assert join.endswith(f"/deelnemen/{here.store.teams.code(team.id)}")
    assert here.store.key(token_hash(look.rpartition("/")[2])) == ("team", team.id)
    assert trainer.says("Als je deze pagina sluit, kunnen we hem niet meer tonen.")


def test_a_team_without_a_name_and_one_of_a_name_that_is_taken_are_not_made(trainer: Screen, here: Runtime, founded: Founded) -> None:
    name_team(trainer, "  ")
    assert "Geef het team eerst een naam." in trainer.warnings
    name_team(trainer, "Noord")
    assert "Er is al een team met de naam Noord" in trainer.warnings
    assert len(here.store.teams.every()) == 1


def test_a_team_can_be_made_under_an_organisation_and_with_names(trainer: Screen, here: Runtime, clock: Clock) -> None:
    made = make_organisation(here.store, "Zorg", at=clock())
    assert made
    trainer.again()
    trainer.app.selectbox(key="team-organisation").set_value("Zorg")
    trainer.app.checkbox(key="team-sharing").set_value(True)
    name_team(trainer, "Zuid")
    [team] = here.store.teams.every()
    assert (team.organisation, team.named_sharing) == (made[0].id, True)


def test_who_is_no_trainer_sees_no_teams(open_page: Open, founded: Founded) -> None:
    screen = open_page("voorbereiden")
    assert not screen.says("Noord")


def test_a_trainer_renews_both_links(trainer: Screen, here: Runtime, founded: Founded) -> None:
    trainer.unfold(f"team:{founded.team.id}:False")
    trainer.press("Nieuwe link om mee te doen")
    assert here.store.teams.code(founded.team.id) != founded.code
    trainer.press("Nieuwe link om te bekijken")
    assert here.store.key(token_hash(founded.token)) is None
    [look] = [code.value for code in trainer.app.code if "/teamblik/" in code.value]
    assert here.store.key(token_hash(look.rpartition("/")[2])) == ("team", founded.team.id)


def test_a_trainer_gives_a_team_another_name(trainer: Screen, here: Runtime, clock: Clock, founded: Founded) -> None:
    assert make_team(here.store, "Zuid", at=clock())
    trainer.unfold(f"team:{founded.team.id}:False")
    trainer.app.text_input(key=f"rename:{founded.team.id}").set_value("Zuid")
    trainer.press("Verander de naam")
    assert "Er is al een team met de naam Zuid" in trainer.warnings
    trainer.app.text_input(key=f"rename:{founded.team.id}").set_value(" West ")
    trainer.press("Verander de naam")
    assert here.store.teams.named("West")
    assert not here.store.teams.named("Noord")


def test_a_trainer_removes_a_team_only_after_saying_so_twice(trainer: Screen, here: Runtime, founded: Founded, anna: str) -> None:
    trainer.unfold(f"team:{founded.team.id}:False")
    trainer.press("Verwijder dit team")
    assert trainer.says("1 lid is dan geen lid meer")
    trainer.press("Nee, laat staan")
    assert here.store.teams.mine(anna)
    trainer.press("Verwijder dit team")
    trainer.press("Ja, verwijder het team")
    assert here.store.teams.every() == ()
    assert here.store.teams.mine(anna) is None
    assert here.store.record(anna).answers, "what she answered is hers"


def test_a_member_sees_their_team_and_can_leave_it(open_page: Open, here: Runtime, anna: str) -> None:
    screen = open_page("voortgang")
    assert screen.says("mee met team Noord")
    screen.press("Ga uit dit team")
    assert here.store.teams.mine(anna) is None
    assert screen.says("Je bent uit het team.")
    screen.again()
    assert not screen.says("Je team")


def test_who_is_in_no_team_reads_nothing_of_teams(open_page: Open, here: Runtime, clock: Clock, founded: Founded) -> None:
    learner = learner_id(ANNA)
    assert learner
    here.store.answer(learner, Answer("een", "taak", "12345678", "waar", 1.0, clock()))
    assert not open_page("voortgang").says("Je team")


def test_sharing_by_name_can_be_chosen_and_taken_back(open_page: Open, here: Runtime, anna: str) -> None:
    screen = open_page("voortgang")
    screen.press("Deel mijn scores op naam")
    mine = here.store.teams.mine(anna)
    assert mine
    assert mine.shown_as is None
    screen.app.text_input(key="shown-as").set_value(" Anna de  Vries ")
    screen.press("Deel mijn scores op naam")
    mine = here.store.teams.mine(anna)
    assert mine
    assert mine.shown_as == "Anna de Vries"
    assert screen.says("Je deelt je toetsscores als Anna de Vries")
    assert screen.says("Je naam staat er nog niet")
    screen.press("Deel niet meer op naam")
    mine = here.store.teams.mine(anna)
    assert mine
    assert mine.shown_as is None


def test_a_team_without_names_offers_none(open_page: Open, here: Runtime, anna: str, clock: Clock) -> None:
    other = make_team(here.store, "Zuid", at=clock())
    assert other
    here.store.teams.join(anna, other.team.id, clock() + timedelta(minutes=1))
    screen = open_page("voortgang")
    assert screen.says("mee met team Zuid")
    assert not screen.says("Delen op naam")


def test_the_link_to_look_opens_that_team_and_no_other(open_page: Open, here: Runtime, clock: Clock, founded: Founded) -> None:
    other = make_team(here.store, "Zuid", at=clock())
    assert other
    screen = open_page()
    screen.app.session_state["lead-key"] = founded.token
    screen.go("team")
    assert screen.says("Noord")
    assert not screen.says("Zuid")
    screen.unfold(f"links:{founded.team.id}")
    screen.press("Nieuwe link om te bekijken")
    assert here.store.key(token_hash(founded.token)) is None
    assert here.store.key(token_hash(other.token)) is not None
