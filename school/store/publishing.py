"""What publishing the figures of one team starts from, and keeping what came out of it. The rules stand in `school.teams`.

Every statement begins at the members of the team or at its batches, by index: what other teams did costs nothing.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, exists, or_, select, update
from sqlalchemy.exc import IntegrityError

from school.learning import Record
from school.membership import Team
from school.store import batches, snapshots, team_records, teams
from school.store.memberships import NOW
from school.store.tables import answers, learners
from school.store.team_tables import GONE, counted, memberships
from school.store.team_tables import teams as team_table
from school.teams.batch import Batch, Counted, Member
from school.teams.naming import Held
from school.teams.releasing import Released
from school.teams.snapshot import Snapshot

NO_TEAM = "zonder-team"
"""Under which batches of people stand who are in no team; no team has this id."""
LOOK_AGAIN = timedelta(days=7)
"""Figures of the last quarter grow old also when nobody does anything."""


@dataclass(frozen=True)
class Holding:
    """A team, its members with what they did, and what was counted before.

    `company` are the batches, of whatever team, that hold one of them or of who was a member, and `known` is who of all
    these people were ever shown by name; both only of a team whose members may choose to be.
    """

    team: Team
    members: tuple[Member, ...]
    batches: tuple[Batch, ...]
    company: tuple[Held, ...] = ()
    known: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Evidence:
    """Batches, who is in them as far as they are still known, and what these people did."""

    batches: tuple[Batch, ...]
    counted: tuple[Counted, ...]
    records: Mapping[str, Record]


def evidence(connection: Connection, team_id: str) -> Evidence:
    found = batches.of_team(connection, team_id)
    return Evidence(found, batches.people_in(connection, team_id), team_records.of_counted(connection, team_id))


def due(connection: Connection, *, at: datetime) -> tuple[str, ...]:
    """Ids of teams in which a member did something, joined or chose a name since we looked, or that we saw long ago.

    The looking costs as much as there are members; it is done a few times an hour, and by nobody who waits.
    """
    active = exists().where(
        memberships.c.team == team_table.c.id, NOW, learners.c.id == memberships.c.learner, learners.c.active >= team_table.c.looked
    )
    wanted = or_(team_table.c.looked.is_(None), team_table.c.looked < at - LOOK_AGAIN, active)
    return tuple(connection.execute(select(team_table.c.id).where(wanted, team_table.c.id != GONE).order_by(team_table.c.id)).scalars())


def holding(connection: Connection, team_id: str) -> Holding | None:
    team = teams.by_id(connection, team_id)
    if team is None:
        return None
    found = select(memberships).where(memberships.c.team == team_id, NOW).order_by(memberships.c.joined, memberships.c.learner)
    people = connection.execute(found).all()
    records = team_records.of_team(connection, team_id)
    units = batches.units(connection, team_id)
    told = _ever_named(connection, team_id)
    members = tuple(_member(row, records[row.learner], units.get(row.learner, frozenset()), told) for row in people)
    company = batches.company(connection, team_id) if team.named_sharing else ()
    known = told | batches.known_company(connection, team_id) if team.named_sharing else frozenset()
    return Holding(team, members, batches.of_team(connection, team_id), company, known)


def without_team(connection: Connection, *, before: datetime, most: int) -> dict[str, Record]:
    """What some people did who are in no team, began before a moment, and were not counted as such."""
    member = exists().where(memberships.c.learner == learners.c.id, NOW)
    known = exists().where(counted.c.learner == learners.c.id, counted.c.team == NO_TEAM)
    began = exists().where(answers.c.learner == learners.c.id, answers.c.at < before)
    found = select(learners.c.id).where(learners.c.created < before, ~member, ~known, began).order_by(learners.c.id).limit(most)
    return team_records.of_people(connection, connection.execute(found).scalars().all())


def count(connection: Connection, team_id: str, *, released: Released) -> bool:
    """Keep batches without a snapshot; False, and nothing kept, when somebody was just before us."""
    try:
        batches.add(connection, team_id, released.batches, released.counted)
    except IntegrityError:
        return False
    return bool(released.batches)


def publish(connection: Connection, team_id: str, *, released: Released, snapshot: Snapshot, known: Collection[str], at: datetime) -> bool:
    try:
        batches.add(connection, team_id, released.batches, released.counted)
    except IntegrityError:  # somebody else published, or somebody in it was erased: nothing is kept, and we look again later
        return False
    shown = (memberships.c.team == team_id) & memberships.c.learner.in_(known)
    connection.execute(update(memberships).where(shown).values(known=True))
    teams.looked(connection, team_id, at=at)
    return snapshots.keep(connection, snapshot)


def _ever_named(connection: Connection, team_id: str) -> frozenset[str]:
    """Which members were ever shown by name, in whatever team: what was seen there cannot be unseen here."""
    other = memberships.alias()
    found = select(other.c.learner).join(memberships, memberships.c.learner == other.c.learner)
    return frozenset(connection.execute(found.where(memberships.c.team == team_id, NOW, other.c.known)).scalars())


def _member(row: Row[tuple[object, ...]], record: Record, units: frozenset[str], told: frozenset[str]) -> Member:
    return Member(row.learner, row.joined, record, units, row.shown_as, row.learner in told)
