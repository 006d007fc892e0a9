"""The grains that every team figure is made of: at least five people, counted together once, for good.

A fact about somebody (a first go at a quiz, a first answer to an exercise) enters the figures in one batch and in no
other, of whatever team. Whatever is published is a sum over whole batches, so that subtracting anything published from
anything else leaves whole batches: nobody alone, and no group smaller than the smallest batch. A batch never changes,
not when somebody leaves and not when they come back. See docs/decisions/0017-team-figures.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import fsum

from school.learning import Record

Sums = Mapping[str, float]
"""What is added up over people, by name; see `school.teams.facts` for the names."""


@dataclass(frozen=True)
class Member:
    """Somebody in a team now. `counted` are the units this person was counted in before, in whatever team.

    `named` is the name under which they show their own scores, nothing by default; `known` says that they ever did so
    in this team, since what was seen cannot be unseen.
    """

    person: str
    joined: datetime
    record: Record
    counted: frozenset[str] = frozenset()
    named: str | None = None
    known: bool = False


@dataclass(frozen=True)
class Batch:
    """`n` people counted together in one unit, at one moment, with this version of the course; `sums` over them."""

    unit: str
    number: int
    at: datetime
    course: str
    n: int
    sums: Sums


@dataclass(frozen=True)
class Counted:
    """That a person is in a batch, with which attempt or answer. Never published; it proves the sums, and counts once."""

    person: str
    unit: str
    number: int
    source: str


def add(sums: Iterable[Sums]) -> dict[str, float]:
    """The sums together, to the last digit whatever the order."""
    parts: dict[str, list[float]] = {}
    for one in sums:
        for name, value in one.items():
            parts.setdefault(name, []).append(value)
    return {name: fsum(values) for name, values in sorted(parts.items())}
