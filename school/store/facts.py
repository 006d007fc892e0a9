"""Adds what a learner did. Every method says whether that changed anything; if not, the caller keeps nothing of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    exists,
    false,
    insert,
    or_,
    select,
    true,
    update,
)

from school.reviewing import matters
from school.store import cards
from school.store.people import WHO
from school.store.tables import Moment, answers, attempts, choices, drafts, learners, marks, shown, steps, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from sqlalchemy.dialects import postgresql, sqlite

    from school.learning import Answer, Attempt, Choice, Draft

    Insert = sqlite.Insert | postgresql.Insert


class _Inserts(dict[str, "Callable[[Table], Insert]"]):
    """`insert` of each kind of database, by the name of its dialect; loaded when asked for, since a start waits for it."""

    def __missing__(self, dialect: str) -> Callable[[Table], Insert]:
        self[dialect] = import_module(f"sqlalchemy.dialects.{dialect}").insert
        return self[dialect]


INSERTS = _Inserts()

_ATTEMPT = bindparam("new_attempt", type_=attempts.c.id.type)
_OWN_OPEN_ATTEMPT = exists().where(
    attempts.c.id == _ATTEMPT,
    attempts.c.learner == bindparam("new_learner", type_=learners.c.id.type),
    attempts.c.finished.is_(None),
)
_MARKS = insert(marks)
_UNMARK = delete(marks).where(marks.c.attempt == _ATTEMPT, marks.c.task == bindparam("new_task"), _OWN_OPEN_ATTEMPT).returning(marks.c.task)
_FINISH = (
    update(attempts)
    .where(_OWN_OPEN_ATTEMPT, attempts.c.id == _ATTEMPT)
    .values(finished=bindparam("new_finished"), score=bindparam("new_score"))
    .returning(attempts.c.id)
)
_PAUSE = (
    update(learners)
    .where(learners.c.id == bindparam("new_learner"), learners.c.paused != bindparam("new_paused"))
    .values(paused=bindparam("new_paused"))
    .returning(learners.c.id)
)


class Facts:
    """The statements that add facts, in the words of one kind of database ("sqlite" or "postgresql")."""

    def __init__(self, dialect: str) -> None:
        new = INSERTS[dialect]
        self._touch = _touch(new(learners))
        self._answer = _add(new(answers), where=or_(_ATTEMPT.is_(None), _OWN_OPEN_ATTEMPT))
        self._step = _add(new(steps))
        self._attempt = _add(new(attempts))
        self._mark = _add(new(marks), where=_OWN_OPEN_ATTEMPT)
        self._watch = _raise_to(new(watched))
        self._show = _add(new(shown))
        self._choose = _add(new(choices))
        self._lay = _put_in_place(new(drafts))

    def answer(self, connection: Connection, learner: str, answer: Answer) -> bool:
        learner, revision = self._touched(connection, learner, answer.at)
        added = _changes(
            connection,
            self._answer,
            id=answer.id,
            learner=learner,
            task=answer.task,
            version=answer.version,
            attempt=answer.attempt,
            response=answer.response,
            score=answer.score,
            certainty=answer.certainty,
            at=answer.at,
            revision=revision,
            context=answer.context,
        )
        if added and matters(answer):
            cards.compute_one(connection, learner, answer.task, revision=revision)
        return added

    def take_home(self, connection: Connection, learner: str, given: Sequence[Answer]) -> int:
        """Answers of a room; those that were stored before stay as they are."""
        return sum(self.answer(connection, learner, answer) for answer in given)

    def finish_step(self, connection: Connection, learner: str, step: str, at: datetime) -> bool:
        learner, _ = self._touched(connection, learner, at)
        return _changes(connection, self._step, learner=learner, step=step, at=at)

    def choose(self, connection: Connection, learner: str, choice: Choice) -> bool:
        learner, revision = self._touched(connection, learner, choice.at)
        return _changes(
            connection,
            self._choose,
            id=choice.id,
            learner=learner,
            explainer=choice.explainer,
            node=choice.node,
            choice=choice.choice,
            at=choice.at,
            revision=revision,
        )

    def lay(self, connection: Connection, learner: str, draft: Draft) -> bool:
        learner, _ = self._touched(connection, learner, draft.at)
        return _changes(connection, self._lay, learner=learner, task=draft.task, laid=draft.laid, at=draft.at)

    def start_attempt(self, connection: Connection, learner: str, attempt: Attempt) -> bool:
        learner, revision = self._touched(connection, learner, attempt.started)
        if not _changes(
            connection,
            self._attempt,
            id=attempt.id,
            learner=learner,
            quiz=attempt.quiz,
            seed=attempt.seed,
            questions=list(attempt.questions),
            carried=dict(attempt.carried),
            pass_mark=attempt.pass_mark,
            started=attempt.started,
            finished=attempt.finished,
            score=attempt.score,
            revision=revision,
        ):
            return False
        if attempt.marked:
            connection.execute(_MARKS, [{"attempt": attempt.id, "task": task} for task in sorted(attempt.marked)])
        return True

    def mark(self, connection: Connection, learner: str, attempt: str, task: str, *, marked: bool, at: datetime) -> bool:
        learner, _ = self._touched(connection, learner, at)
        return _changes(connection, self._mark if marked else _UNMARK, learner=learner, attempt=attempt, task=task)

    def finish_attempt(
        self, connection: Connection, learner: str, attempt: str, *, at: datetime, score: float, keys: Collection[str] = ()
    ) -> bool:
        """`keys` are the key facts, see `school.reviewing`."""
        learner, revision = self._touched(connection, learner, at)
        finished = _changes(connection, _FINISH, learner=learner, attempt=attempt, finished=at, score=score)
        if finished:
            cards.compute_all(connection, learner, revision=revision, keys=keys)
        return finished

    def show_answer(self, connection: Connection, learner: str, task: str, at: datetime) -> bool:
        learner, _ = self._touched(connection, learner, at)
        return _changes(connection, self._show, learner=learner, task=task, at=at)

    def watch(self, connection: Connection, learner: str, film: str, *, seconds: float, at: datetime) -> bool:
        learner, _ = self._touched(connection, learner, at)
        return _changes(connection, self._watch, learner=learner, film=film, seconds=seconds)

    def pause(self, connection: Connection, learner: str, *, paused: bool, at: datetime) -> bool:
        learner, _ = self._touched(connection, learner, at)
        return _changes(connection, _PAUSE, learner=learner, paused=paused)

    def _touched(self, connection: Connection, learner: str, at: datetime) -> tuple[str, int]:
        """Make or renew the learner's row, and hold it: the id its facts stand under, and its new revision."""
        row = connection.execute(self._touch, {"person": learner, "now": at}).one()
        return row.id, row.revision


