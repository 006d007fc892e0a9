"""What a person may ask of us: a copy of everything, and to be forgotten. A test sees that no table is left out."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, delete, func, select

from school.store.certificates import OWN as OWN_CERTIFICATES
from school.store.certificates import disown
from school.store.people import OWNER, alone, who
from school.store.snapshots import forget_name, forget_names
from school.store.tables import (
    aliases,
    answers,
    attempts,
    cards,
    certificates,
    choices,
    drafts,
    handovers,
    learners,
    marks,
    metadata,
    shown,
    steps,
    watched,
)
from school.store.team_tables import counted, memberships

OWN: Mapping[Table, ColumnElement[bool]] = MappingProxyType(
    {
        marks: marks.c.attempt.in_(select(attempts.c.id).where(attempts.c.learner == OWNER)),
        **{table: table.c.learner == OWNER for table in (answers, attempts, cards, choices, drafts, shown, steps, watched)},
        **{table: table.c.learner == OWNER for table in (handovers, aliases, memberships, counted)},
        learners: learners.c.id == OWNER,
    }
)
"""Which rows of each table are of one learner and go with them; in the order in which they can be deleted."""


def export(connection: Connection, learner: str) -> dict[str, list[dict[str, object]]]:
    """All rows of one learner by table, ready for JSON."""
    this = {"learner": who(connection, learner)}
    rows = {
        table.name: [_plain(row) for row in connection.execute(select(table).where(own), this).mappings()] for table, own in OWN.items()
    }
    return rows | {"certificates": [{**row, "stays_after_erasing": True} for row in _certificates(connection, this)]}


def erase(connection: Connection, learner: str) -> dict[str, int]:
    """Forget one learner: how many rows went, by table; certificates stay, and are nobody's from then on."""
    alone(connection)
    this = {"learner": who(connection, learner)}
    forget_name(connection, this["learner"])
    disowned = {"certificates": disown(connection, this)}
    return disowned | {table.name: connection.execute(delete(table).where(own), this).rowcount for table, own in OWN.items()}


def erase_idle(connection: Connection, *, before: datetime) -> int:
    """Forget everybody who has done nothing since `before`: how many they were. Their rows go with them (cascade)."""
    alone(connection)
    forget_names(connection, learners.c.active < before)
    return connection.execute(delete(learners).where(learners.c.active < before)).rowcount


def idle(connection: Connection, *, before: datetime) -> int:
    """How many have done nothing since `before`."""
    return connection.execute(select(func.count()).select_from(learners).where(learners.c.active < before)).scalar_one()


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = metadata.tables.items()
    return {name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables}


def _certificates(connection: Connection, this: Mapping[str, str]) -> list[dict[str, object]]:
    return [_plain(row) for row in connection.execute(select(certificates).where(OWN_CERTIFICATES), this).mappings()]


def _plain(row: RowMapping) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
