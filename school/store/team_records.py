"""Reads everything about some people of one team: one statement per table, however many they are.

Each statement starts from those people and finds their rows by index, so what others did costs nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, UnaryExpression, select

from school.learning import Answer, Attempt, Record
from school.store.memberships import NOW
from school.store.tables import answers, attempts, learners, shown, steps
from school.store.team_tables import counted, memberships

Found = dict[str, list[Row[Any]]]
Order = tuple[ColumnElement[Any] | UnaryExpression[Any], ...]

_ANSWER = [answers.c[name] for name in ("id", "task", "version", "response", "score", "at", "attempt", "certainty", "context")]
_ATTEMPT = [attempts.c[name] for name in ("id", "quiz", "seed", "questions", "pass_mark", "started", "carried", "finished", "score")]


def of_team(connection: Connection, team: str) -> dict[str, Record]:
    """What each member did, by their id: answers, attempts, steps and worked answers; marks, cards and films are left out."""
    return _records(connection, select(memberships.c.learner).where((memberships.c.team == team) & NOW))


def of_counted(connection: Connection, team: str) -> dict[str, Record]:
    """The same of everybody who is in a batch of this team, member or not."""
    return _records(connection, select(counted.c.learner).where(counted.c.team == team))


def of_people(connection: Connection, people: Sequence[str]) -> dict[str, Record]:
    """The same of these learners."""
    return _records(connection, select(learners.c.id).where(learners.c.id.in_(people)))


def _records(connection: Connection, people: Select[Any]) -> dict[str, Record]:
    given = _theirs(connection, answers, _ANSWER, people, (answers.c.at, answers.c.revision))
    tried = _theirs(connection, attempts, _ATTEMPT, people, (attempts.c.started, attempts.c.revision))
    done = _theirs(connection, steps, [steps.c.step, steps.c.at], people, (steps.c.at, steps.c.step))
    seen = _theirs(connection, shown, [shown.c.task, shown.c.at], people, (shown.c.at, shown.c.task))
    return {
        person: Record(
            answers=tuple(Answer(*tuple(row)[1:]) for row in given[person]),
            attempts=tuple(_attempt(row) for row in tried[person]),
            steps={row.step: row.at for row in done[person]},
            shown={row.task: row.at for row in seen[person]},
        )
        for person in connection.execute(people.distinct()).scalars()
    }


def _theirs(connection: Connection, table: Table, columns: list[Any], people: Select[Any], order: Order) -> Found:
    """Rows of these people, by learner."""
    wanted = select(table.c.learner, *columns).where(table.c.learner.in_(people)).order_by(*order)
    found: Found = defaultdict(list)
    for row in connection.execute(wanted):
        found[row.learner].append(row)
    return found


def _attempt(row: Row[Any]) -> Attempt:
    return Attempt(
        id=row.id,
        quiz=row.quiz,
        seed=row.seed,
        questions=tuple(row.questions),
        pass_mark=row.pass_mark,
        started=row.started,
        carried=row.carried,
        finished=row.finished,
        score=row.score,
    )