def _changes(connection: Connection, statement: Executable, **values: object) -> bool:
    return connection.execute(statement, {f"new_{name}": value for name, value in values.items()}).first() is not None


def _touch(new: Insert) -> Executable:
    now = bindparam("now", type_=Moment())
    statement = new.values(id=WHO, created=now, active=now, revision=1, paused=false())
    later = statement.excluded.active
    return statement.on_conflict_do_update(
        index_elements=[learners.c.id],
        set_={
            "revision": learners.c.revision + 1,
            "active": case((later > learners.c.active, later), else_=learners.c.active),
        },
    ).returning(learners.c.id, learners.c.revision)


def _row(new: Insert, where: ColumnElement[bool]) -> Insert:
    columns = list(new.table.columns)
    given = [bindparam(f"new_{column.name}", type_=column.type) for column in columns]
    return new.from_select(columns, select(*given).where(where))


def _add(new: Insert, *, where: ColumnElement[bool] | None = None) -> Executable:
    """Add a row, unless its key is already there."""
    row = _row(new, true() if where is None else where)
    return row.on_conflict_do_nothing().returning(*new.table.primary_key)


def _raise_to(new: Insert) -> Executable:
    row = _row(new, true())
    higher = row.excluded.seconds
    return row.on_conflict_do_update(
        index_elements=list(new.table.primary_key), set_={"seconds": higher}, where=higher > watched.c.seconds
    ).returning(watched.c.film)


def _put_in_place(new: Insert) -> Executable:
    """The draft that was laid last stands; one that is older, or the same, changes nothing."""
    row = _row(new, true())
    later = row.excluded
    other = and_(later.at >= drafts.c.at, cast(later.laid, Text) != cast(drafts.c.laid, Text))
    return row.on_conflict_do_update(
        index_elements=list(new.table.primary_key), set_={"laid": later.laid, "at": later.at}, where=other
    ).returning(drafts.c.task)
