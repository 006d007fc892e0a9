"""Teams and organisations, by name and code. Who is in them stands in `memberships.py`."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, exists, select, update

from school.membership import Organisation, Team
from school.store import keys, snapshots
from school.store.facts import INSERTS
from school.store.team_tables import GONE, memberships, organisations, teams

TEAM = (teams.c.id, teams.c.name, teams.c.organisation, teams.c.named_sharing, teams.c.created)
"""What makes a `Team`, in its order."""


def found(connection: Connection, organisation: Organisation, *, role: str, token_hash: str) -> bool:
    """Remember an organisation with the key of who may look at it, unless there is one of this name."""
    values = {"id": organisation.id, "name": organisation.name, "created": organisation.created}
    new = INSERTS[connection.dialect.name](organisations).values(values).on_conflict_do_nothing().returning(organisations.c.id)
    made = connection.execute(new).first() is not None
    return made and keys.make(connection, role, organisation.id, token_hash=token_hash, at=organisation.created)


def organisation(connection: Connection, which: str) -> Organisation | None:
    row = connection.execute(select(organisations).where(organisations.c.id == which)).first()
    return None if row is None else Organisation(*row)


def every_organisation(connection: Connection) -> tuple[Organisation, ...]:
    rows = connection.execute(select(organisations).order_by(organisations.c.name, organisations.c.id))
    return tuple(Organisation(*row) for row in rows)


def make(connection: Connection, team: Team, *, code: str, role: str, token_hash: str) -> bool:
    """Remember a team with the key of who may look at it, unless there is one of this name or code."""
    values = {
        "id": team.id,
        "name": team.name,
        "organisation": team.organisation,
        "named_sharing": team.named_sharing,
        "created": team.created,
        "code": code,
    }
    new = INSERTS[connection.dialect.name](teams).values(values).on_conflict_do_nothing().returning(teams.c.id)
    made = connection.execute(new).first() is not None
    return made and keys.make(connection, role, team.id, token_hash=token_hash, at=team.created)


def every(connection: Connection) -> tuple[Team, ...]:
    rows = connection.execute(select(*TEAM).where(teams.c.id != GONE).order_by(teams.c.name, teams.c.id))
    return tuple(Team(*row) for row in rows)


def rename(connection: Connection, team: str, *, name: str) -> bool:
    """Another name, not one that a team has; in what is published as well."""
    other = teams.alias()
    taken = exists().where(other.c.name == name)
    if not connection.execute(update(teams).where(teams.c.id == team, ~taken).values(name=name)).rowcount:
        return False
    snapshots.rename_team(connection, team, name, organisation=_organisation_of(connection, team))
    return True


def remove(connection: Connection, team: str, *, role: str, at: datetime) -> bool:
    """The team with its links, memberships and figures; and those of whatever it was a part of, to be made again without it.

    What was counted stays, with nobody in it: who is in a batch may never be counted again. And that somebody was ever shown by
    name stays, under a team that is no more.
    """
    organisation = _organisation_of(connection, team)
    if by_id(connection, team) is None or team == GONE:
        return False
    _keep_known(connection, team, at)
    connection.execute(delete(memberships).where(memberships.c.team == team))
    connection.execute(delete(teams).where(teams.c.id == team))
    keys.revoke(connection, role, team)
    for kind, which in (("team", team), ("organisation", organisation), ("everyone", "")):
        snapshots.drop(connection, kind, which or "")
    return True


def _organisation_of(connection: Connection, team: str) -> str | None:
    return connection.execute(select(teams.c.organisation).where(teams.c.id == team)).scalar()


def _keep_known(connection: Connection, team: str, at: datetime) -> None:
    """Who was ever shown by name here is known for good, in whatever team they are counted later."""
    known = connection.execute(select(memberships.c.learner).where(memberships.c.team == team, memberships.c.known)).scalars().all()
    if not known:
        return
    insert = INSERTS[connection.dialect.name]
    none = {"id": GONE, "name": "", "organisation": None, "named_sharing": False, "created": at, "code": "", "looked": at}
    connection.execute(insert(teams).values(none).on_conflict_do_nothing())
    rows = [{"learner": learner, "team": GONE, "joined": at, "left_at": at, "shown_as": None, "known": True} for learner in known]
    connection.execute(insert(memberships).on_conflict_do_nothing(), rows)


def of_organisation(connection: Connection, which: str) -> tuple[Team, ...]:
    rows = connection.execute(select(*TEAM).where(teams.c.organisation == which).order_by(teams.c.name, teams.c.id))
    return tuple(Team(*row) for row in rows)


def by_id(connection: Connection, team: str) -> Team | None:
    return _one(connection, teams.c.id == team)


def by_name(connection: Connection, name: str) -> Team | None:
    return _one(connection, teams.c.name == name)


def by_code(connection: Connection, code: str) -> Team | None:
    return _one(connection, teams.c.code == code)


def code_of(connection: Connection, team: str) -> str | None:
    return connection.execute(select(teams.c.code).where(teams.c.id == team)).scalar()


def renew_code(connection: Connection, team: str, *, code: str) -> bool:
    """Another join code in the place of the old one; not one that a team has."""
    other = teams.alias()
    taken = exists().where(other.c.code == code)
    return connection.execute(update(teams).where(teams.c.id == team, ~taken).values(code=code)).rowcount > 0


def place(connection: Connection, team: str, *, organisation: str | None) -> bool:
    """Put a team under an organisation, or under none."""
    return connection.execute(update(teams).where(teams.c.id == team).values(organisation=organisation)).rowcount > 0


def looked(connection: Connection, team: str, *, at: datetime) -> bool:
    """Remember that we saw whether this team has something to publish."""
    return connection.execute(update(teams).where(teams.c.id == team).values(looked=at)).rowcount > 0


def _one(connection: Connection, which: ColumnElement[bool]) -> Team | None:
    row = connection.execute(select(*TEAM).where(which)).first()
    return None if row is None else Team(*row)
