"""Reads everything about one learner. One statement per table; nothing is computed here."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from school.learning import Answer, Attempt, Card, Choice, Draft, Record
from school.store.people import OWNER, WHO
from school.store.tables import answers, attempts, cards, choices, drafts, learners, marks, shown, steps, watched

_REVISION = select(learners.c.revision).where(learners.c.id == WHO)
_PERSON = select(learners.c.id, learners.c.revision, learners.c.paused).where(learners.c.id == WHO)
_ANSWERS = (
    select(*(answers.c[name] for name in ("id", "task", "version", "response", "score", "at", "attempt", "certainty", "context")))
    .where(answers.c.learner == OWNER)
    .order_by(answers.c.at, answers.c.revision)
)
_STEPS = select(steps.c.step, steps.c.at).where(steps.c.learner == OWNER).order_by(steps.c.at, steps.c.step)
_ATTEMPTS = select(attempts).where(attempts.c.learner == OWNER).order_by(attempts.c.started, attempts.c.revision)
_MARKS = select(marks.c.attempt, marks.c.task).join(attempts).where(attempts.c.learner == OWNER)
_SHOWN = select(shown.c.task, shown.c.at).where(shown.c.learner == OWNER).order_by(shown.c.at, shown.c.task)
_CARDS = select(cards.c.task, cards.c.due, cards.c.state).where(cards.c.learner == OWNER).order_by(cards.c.due, cards.c.task)
_CHOICES = (
    select(*(choices.c[name] for name in ("id", "explainer", "node", "choice", "at")))
    .where(choices.c.learner == OWNER)
    .order_by(choices.c.at, choices.c.revision)
)
_DRAFTS = select(drafts.c.task, drafts.c.laid, drafts.c.at).where(drafts.c.learner == OWNER).order_by(drafts.c.at, drafts.c.task)
_WATCHED = select(watched.c.film, watched.c.seconds).where(watched.c.learner == OWNER).order_by(watched.c.film)


def revision(connection: Connection, learner: str) -> int:
    return connection.execute(_REVISION, {"person": learner}).scalar() or 0


def everybody(connection: Connection, *, after: str, most: int) -> tuple[str, ...]:
    found = select(learners.c.id).where(learners.c.id > after).order_by(learners.c.id).limit(most)
    return tuple(connection.execute(found).scalars())


def record(connection: Connection, learner: str) -> Record:
    person = connection.execute(_PERSON, {"person": learner}).first()
    if person is None:
        return Record()
    this = {"learner": person.id}
    return Record(
        answers=tuple(Answer(*row) for row in connection.execute(_ANSWERS, this)),
        steps=dict(connection.execute(_STEPS, this).all()),
        attempts=_attempts(connection, this),
        watched=dict(connection.execute(_WATCHED, this).all()),
        paused=person.paused,
        revision=person.revision,
        shown=dict(connection.execute(_SHOWN, this).all()),
        cards={row.task: _card(row) for row in connection.execute(_CARDS, this)},
        choices=tuple(Choice(*row) for row in connection.execute(_CHOICES, this)),
        drafts={row.task: Draft(*row) for row in connection.execute(_DRAFTS, this)},
    )


def about(connection: Connection, learner: str, task: str) -> Record:
    """What the card of one task is computed from; `learner` is the id of the record itself."""
    this = {"learner": learner}
    given = tuple(Answer(*row) for row in connection.execute(_ANSWERS.where(answers.c.task == task), this))
    cards_now = {row.task: _card(row) for row in connection.execute(_CARDS.where(cards.c.task == task), this)}
    in_quizzes = any(answer.attempt for answer in given)
    return Record(answers=given, attempts=_attempts(connection, this) if in_quizzes else (), cards=cards_now)


def _card(row: Row[Any, Any, Any]) -> Card:
    state = row.state
    return Card(row.task, row.due, date.fromisoformat(state["last"]), state["stability"], state["difficulty"], state["key"])


def _attempts(connection: Connection, this: Mapping[str, str]) -> tuple[Attempt, ...]:
    rows = connection.execute(_ATTEMPTS, this).all()
    if not rows:
        return ()
    marked: dict[str, set[str]] = {}
    for attempt, task in connection.execute(_MARKS, this):
        marked.setdefault(attempt, set()).add(task)
    return tuple(
        Attempt(
            id=row.id,
            quiz=row.quiz,
            seed=row.seed,
            questions=tuple(row.questions),
            pass_mark=row.pass_mark,
            started=row.started,
            carried=row.carried,
            marked=frozenset(marked.get(row.id, ())),
            finished=row.finished,
            score=row.score,
        )
        for row in rows
    )
