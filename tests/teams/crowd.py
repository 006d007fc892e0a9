"""A team in a store: people who made a quiz and joined, and the figures that follow."""

from datetime import datetime, timedelta

from school.content import Course
from school.founding import Founded
from school.learning import Answer, Attempt, Record
from school.publishing import Press
from school.store import Store
from tests.teams.people import practised


def fill(store: Store, course: Course, team: Founded, *, people: int, at: datetime, first: str | None = None) -> None:
    """Members who made a practice quiz; the first is `first`, when given. Then the figures are made, an hour later."""
    members, _ = practised(course, "hechting", people, seed=4)
    for number, member in enumerate(members):
        person = first if number == 0 and first else name_of(number, team)
        _learn(store, person, member.record, at)
        assert store.teams.join(person, team.team.id, at)
    Press(store, course, minimum=5).publish_team(team.team.id, at + timedelta(hours=1))


def name_of(number: int, team: Founded) -> str:
    """The id of a made-up member."""
    return f"{number:04d}{team.team.id}"[:32]


def _learn(store: Store, person: str, record: Record, at: datetime) -> None:
    """One attempt, answered and handed in."""
    attempt = record.attempts[0]
    name = f"{person}-1"
    store.start_attempt(person, Attempt(name, attempt.quiz, 1, attempt.questions, 0.7, at - timedelta(minutes=9)))
    for answer in record.answers:
        given = Answer(f"{name}-{answer.task}", answer.task, answer.version, answer.response, answer.score, at, name, answer.certainty)
        assert store.answer(person, given)
    store.finish_attempt(person, name, at, attempt.score or 0.0)
