"""What a person may ask of us: a copy of everything, and to be forgotten. A test sees that no table is left out."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, delete, func, select

from school.store.people import OWNER, alone, who
from school.store.tables import aliases, answers, attempts, handovers, learners, marks, metadata, steps, watched

OWN: Mapping[Table, ColumnElement[bool]] = MappingProxyType(
    {
        marks: marks.c.attempt.in_(select(attempts.c.id).where(attempts.c.learner == OWNER)),
        **{table: table.c.learner == OWNER for table in (answers, attempts, steps, watched, handovers, aliases)},
        learners: learners.c.id == OWNER,
    }
)
"""Which rows of each table are of one learner; in the order in which they can be deleted."""


def export(connection: Connection, learner: str) -> dict[str, list[dict[str, object]]]:
    """All rows of one learner by table, ready for JSON."""
    this = {"learner": who(connection, learner)}
    return {
        table.name: [_plain(row) for row in connection.execute(select(table).where(own), this).mappings()] for table, own in OWN.items()
    }


def erase(connection: Connection, learner: str) -> dict[str, int]:
    """Forget one learner: how many rows went, by table."""
    alone(connection)
    this = {"learner": who(connection, learner)}
    return {table.name: connection.execute(delete(table).where(own), this).rowcount for table, own in OWN.items()}


def erase_idle(connection: Connection, *, before: datetime) -> int:
    """Forget everybody who has done nothing since `before`: how many they were. Their rows go with them (cascade)."""
    alone(connection)
    return connection.execute(delete(learners).where(learners.c.active < before)).rowcount


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = metadata.tables.items()
    return {name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables}


def _plain(row: RowMapping) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()}
