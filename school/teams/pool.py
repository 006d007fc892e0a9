"""Batches put together: per unit, how many people and their sums. Everything that is published starts here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from school.teams.batch import Batch, Sums, add
from school.teams.facts import ACTIVE
from school.teams.snapshot import Activity, Period
from school.teams.statistics import Spread

QUARTER = timedelta(days=92)
MONTHS_SHOWN = 12


@dataclass(frozen=True)
class Counts:
    """Everybody counted in one unit: the sums, and the batches they came in, oldest first."""

    unit: str
    n: int
    sums: Sums
    batches: tuple[Batch, ...]

    def sum(self, name: str) -> float:
        return self.sums.get(name, 0.0)

    def spread(self, value: str, square: str) -> Spread:
        return Spread(self.n, self.sum(value), self.sum(square))

    def named(self, kind: str) -> Iterator[tuple[str, float]]:
        """The sums of one kind by what they are of: of `x` the tasks, of `option/stijl` the options."""
        return ((name.removeprefix(f"{kind}/"), value) for name, value in self.sums.items() if name.startswith(f"{kind}/"))


Pool = Mapping[str, Counts]


def pool(batches: Iterable[Batch], *, period: Period | Literal["before"] = "all", at: datetime) -> Pool:
    """The batches by unit: all, those of the three months before `at`, or the ones before these. A batch is in whole or not at all."""
    found: dict[str, list[Batch]] = {}
    for batch in batches:
        if period == "all" or (batch.at > at - QUARTER) == (period == "quarter"):
            found.setdefault(batch.unit, []).append(batch)
    return {unit: _counts(unit, sorted(some, key=lambda batch: (batch.at, batch.number))) for unit, some in sorted(found.items())}


def merged(some: Sequence[Counts]) -> Counts:
    """Several together, of one unit or of units that have the same sums."""
    if len(some) == 1:
        return some[0]
    batches = sorted((batch for one in some for batch in one.batches), key=lambda batch: (batch.at, batch.unit, batch.number))
    return Counts(some[0].unit if some else "", sum(one.n for one in some), add(one.sums for one in some), tuple(batches))


def counted(pool: Pool, unit: str) -> int:
    return pool[unit].n if unit in pool else 0


def of_kind(pool: Pool, kind: str) -> list[Counts]:
    return [counts for unit, counts in pool.items() if unit.startswith(f"{kind}:")]


def activity(pool: Pool) -> tuple[Activity, ...]:
    """The last twelve months in which anybody was counted."""
    months = [Activity(counts.unit.partition(":")[2], counts.n) for counts in of_kind(pool, ACTIVE)]
    return tuple(months[-MONTHS_SHOWN:])


def _counts(unit: str, batches: list[Batch]) -> Counts:
    return Counts(unit, sum(batch.n for batch in batches), add(batch.sums for batch in batches), tuple(batches))
