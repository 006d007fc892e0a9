"""The cells that a figure is put together of: what is said of several teams is made of what is said of each, and of nothing else.

A share that is too extreme to tell must not follow from others: not from the organisation minus the other teams, and not from
all time minus the last quarter. So a figure over several teams is no new sum over everybody. Its cells are the teams that are
large enough for this figure, and as one more cell all smaller teams together. A cell that can be told counts as it is; one
that cannot counts as what is said of it ("> 90 %"). Which people form a cell depends on how many they are, never on what they
answered. See docs/decisions/0017-team-figures.md.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from school.teams.batch import Batch
from school.teams.figures import Figure, Known, TooFew, Withheld
from school.teams.pool import Counts, Pool, merged, pool
from school.teams.snapshot import Period

Organisation = Sequence[Sequence[Batch]]
"""The batches of each of its teams; a team without an organisation is one on its own."""


@dataclass(frozen=True)
class Cell:
    """People who are counted together. `beside` is what follows from this and from what is told of all time."""

    counts: Counts
    beside: tuple[Counts, ...] = ()
    mixed: bool = False  # of several teams, of which something may be told that is not told of the cell

    def figure(self, of: Callable[[Counts], Figure]) -> Figure:
        """What is said of it; of a quarter only when all time, and all time without it, can be told too."""
        found = of(self.counts)
        if not self.beside or isinstance(found, TooFew):
            return found
        told = isinstance(found, Known) and all(isinstance(of(other), Known) for other in self.beside)
        return found if told else Withheld(found.n)


@dataclass(frozen=True)
class _Team:
    now: Pool
    before: Pool


@dataclass(frozen=True)
class Ground:
    """Everything there is in a period: `pool` of everybody, and the same by team."""

    pool: Pool
    organisations: tuple[tuple[_Team, ...], ...]
    _made: dict[tuple[tuple[str, ...], int], tuple[Cell, ...]] = field(default_factory=dict, compare=False)

    @property
    def one(self) -> bool:
        """Whether this is a single team."""
        return sum(map(len, self.organisations)) == 1

    def cells(self, units: tuple[str, ...], least: int) -> tuple[Cell, ...]:
        """The cells of at least so many people in these units; who is left over, waits."""
        key = (units, least)
        if key not in self._made:
            self._made[key] = tuple(_cells(self.organisations, units, least))
        return self._made[key]


def ground(organisations: Iterable[Organisation], *, period: Period = "all", at: datetime) -> Ground:
    """The batches of a period: all, or those of the three months before `at`."""
    kept = [[tuple(batches) for batches in teams] for teams in organisations]
    every = [batch for teams in kept for batches in teams for batch in batches]
    return Ground(pool(every, period=period, at=at), tuple(tuple(_team(one, period, at) for one in teams) for teams in kept))


def _team(batches: tuple[Batch, ...], period: Period, at: datetime) -> _Team:
    before = {} if period == "all" else pool(batches, period="before", at=at)
    return _Team(pool(batches, period=period, at=at), before)


Halves = tuple[list[Counts], list[Counts]]
"""In the period, and before it."""


def _cells(organisations: tuple[tuple[_Team, ...], ...], units: tuple[str, ...], least: int) -> Iterable[Cell]:
    """Large teams first; then of every organisation its small teams together; then all others together."""
    rest: list[Halves] = []
    for teams in organisations:
        small: list[Halves] = []
        for team in teams:
            own = _halves(team, units)
            if _size(own) >= least:
                yield from _cell(own, mixed=False)
            else:
                small.append(own)
        together = _all_of(small)
        if len(teams) > 1 and _size(together) >= least:
            yield from _cell(together, mixed=True)
        else:
            rest.append(together)
    left = _all_of(rest)
    if _size(left) >= least:
        yield from _cell(left, mixed=True)


def _halves(team: _Team, units: tuple[str, ...]) -> Halves:
    return [team.now[unit] for unit in units if unit in team.now], [team.before[unit] for unit in units if unit in team.before]


def _all_of(some: list[Halves]) -> Halves:
    return [one for now, _ in some for one in now], [one for _, before in some for one in before]


def _size(halves: Halves) -> int:
    return sum(one.n for half in halves for one in half)


def _cell(halves: Halves, *, mixed: bool) -> Iterable[Cell]:
    """Nothing when nobody of these people came in the period."""
    now, before = halves
    if now and before:
        yield Cell(merged(now), (merged(before), merged([*now, *before])), mixed=mixed)
    elif now:
        yield Cell(merged(now), mixed=mixed)
