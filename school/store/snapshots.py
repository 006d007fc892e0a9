"""What a team, an organisation or an author sees: one snapshot each, in the place of the one before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, delete, select

from school.store.facts import INSERTS
from school.store.tables import learners
from school.store.team_tables import memberships, snapshots

if TYPE_CHECKING:
    from school.teams.snapshot import Snapshot


# How figures are written down is loaded with the first ones: every erasure passes here, a start has none.
def keep(connection: Connection, snapshot: Snapshot) -> bool:
    """Keep it in the place of the one before."""
    from school.teams.written import to_json  # noqa: PLC0415

    now = {"made": snapshot.made, "figures": to_json(snapshot)}
    row = INSERTS[connection.dialect.name](snapshots).values(kind=snapshot.kind, id=snapshot.id, **now)
    instead = row.on_conflict_do_update(index_elements=[snapshots.c.kind, snapshots.c.id], set_=now)
    return connection.execute(instead.returning(snapshots.c.id)).first() is not None


def of(connection: Connection, kind: str, which: str) -> Snapshot | None:
    """Nothing also when it was made by another version of the course's software, which then has to make it anew."""
    from school.teams.written import from_json  # noqa: PLC0415

    figures = connection.execute(select(snapshots.c.figures).where(_is(kind, which))).scalar()
    try:
        return None if figures is None else from_json(figures)
    except (KeyError, ValueError):
        return None


def every(connection: Connection) -> tuple[tuple[str, str], ...]:
    """The kind and the id of each."""
    rows = connection.execute(select(snapshots.c.kind, snapshots.c.id).order_by(snapshots.c.kind, snapshots.c.id))
    return tuple((row.kind, row.id) for row in rows)


def drop(connection: Connection, kind: str, which: str) -> None:
    """There are no figures until they are made again."""
    connection.execute(delete(snapshots).where(_is(kind, which)))


def rename_team(connection: Connection, team: str, name: str, *, organisation: str | None) -> None:
    """The new name, in what is published of the team and of the organisation it is in."""
    own = of(connection, "team", team)
    if own:
        keep(connection, replace(own, name=name))
    above = of(connection, "organisation", organisation) if organisation else None
    if above:
        lines = tuple(replace(line, name=name) if line.team == team else line for line in above.teams)
        keep(connection, replace(above, teams=lines))


def forget_name(connection: Connection, *people: str) -> None:
    """Take the own scores of these people out of what their teams see, at once."""
    forget_names(connection, learners.c.id.in_(people))


def forget_names(connection: Connection, which: ColumnElement[bool]) -> None:
    """The same, of learners of whom something holds."""
    shown = select(memberships.c.learner, memberships.c.team).join(learners).where(which, memberships.c.shown_as.is_not(None))
    for row in connection.execute(shown).all():
        seen = of(connection, "team", row.team)
        if seen is None:  # it cannot be read, so it cannot stay: it may hold the name
            connection.execute(delete(snapshots).where(_is("team", row.team)))
        else:
            keep(connection, seen.without(row.learner))


def _is(kind: str, which: str) -> ColumnElement[bool]:
    return (snapshots.c.kind == kind) & (snapshots.c.id == which)
