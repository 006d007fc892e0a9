"""Taking progress along to another device: a link that works once, and the merging of two records into one.

Both devices reach the one record afterwards: the old id becomes an alias of the new one.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, FromClause, RowMapping, Table, delete, exists, false, insert, select, update

from school.store import cards, memberships
from school.store.people import alone, who
from school.store.tables import aliases, answers, attempts, certificates, choices, drafts, handovers, learners, shown, steps, watched
from school.store.team_tables import counted


def offer(connection: Connection, learner: str, *, token_hash: str, expires: datetime) -> bool:
    """Remember a link. It takes the place of an unused one; somebody with nothing to take along gets none."""
    alone(connection)
    learner = who(connection, learner)
    if _row(connection, learner) is None or _find(connection, token_hash) is not None:
        return False
    connection.execute(delete(handovers).where(handovers.c.learner == learner, handovers.c.used.is_(None)))
    connection.execute(insert(handovers).values(token_hash=token_hash, learner=learner, expires=expires))
    return True


def valid(connection: Connection, token_hash: str, *, now: datetime) -> bool:
    handover = _find(connection, token_hash)
    return handover is not None and handover["used"] is None and now < handover["expires"]


def take_over(connection: Connection, token_hash: str, *, into: str, now: datetime) -> bool:
    """Use the link: merge the record it was made for into the one of `into`. False when it is not valid any more."""
    alone(connection)
    handover = _find(connection, token_hash)
    if handover is None or not valid(connection, token_hash, now=now):
        return False
    connection.execute(update(handovers).where(handovers.c.token_hash == token_hash).values(used=now))
    into = who(connection, into)
    if into != handover["learner"]:
        _merge(connection, handover["learner"], into, now)
    return True


def _merge(connection: Connection, old: str, into: str, now: datetime) -> None:
    revision = _merge_people(connection, old, into, now)
    keys = cards.drop(connection, old, into)
    _keep_one(connection, steps, "step", old, into, better=lambda theirs, ours: theirs.c.at < ours.c.at)
    _keep_one(connection, watched, "film", old, into, better=lambda theirs, ours: theirs.c.seconds > ours.c.seconds)
    _keep_one(connection, shown, "task", old, into, better=lambda theirs, ours: theirs.c.at < ours.c.at)
    _keep_one(connection, drafts, "task", old, into, better=lambda theirs, ours: theirs.c.at > ours.c.at)
    _keep_one(connection, counted, "unit", old, into, better=lambda _theirs, _ours: false())  # who was counted twice stays so
    memberships.merge(connection, old, into, now)
    for table in (answers, attempts, certificates, choices, counted, drafts, shown, steps, watched, handovers, aliases):
        connection.execute(update(table).where(table.c.learner == old).values(learner=into))
    connection.execute(delete(learners).where(learners.c.id == old))
    connection.execute(insert(aliases).values(old=old, learner=into))
    cards.compute_all(connection, into, revision=revision, keys=keys)


def _merge_people(connection: Connection, old: str, into: str, now: datetime) -> int:
    theirs, ours = _row(connection, old), _row(connection, into)
    assert theirs is not None  # a handover goes when its learner goes
    revision = 1 + max(int(row["revision"]) for row in (theirs, ours) if row)
    merged = {
        "created": min(row["created"] for row in (theirs, ours) if row),
        "active": now,
        # Higher than both were, so that neither device takes the merged record for the one it has read before.
        "revision": revision,
    }
    if ours is None:
        connection.execute(insert(learners).values(id=into, paused=theirs["paused"], **merged))
    else:
        connection.execute(update(learners).where(learners.c.id == into).values(**merged))
    return revision


def _keep_one(
    connection: Connection,
    table: Table,
    key: str,
    old: str,
    into: str,
    *,
    better: Callable[[FromClause, FromClause], ColumnElement[bool]],
) -> None:
    """Of what both have, drop the row that is not the better one."""
    other = table.alias()
    both = other.c[key] == table.c[key]
    outdone = exists().where(other.c.learner == old, both, better(other, table))
    connection.execute(delete(table).where(table.c.learner == into, outdone))
    kept = exists().where(other.c.learner == into, both)
    connection.execute(delete(table).where(table.c.learner == old, kept))


def _row(connection: Connection, learner: str) -> RowMapping | None:
    return connection.execute(select(learners).where(learners.c.id == learner)).mappings().first()


def _find(connection: Connection, token_hash: str) -> RowMapping | None:
    return connection.execute(select(handovers).where(handovers.c.token_hash == token_hash)).mappings().first()
