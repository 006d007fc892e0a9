"""The team page, for the lead, a trainer, a member, somebody who was invited, and somebody who has nothing to do with it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from school import keys
from school.cli import main
from school.founding import Founded, make_organisation, make_team
from school.identity import learner_id, new_token, token_hash
from school.publishing import Press
from school.runtime import Runtime
from school.settings import ROOT
from school.store.team_store import TeamStore
from school.teams.figures import Known
from school.teams.wording import coefficient, in_words, short_goal, with_interval
from school.teams.written import from_json
from tests.journeys.conftest import ANNA, BRAM, Clock
from tests.journeys.screen import Screen
from tests.teams import crowd

pytestmark = pytest.mark.thorough

Open = Callable[..., Screen]


@pytest.fixture
def content() -> Path:
    """The real course: the small one has too few questions to say anything about."""
    return ROOT


@pytest.fixture
def team(here: Runtime, clock: Clock) -> Founded:
    made = make_team(here.store, "Team De Linde", at=clock())
    assert made is not None
    return made


def fill(here: Runtime, team: Founded, clock: Clock, *, people: int, first: str | None = None) -> None:
    crowd.fill(here.store, here.library.course, team, people=people, at=clock(), first=first)
    clock.wait(hours=2)


def as_lead(screen: Screen, token: str) -> Screen:
    screen.app.session_state["lead-key"] = token
    screen.again()
    return screen


def as_trainer(here: Runtime, screen: Screen, clock: Clock) -> Screen:
    token = new_token()
    here.store.make_key(keys.TRAINER, "link", token_hash(token), clock())
    screen.app.session_state["key"] = token
    screen.again()
    return screen


def test_who_has_no_team_reads_how_to_get_in(open_page: Open) -> None:
    screen = open_page("team")
    assert screen.title == "Alleen voor teams"
    assert screen.says("gaat open met een eigen link")


def test_the_lead_of_a_new_team_reads_when_there_will_be_figures(open_page: Open, team: Founded) -> None:
    screen = as_lead(open_page("team"), team.token)
    assert screen.title == "Team De Linde"
    assert screen.says("zodra minstens 5 mensen")
    assert not screen.charts


def test_the_lead_reads_the_figures_in_words_before_any_chart(open_page: Open, team: Founded, here: Runtime, clock: Clock) -> None:
    fill(here, team, clock, people=24)
    screen = as_lead(open_page("team"), team.token)
    assert screen.says("24 mensen begonnen")
    assert screen.says("Waar het team sterk is")
    assert screen.says("Moeilijkste vragen")
    assert any("Balken per leerdoel" in chart for chart in screen.charts)
    assert all(screen.charts), "every chart says in words what it shows"
    assert screen.says("Van minder dan 5 mensen laten we niets zien")
    assert not screen.app.error


def test_with_eight_people_the_page_says_from_how_many_it_means_something(
    open_page: Open, team: Founded, here: Runtime, clock: Clock
) -> None:
    fill(here, team, clock, people=8)
    screen = as_lead(open_page("team"), team.token)
    assert screen.says("Met 8 mensen zegt dit nog niets; vanaf 12 wel.")


def test_four_people_are_no_figures_at_all(open_page: Open, team: Founded, here: Runtime, clock: Clock) -> None:
    fill(here, team, clock, people=4)
    screen = as_lead(open_page("team"), team.token)
    assert "4 mensen" not in screen.text and not screen.charts


def test_a_member_sees_exactly_what_the_lead_sees_without_the_buttons(open_page: Open, team: Founded, here: Runtime, clock: Clock) -> None:
    fill(here, team, clock, people=24, first=learner_id(ANNA))
    lead = as_lead(open_page("team", person=BRAM), team.token)
    member = open_page("team", person=ANNA)
    assert member.says("Dit ziet je team")
    assert member.charts == lead.charts
    extra = set(lead.texts) - set(member.texts)
    assert not [text for text in extra if "%" in text], "a figure that only the lead sees"
    assert "Zet klaar om te presenteren" in lead.buttons
    assert "Zet klaar om te presenteren" not in member.buttons


def test_who_is_invited_sees_it_before_joining_and_a_stranger_does_not(open_page: Open, team: Founded, here: Runtime, clock: Clock) -> None:
    fill(here, team, clock, people=24)
    assert open_page("team", code=team.code).says("Je bent nog geen lid")
    assert open_page("team", code="ABCDEFGH").title == "Alleen voor teams"
    assert open_page("team", code=team.team.id).title == "Alleen voor teams"


def test_guessing_a_code_waits_longer_each_time_and_a_right_one_never(
    open_page: Open, team: Founded, here: Runtime, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("school.ui.team.sleep", waited.append)
    for code in ("ABCDEFGH", "ABCDEFGJ", "ABCDEFGK"):
        open_page("team", code=code).again()
    assert waited == [0.25, 0.5, 1.0], "each wrong code once, however often the page is drawn"
    assert open_page("team", code=team.code).says("Je bent nog geen lid")
    assert open_page("team", code="geen code").title == "Alleen voor teams"
    assert len(waited) == 3
    assert len(here.guesses) == 1


def test_one_button_makes_the_running_order_for_presenting(open_page: Open, team: Founded, here: Runtime, clock: Clock) -> None:
    fill(here, team, clock, people=24)
    screen = as_lead(open_page("team"), team.token)
    screen.press("Zet klaar om te presenteren")
    assert screen.says("Klaargezet")
    [order] = here.store.running_orders()
    assert "Team De Linde" in order.name and order.parts
    screen.press("Zet klaar om te presenteren")
    assert len(here.store.running_orders()) == 1, "pressing again on the same day changes nothing"


def test_a_module_and_a_period_are_the_only_ways_to_look(open_page: Open, team: Founded, here: Runtime, clock: Clock) -> None:
    fill(here, team, clock, people=24)
    screen = as_lead(open_page("team"), team.token)
    assert len(screen.app.radio[0].options) == 2
    whole = len(screen.text)
    screen._drawn(screen.app.selectbox(key="team-module").set_value("hechting").run())
    assert len(screen.text) < whole
    assert screen.says("Moeilijkste vragen")


def test_a_trainer_chooses_a_team_an_organisation_or_all_questions(open_page: Open, team: Founded, here: Runtime, clock: Clock) -> None:
    fill(here, team, clock, people=24)
    made = make_organisation(here.store, "Zorg Noord", at=clock())
    assert made is not None
    here.store.teams.place(team.team.id, made[0].id)
    Press(here.store, here.library.course, minimum=5).publish_organisation(made[0].id, clock())
    screen = as_trainer(here, open_page("team"), clock)
    assert screen.title == "Team De Linde"
    options = screen.app.selectbox(key="team-choice").options
    assert len(options) == 3
    screen._drawn(screen.app.selectbox(key="team-choice").set_value(f"organisation:{made[0].id}").run())
    assert screen.title == "Zorg Noord" and screen.says("Teams naast elkaar")


def test_names_are_for_the_lead_and_for_who_shows_their_own(open_page: Open, here: Runtime, clock: Clock) -> None:
    team = make_team(here.store, "Klein team", at=clock(), named_sharing=True)
    anna = learner_id(ANNA)
    assert team and anna
    fill(here, team, clock, people=3, first=anna)
    assert here.store.teams.share_as(crowd.name_of(1, team), "Carla *C*")
    Press(here.store, here.library.course, minimum=5).publish_team(team.team.id, clock())
    assert as_lead(open_page("team", person=BRAM), team.token).says("Carla")
    assert not open_page("team", person=ANNA).says("Carla")
    assert here.store.teams.share_as(anna, "Anna")
    clock.wait(minutes=5)
    Press(here.store, here.library.course, minimum=5).publish_team(team.team.id, clock())
    assert open_page("team", person=ANNA).says("Carla")


def test_without_the_store_the_page_says_so(open_page: Open, team: Founded, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise OperationalError("away", None, ValueError())

    screen = as_lead(open_page("team"), team.token)
    monkeypatch.setattr(TeamStore, "snapshot", away)
    screen.again()
    assert screen.title == "Even niet te bereiken"


def test_the_page_reads_the_snapshot_and_no_answers(
    open_page: Open, team: Founded, here: Runtime, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(here, team, clock, people=24)

    def refuse(*_: object) -> None:
        raise AssertionError("the page asks for what people answered")

    monkeypatch.setattr(TeamStore, "holding", refuse)
    monkeypatch.setattr(TeamStore, "batches", refuse)
    assert as_lead(open_page("team"), team.token).says("24 mensen begonnen")


def test_the_page_says_the_very_figures_of_stats_and_export(
    open_page: Open, team: Founded, here: Runtime, clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(here, team, clock, people=60)
    monkeypatch.setenv("SCHOOL_DATABASE_URL", here.settings.database_url)
    monkeypatch.setenv("SCHOOL_CONTENT", str(ROOT))
    assert main(["stats", "Team De Linde", "--json"]) == 0
    figures = from_json(json.loads(capsys.readouterr().out)).periods["all"]
    screen = as_lead(open_page("team"), team.token)
    [quiz] = figures.quizzes
    assert screen.says(f"Gemiddeld {with_interval(quiz.mean)} van {quiz.mean.n} mensen")
    assert isinstance(quiz.alpha, Known)
    assert screen.says(f"Cronbachs alfa {coefficient(quiz.alpha)}")
    goals = next(chart for chart in screen.charts if "Balken per leerdoel" in chart)
    assert all(f"{short_goal(goal.goal)} {in_words(goal.share)}" in goals for goal in figures.goals)
    hardest = sorted((one.facility.value, one.facility) for one in figures.questions if isinstance(one.facility, Known))[:5]
    for value, facility in hardest:
        assert value < 0.9
        assert screen.says(f"{in_words(facility)} goed")


def test_who_writes_the_questions_sees_them_over_everybody(open_page: Open, team: Founded, here: Runtime, clock: Clock) -> None:
    fill(here, team, clock, people=60)
    Press(here.store, here.library.course, minimum=5).publish_everyone(clock())
    screen = as_trainer(here, open_page("team"), clock)
    screen._drawn(screen.app.selectbox(key="team-choice").set_value("iedereen").run())
    assert screen.title == "Iedereen"
    assert screen.says("Vragen die een tweede blik verdienen")
    assert screen.says("onderscheid")
