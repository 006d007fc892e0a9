"""From what members did to what a team sees, and back again."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, update

from school.content import Course
from school.demo.crowd import crowd
from school.founding import make_organisation, make_team, renew_join, renew_look
from school.identity import token_hash
from school.learning import Answer
from school.loading import load_course
from school.membership import Team
from school.publishing import Press
from school.store import Store
from school.store.engine import engine_for
from school.store.filling import Newcomer
from school.store.tables import answers, cards
from school.store.team_tables import batches, snapshots
from school.verifying import Checked, Proof

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parent.parent
EVENING = datetime(2026, 11, 22, 20, tzinfo=UTC)
LATER = EVENING + timedelta(days=1)


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT, today=date(2026, 11, 22))


@pytest.fixture
def url(tmp_path: Path, migrated_sqlite: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'school.db')}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()


@pytest.fixture
def press(store: Store, course: Course) -> Press:
    return Press(store, course, minimum=5)


@pytest.fixture
def teams(store: Store, course: Course) -> list[Team]:
    """Two teams of ten, of one organisation; in the first, members may share by name."""
    made = make_organisation(store, "Zorg", at=EVENING)
    assert made
    founded = [make_team(store, name, at=EVENING, named_sharing=name == "Noord", organisation=made[0].id) for name in ("Noord", "Zuid")]
    found = [one.team for one in founded if one]
    people = crowd(course, teams=2, people=20, answers=2500, seed=1, now=EVENING)
    store.fill([Newcomer(one.id, one.record, found[one.team].id, one.joined) for one in people])
    return found


def _publish(press: Press) -> None:
    press.publish_due(EVENING)


def test_every_team_and_its_organisation_get_figures(store: Store, press: Press, teams: list[Team]) -> None:
    assert press.publish_due(EVENING) == 2
    for team in teams:
        snapshot = store.teams.snapshot("team", team.id)
        assert snapshot is not None
        assert (snapshot.name, snapshot.periods["all"].people.started) == (team.name, 10)
    above = store.teams.snapshot("organisation", teams[0].organisation or "")
    assert above is not None
    assert above.periods["all"].people.started == 20
    assert [line.name for line in above.teams] == ["Noord", "Zuid"]


def test_without_anything_new_nothing_is_published(store: Store, press: Press, teams: list[Team]) -> None:
    _publish(press)
    before = store.counts()
    assert press.publish_due(EVENING) == 0
    assert store.counts() == before


def test_what_was_published_does_not_change_when_somebody_goes(store: Store, press: Press, teams: list[Team]) -> None:
    _publish(press)
    before = store.teams.batches(teams[1].id)
    held = store.teams.holding(teams[1].id)
    assert held
    store.teams.leave(held.members[0].person, EVENING)
    store.erase(held.members[1].person)
    assert press.publish_team(teams[1].id, LATER)
    assert store.teams.batches(teams[1].id) == before


def test_one_more_person_does_not_make_a_batch(store: Store, press: Press, teams: list[Team], course: Course) -> None:
    _publish(press)
    before = store.teams.batches(teams[1].id)
    [new] = crowd(course, teams=1, people=1, answers=100, seed=9, now=EVENING)
    store.fill([Newcomer(new.id, new.record, teams[1].id, new.joined)])
    assert press.publish_team(teams[1].id, LATER)
    assert store.teams.batches(teams[1].id) == before


def test_who_shares_by_name_is_shown_and_never_counted_again(store: Store, press: Press, teams: list[Team]) -> None:
    held = store.teams.holding(teams[0].id)
    assert held
    for number, member in enumerate(held.members):
        assert store.teams.share_as(member.person, f"Lid {number}")
    _publish(press)
    snapshot = store.teams.snapshot("team", teams[0].id)
    assert snapshot is not None
    assert len(snapshot.named) == 10
    assert store.teams.batches(teams[0].id) == ()
    again = store.teams.holding(teams[0].id)
    assert again
    assert all(member.known for member in again.members)


def test_a_team_without_members_has_nothing_to_publish(store: Store, press: Press) -> None:
    founded = make_team(store, "Leeg", at=EVENING)
    assert founded
    assert not press.publish_team(founded.team.id, EVENING)
    assert store.teams.snapshot("team", founded.team.id) is None
    assert store.teams.due(EVENING) == ()
    assert not press.publish_team("no-team", EVENING)


def test_both_links_of_a_team_can_be_renewed(store: Store) -> None:
    founded = make_team(store, "Noord", at=EVENING)
    assert founded
    assert make_team(store, "Noord", at=EVENING) is None
    assert renew_join(store, founded.team) == store.teams.code(founded.team.id) != founded.code
    token = renew_look(store, "team", founded.team.id, at=EVENING)
    assert store.key(token_hash(token)) == ("team", founded.team.id)
    assert store.key(token_hash(founded.token)) is None


# Verify


def _proved(store: Store, course: Course) -> Checked:
    proof = Proof(store, course)
    found = sum((proof.batches(team) for team in store.teams.with_batches()), Checked())
    found = sum((proof.snapshot(*one) for one in store.teams.snapshots()), found)
    return sum(proof.cards(), found)


def test_what_was_published_follows_from_the_answers(store: Store, course: Course, press: Press, teams: list[Team]) -> None:
    _publish(press)
    found = _proved(store, course)
    assert (found.wrong, found.gone, found.snapshots, found.learners) == ((), 0, 3, 20)
    assert found.batches > 50


def test_who_erased_everything_cannot_be_counted_again_and_that_is_no_fault(
    store: Store, course: Course, press: Press, teams: list[Team]
) -> None:
    _publish(press)
    held = store.teams.holding(teams[0].id)
    assert held
    store.erase(held.members[0].person)
    found = _proved(store, course)
    assert found.wrong == ()
    assert found.gone > 10


def test_with_other_questions_old_figures_cannot_be_counted_again(store: Store, course: Course, press: Press, teams: list[Team]) -> None:
    _publish(press)
    about = course.about.model_copy(update={"version": "9.9.9"})
    found = _proved(store, replace(course, about=about))
    assert found.wrong == ()
    assert found.gone == found.batches + 3


@dataclass(frozen=True)
class Tampering:
    """A column of a table that somebody changed behind our back."""

    table: Table
    change: dict[str, object]
    says: str


@pytest.mark.parametrize("tampering", [
    Tampering(answers, {"score": 0.123}, "volgt niet uit de antwoorden"),
    Tampering(batches, {"sums": {"n": 4.0}}, "volgt niet uit de antwoorden"),
    Tampering(snapshots, {"figures": {}}, "niet te lezen"),
    Tampering(cards, {"state": {"last": "2026-01-01", "stability": 1.0, "difficulty": 5.0, "key": False}}, "kaarten van Herhalen"),
])  # fmt: skip
def test_whatever_was_tampered_with_is_named(
    store: Store, course: Course, press: Press, teams: list[Team], url: str, tampering: Tampering
) -> None:
    _publish(press)
    engine = engine_for(url)
    with engine.begin() as connection:
        connection.execute(update(tampering.table).values(tampering.change))
    engine.dispose()
    wrong = _proved(store, course).wrong
    assert any(tampering.says in one for one in wrong)


def test_a_snapshot_that_was_changed_is_named(store: Store, course: Course, press: Press, teams: list[Team]) -> None:
    _publish(press)
    found = store.teams.snapshot("team", teams[1].id)
    assert found
    people = replace(found.periods["all"].people, started=11)
    periods = {**found.periods, "all": replace(found.periods["all"], people=people)}
    store.teams.keep(replace(found, periods=periods))
    assert _proved(store, course).wrong == ("team Zuid: de cijfers volgen niet uit de getelde groepen",)


def test_an_answer_that_comes_later_changes_no_proof(store: Store, course: Course, press: Press, teams: list[Team]) -> None:
    _publish(press)
    held = store.teams.holding(teams[0].id)
    assert held
    member = held.members[0]
    first = member.record.answers[0]
    store.answer(member.person, Answer("later", first.task, first.version, first.response, first.score, LATER))
    assert _proved(store, course).wrong == ()


def test_a_group_that_is_hidden_beside_names_is_proved_as_well(store: Store, course: Course, press: Press, teams: list[Team]) -> None:
    _publish(press)
    held = store.teams.holding(teams[0].id)
    assert held
    for number, member in enumerate(held.members[:7]):
        store.teams.share_as(member.person, f"Lid {number}")
    assert press.publish_team(teams[0].id, LATER)
    assert _proved(store, course).wrong == ()


# Everybody


def test_the_figures_over_everybody_hold_all_teams_and_are_made_once_a_day(store: Store, press: Press, teams: list[Team]) -> None:
    _publish(press)
    assert press.publish_everyone(EVENING)
    found = store.teams.snapshot("everyone", "")
    assert found
    assert found.periods["all"].people.started == 20
    assert not press.publish_everyone(EVENING + timedelta(hours=23))
    assert press.publish_everyone(LATER)


def test_people_without_a_team_count_for_who_writes_the_questions(store: Store, course: Course, press: Press) -> None:
    people = list(crowd(course, teams=1, people=12, answers=1200, seed=5, now=EVENING - timedelta(days=120)))
    store.fill([Newcomer(one.id, one.record) for one in people])
    assert press.publish_everyone(EVENING)
    found = store.teams.snapshot("everyone", "")
    assert found
    assert (found.periods["all"].people.started, found.periods["all"].people.joined) == (12, 0)
    assert _proved(store, course).wrong == ()
    before = store.counts()["batches"]
    assert press.publish_everyone(LATER)
    assert store.counts()["batches"] == before


def test_what_people_without_a_team_did_lately_is_left_for_the_team_they_may_join(store: Store, course: Course, press: Press) -> None:
    people = crowd(course, teams=1, people=12, answers=240, seed=5, now=EVENING)
    recent = [one for one in people if one.record.answers[0].at > EVENING - timedelta(days=90)]
    store.fill([Newcomer(one.id, one.record) for one in recent])
    assert len(recent) >= 5
    assert not press.publish_everyone(EVENING)
    assert store.counts()["counted"] == 0
