"""What was counted together, once and for good, and who is in it. Nobody stands in a batch itself."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, insert, select

from school.store.team_tables import batches, counted, memberships, teams
from school.teams.batch import Batch, Counted
from school.teams.naming import Held

_BATCH = [batches.c[name] for name in ("unit", "number", "at", "course", "n", "sums")]


def add(connection: Connection, team: str, made: Iterable[Batch], people: Iterable[Counted]) -> None:
    """Keep new batches and who is in them; an `IntegrityError` when another process counted somebody just before."""
    rows = [{"team": team, **asdict(batch)} for batch in made]
    if rows:
        connection.execute(insert(batches), rows)
        connection.execute(insert(counted), [_row(team, one) for one in people])


def of_team(connection: Connection, team: str) -> tuple[Batch, ...]:
    rows = connection.execute(select(*_BATCH).where(batches.c.team == team).order_by(batches.c.unit, batches.c.number))
    return tuple(Batch(*row) for row in rows)


def with_any(connection: Connection) -> tuple[str, ...]:
    return tuple(connection.execute(select(batches.c.team).distinct().order_by(batches.c.team)).scalars())


def by_organisation(connection: Connection, *, at: datetime) -> list[list[list[Batch]]]:
    """The batches of each team of each organisation, as far as they were there at a moment."""
    placed = {row.id: row.organisation for row in connection.execute(select(teams.c.id, teams.c.organisation))}
    found: dict[str, dict[str, list[Batch]]] = defaultdict(lambda: defaultdict(list))
    every = select(batches.c.team, *_BATCH).where(batches.c.at <= at).order_by(batches.c.team, batches.c.unit, batches.c.number)
    for row in connection.execute(every):
        found[placed.get(row.team) or row.team][row.team].append(Batch(*tuple(row)[1:]))
    return [list(organisation.values()) for organisation in found.values()]


def people_in(connection: Connection, team: str) -> tuple[Counted, ...]:
    """Who is in the batches of this team, as far as they are still remembered."""
    found = select(counted.c.learner, counted.c.unit, counted.c.number, counted.c.source).where(counted.c.team == team)
    return tuple(Counted(*row) for row in connection.execute(found.order_by(counted.c.unit, counted.c.number, counted.c.learner)))


def units(connection: Connection, team: str) -> dict[str, frozenset[str]]:
    """In which units each member or former member of this team was counted, in whatever team."""
    found: dict[str, set[str]] = defaultdict(set)
    theirs = select(counted.c.learner, counted.c.unit).join(memberships, memberships.c.learner == counted.c.learner)
    for row in connection.execute(theirs.where(memberships.c.team == team)):
        found[row.learner].add(row.unit)
    return {learner: frozenset(named) for learner, named in found.items()}


def company(connection: Connection, team: str) -> tuple[Held, ...]:
    """Each batch, of whatever team, that holds a member or former member of this team."""
    found: dict[tuple[str, str, int, int], set[str]] = defaultdict(set)
    whole = (batches.c.team == counted.c.team) & (batches.c.unit == counted.c.unit) & (batches.c.number == counted.c.number)
    beside = _beside(team, counted.c.learner, counted.c.team, counted.c.unit, counted.c.number, batches.c.n).join(batches, whole)
    for row in connection.execute(beside):
        found[row.team, row.unit, row.number, row.n].add(row.learner)
    return tuple(Held(n, frozenset(people)) for (*_, n), people in found.items())


def known_company(connection: Connection, team: str) -> frozenset[str]:
    """Who of all those people were ever shown by name."""
    other = memberships.alias()
    shown = _beside(team, other.c.learner).join(other, other.c.learner == counted.c.learner).where(other.c.known).distinct()
    return frozenset(connection.execute(shown).scalars())


def _beside(team: str, *columns: ColumnElement[Any]) -> Select[Any]:
    """Everybody who is in a batch with a member or former member of this team."""
    theirs = select(counted.c.team, counted.c.unit, counted.c.number).join(memberships, memberships.c.learner == counted.c.learner)
    holding = theirs.where(memberships.c.team == team).distinct().subquery()
    same = (counted.c.team == holding.c.team) & (counted.c.unit == holding.c.unit) & (counted.c.number == holding.c.number)
    return select(*columns).select_from(counted).join(holding, same)


def _row(team: str, one: Counted) -> dict[str, object]:
    return {"learner": one.person, "unit": one.unit, "team": team, "number": one.number, "source": one.source}
