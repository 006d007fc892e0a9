"""Which record a cookie reaches: its own, or the one its progress was taken along to."""

from sqlalchemy import Connection, Text, bindparam, func, select, text

from school.store.tables import aliases

PERSON = bindparam("person", type_=Text)
_taken_to = select(aliases.c.learner).where(aliases.c.old == PERSON).scalar_subquery()
WHO = func.coalesce(_taken_to, PERSON)
"""The id of the record of the learner given as `person`."""

OWNER = bindparam("learner", type_=Text)
"""An id that is known to be the one of a record."""

_FIND = select(WHO)


def who(connection: Connection, learner: str) -> str:
    """The id under which this learner's rows stand."""
    return str(connection.execute(_FIND, {"person": learner}).scalar_one())


def alone(connection: Connection) -> None:
    """Let nobody else write until this transaction ends.

    Somebody else's answer may be under way to a record that is about to be merged or erased. SQLite has one writer
    anyway; on PostgreSQL everything that writes touches `learners` first, so that table is the gate.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE learners IN EXCLUSIVE MODE"))
