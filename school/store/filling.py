"""Putting many people in at once, with all they did; for a demonstration or a measurement. Nobody is looked up, so all are new."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, Connection, Table, insert, text

from school.learning import Record
from school.store.tables import answers, attempts, cards, learners, steps
from school.store.team_tables import memberships

Rows = list[dict[str, object]]


@dataclass(frozen=True)
class Newcomer:
    """Somebody with a record, cards and all; in a team since `joined`, when one is given."""

    learner: str
    record: Record
    team: str | None = None
    joined: datetime | None = None


def fill(connection: Connection, people: Sequence[Newcomer]) -> bool:
    """Add these people; an error when one of them is there already."""
    for table, rows in (
        (learners, [_learner(one) for one in people]),
        (answers, [row for one in people for row in _answers(one)]),
        (attempts, [row for one in people for row in _attempts(one)]),
        (steps, [{"learner": one.learner, "step": step, "at": at} for one in people for step, at in one.record.steps.items()]),
        (cards, [row for one in people for row in _cards(one)]),
        (memberships, [_membership(one) for one in people if one.team]),
    ):
        _insert(connection, table, rows)
    return True


def analyse(connection: Connection) -> bool:
    """Lets the database count what it holds, which it otherwise does some time later, so that it searches well."""
    connection.execute(text("ANALYZE"))
    return True


def _insert(connection: Connection, table: Table, rows: Rows) -> None:
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
    else:
        connection.execute(insert(table), rows)


def _copy(connection: Connection, table: Table, rows: Rows) -> None:
    """PostgreSQL's own way for many rows: several times as fast as inserting them."""
    import psycopg  # noqa: PLC0415 - not for every start on SQLite

    names = list(rows[0])
    as_json = {name for name in names if isinstance(table.c[name].type, JSON)}
    columns = ", ".join(f'"{name}"' for name in names)
    if not connection.in_transaction():
        connection.begin()  # what goes past SQLAlchemy does not begin one, and then nothing would be committed
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row([json.dumps(value) if name in as_json else value for name, value in row.items()])


def _learner(one: Newcomer) -> dict[str, object]:
    moments = [answer.at for answer in one.record.answers] + ([one.joined] if one.joined else [])
    given = len(one.record.answers)
    return {"id": one.learner, "created": min(moments), "active": max(moments), "revision": given, "paused": False}


def _answers(one: Newcomer) -> Iterator[dict[str, object]]:
    for number, answer in enumerate(one.record.answers, 1):
        yield {
            "id": answer.id,
            "learner": one.learner,
            "task": answer.task,
            "version": answer.version,
            "attempt": answer.attempt,
            "response": answer.response,
            "score": answer.score,
            "certainty": answer.certainty,
            "at": answer.at,
            "revision": number,
            "context": answer.context,
        }


def _attempts(one: Newcomer) -> Iterator[dict[str, object]]:
    for number, attempt in enumerate(one.record.attempts, 1):
        yield {
            "id": attempt.id,
            "learner": one.learner,
            "quiz": attempt.quiz,
            "seed": attempt.seed,
            "questions": list(attempt.questions),
            "carried": dict(attempt.carried),
            "pass_mark": attempt.pass_mark,
            "started": attempt.started,
            "finished": attempt.finished,
            "score": attempt.score,
            "revision": number,
        }


def _cards(one: Newcomer) -> Iterator[dict[str, object]]:
    for card in one.record.cards.values():
        state = {"last": card.last.isoformat(), "stability": card.stability, "difficulty": card.difficulty, "key": card.key}
        yield {"learner": one.learner, "task": card.task, "state": state, "due": card.due, "revision": len(one.record.answers)}


def _membership(one: Newcomer) -> dict[str, object]:
    return {"learner": one.learner, "team": one.team, "joined": one.joined, "known": False}
