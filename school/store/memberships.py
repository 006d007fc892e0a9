"""Who is in which team: one at a time. Joining, leaving and sharing by name are the learner's own choice."""

from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from school.membership import Membership, Team
from school.store import snapshots, teams
from school.store.people import WHO, alone, who
from school.store.tables import learners
from school.store.team_tables import memberships
from school.store.team_tables import teams as team_table

NOW = memberships.c.left_at.is_(None)
"""Memberships that have not ended."""
_MINE = (
    select(*teams.TEAM, memberships.c.joined, memberships.c.shown_as, memberships.c.known)
    .join(memberships, memberships.c.team == team_table.c.id)
    .where(memberships.c.learner == WHO, NOW)
)


def join(connection: Connection, learner: str, *, team: str, at: datetime) -> bool:
    """Make somebody a member; whoever is in another team leaves that one. Makes the learner's row when there is none."""
    alone(connection)
    learner = who(connection, learner)
    if teams.by_id(connection, team) is None or _is_member(connection, learner, team):
        return False
    _remember(connection, learner, at)
    _end(connection, learner, at)
    mine = (memberships.c.learner == learner) & (memberships.c.team == team)
    again = update(memberships).where(mine).values(joined=at, left_at=None)
    if not connection.execute(again).rowcount:
        connection.execute(insert(memberships).values(learner=learner, team=team, joined=at, known=False))
    _look_again(connection, learner)
    return True


def leave(connection: Connection, learner: str, *, at: datetime) -> bool:
    """End the membership, and forget the name that was shown with it."""
    alone(connection)
    return _end(connection, who(connection, learner), at)


def share_as(connection: Connection, learner: str, *, name: str | None) -> bool:
    """Show somebody by this name from now on, or not any more; by a name only in a team that allows it."""
    learner = who(connection, learner)
    snapshots.forget_name(connection, learner)
    mine = memberships.c.learner == learner
    allowed = exists().where(team_table.c.id == memberships.c.team, team_table.c.named_sharing)
    which = (mine, NOW) if name is None else (mine, NOW, allowed)
    done = connection.execute(update(memberships).where(*which).values(shown_as=name)).rowcount > 0
    _look_again(connection, learner)
    return done


def mine(connection: Connection, learner: str) -> Membership | None:
    """The team somebody is in now."""
    row = connection.execute(_MINE, {"person": learner}).first()
    return None if row is None else Membership(Team(*row[: len(teams.TEAM)]), row.joined, row.shown_as, row.known)


def size(connection: Connection, team: str) -> int:
    return connection.execute(select(func.count()).select_from(memberships).where(memberships.c.team == team, NOW)).scalar_one()


def sizes(connection: Connection) -> dict[str, int]:
    """How many members each team has; teams without any are left out."""
    rows = connection.execute(select(memberships.c.team, func.count().label("size")).where(NOW).group_by(memberships.c.team))
    return {row.team: row.size for row in rows}


def merge(connection: Connection, old: str, into: str, at: datetime) -> None:
    """Give the memberships of one record to another: of the teams they are in now, the one joined last stays."""
    snapshots.forget_name(connection, old, into)
    both = connection.execute(
        select(memberships.c.learner).where(memberships.c.learner.in_([old, into]), NOW).order_by(memberships.c.joined.desc())
    )
    for earlier in [row.learner for row in both][1:]:
        _end(connection, earlier, at)
    theirs = {row.team: row for row in connection.execute(select(memberships).where(memberships.c.learner == old))}
    for row in connection.execute(select(memberships).where(memberships.c.learner == into, memberships.c.team.in_(theirs))).all():
        other = theirs[row.team]
        values = {"joined": min(row.joined, other.joined), "known": row.known or other.known}
        if other.left_at is None:
            values |= {"left_at": None, "shown_as": other.shown_as}
        connection.execute(delete(memberships).where(memberships.c.learner == old, memberships.c.team == row.team))
        connection.execute(update(memberships).where(memberships.c.learner == into, memberships.c.team == row.team).values(values))
    connection.execute(update(memberships).where(memberships.c.learner == old).values(learner=into))


def _is_member(connection: Connection, learner: str, team: str) -> bool:
    found = select(memberships.c.team).where(memberships.c.learner == learner, memberships.c.team == team, NOW)
    return connection.execute(found).first() is not None


def _end(connection: Connection, learner: str, at: datetime) -> bool:
    snapshots.forget_name(connection, learner)
    ended = update(memberships).where(memberships.c.learner == learner, NOW).values(left_at=at, shown_as=None)
    return connection.execute(ended).rowcount > 0


def _remember(connection: Connection, learner: str, at: datetime) -> None:
    """Joining is something that somebody does, so they are known from then on, and are here at this moment."""
    known = connection.execute(select(learners.c.id).where(learners.c.id == learner)).first()
    if known is None:
        connection.execute(insert(learners).values(id=learner, created=at, active=at, revision=1, paused=False))
    else:
        connection.execute(update(learners).where(learners.c.id == learner, learners.c.active < at).values(active=at))


def _look_again(connection: Connection, learner: str) -> None:
    """There may be something to publish of the team somebody is in."""
    theirs = select(memberships.c.team).where(memberships.c.learner == learner, NOW)
    connection.execute(update(team_table).where(team_table.c.id.in_(theirs)).values(looked=None))
