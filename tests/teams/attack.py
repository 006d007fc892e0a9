"""An attacker who keeps every file that was ever made, knows who is counted in each figure, and subtracts."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from school.teams.enough import MEAN as MEAN_FROM
from school.teams.enough import SHARE
from school.teams.facts import QUIZ
from tests.teams.people import SMALL
from tests.teams.reading import CHANNELS, MEAN
from tests.teams.world import MINIMUM, TASKS, Issue, People, World


@dataclass(frozen=True)
class Known:
    """An equation: the scores of these people at a question, or at all (`MEAN`), add up to `total`."""

    moment: int
    what: str
    people: People
    total: float


@dataclass(frozen=True)
class Group:
    """People of whom something is published, whether it can be read or not."""

    moment: int
    people: People


def read(world: World, channel: str, *, every: int = 1) -> tuple[list[Known], list[Group]]:
    """What follows from one kind of file: of all that was published, or of each so-manieth moment and the last."""
    known: list[Known] = []
    groups: list[Group] = []
    last = max(issue.moment for issue in world.issues)
    before: dict[tuple[str, str], tuple[Issue, list[Known], list[Group]]] = {}
    for issue in world.issues:
        if issue.moment % every and issue.moment != last:
            continue
        whose = (issue.snapshot.kind, issue.snapshot.id)
        earlier, equations, there = before.get(whose, (None, [], []))
        if earlier is None or not _tell_the_same(issue, earlier):
            equations, there = _read_one(world, issue, channel)
        before[whose] = issue, equations, there
        known += [replace(one, moment=issue.moment) for one in equations]
        groups += [replace(one, moment=issue.moment) for one in there]
    return known, groups


def _tell_the_same(one: Issue, other: Issue) -> bool:
    """The same figures of the same people: reading them once more teaches nobody anything."""
    return one.snapshot.periods == other.snapshot.periods and one.sources == other.sources


def _read_one(world: World, issue: Issue, channel: str) -> tuple[list[Known], list[Group]]:
    known: list[Known] = []
    groups: list[Group] = []
    for (period, what), said in CHANNELS[channel](SMALL, issue.snapshot).items():
        cells = _cells(world, issue, period, MEAN_FROM if what == MEAN else SHARE)
        groups += [Group(issue.moment, people) for people, _ in cells]
        if said.value is not None and said.exact:
            known += _equation(world, issue, what, cells, said.n, said.value * said.n * (len(TASKS) if what == MEAN else 1))
    return known, groups


Cells = list[tuple[People, int]]
"""Who is in each, and how many that would be when nobody was counted twice."""


def _cells(world: World, issue: Issue, period: str, least: int) -> Cells:
    source = issue.sources["all" if period == "all" else "quarter"]
    units = [unit for unit in source.pool if unit.startswith(QUIZ)]
    counts = [cell.counts for unit in units for cell in source.cells((unit,), least)]
    return [(world.inside(one.batches), one.n) for one in counts]


def _equation(world: World, issue: Issue, what: str, cells: Cells, n: int, total: float) -> Iterator[Known]:
    """Of which cells a figure is, the attacker sees from its n, and we help: it is those of which it is true."""
    for many in range(len(cells), 0, -1):
        for some in combinations(cells, many):
            people = frozenset().union(*(who for who, _ in some))
            if sum(of for _, of in some) == n != len(people):
                return  # somebody was counted twice: this is no sum over people
            if len(people) == n and abs(true_total(world, what, people) - total) < 1e-4:
                yield Known(issue.moment, what, people, total)
                return
    raise AssertionError(f"a figure over {n} people is no sum over people: {what} {total}")


def true_total(world: World, what: str, people: Iterable[str]) -> float:
    return sum(sum(world.people[name].scores.values()) if what == MEAN else world.people[name].scores[what] for name in people)


def by_subtracting(known: Iterable[Known], told: Collection[str]) -> People | None:
    """Fewer than five people whose sum is known, or whose sums differ by a known amount; nothing when there are none.

    Who is shown by name is subtracted first: their scores are known. With two figures A and B, whoever is in only one
    of them is left over in A - B.
    """
    groups = {one.people - frozenset(told) for one in known} | {frozenset()}
    for one, other in combinations(sorted(groups, key=sorted), 2):
        if 0 < len(one ^ other) < MINIMUM:
            return one ^ other
    return None


def by_algebra(known: Iterable[Known], told: Collection[str]) -> People | None:
    """A person whose own score follows from any sums and differences of everything published; nothing when nobody's does.

    The figures are equations in the scores. A person is exposed when their unit vector lies in the span of the rows,
    and two people are when the difference or the sum of theirs does.
    """
    groups = sorted({one.people - frozenset(told) for one in known} - {frozenset()}, key=sorted)
    people = sorted({name for group in groups for name in group})
    if not people:
        return None
    rows = np.array([[float(name in group) for name in people] for group in groups])
    # What the attacker cannot see is the null space; whoever is zero all through it is determined.
    _, sizes, right = np.linalg.svd(rows)
    rank = int((sizes > 1e-9).sum())
    hidden = right[rank:]
    if not len(hidden):
        return frozenset(people[:1])
    weights = np.abs(hidden).max(axis=0)
    alone = [name for name, weight in zip(people, weights, strict=True) if weight < 1e-9]
    if alone:
        return frozenset(alone[:1])
    return _pair(people, hidden)


def _pair(people: list[str], hidden: np.ndarray) -> People | None:
    """Two people whose sum or difference is determined."""
    for sign in (1, -1):
        both = np.abs(hidden[:, :, None] + sign * hidden[:, None, :]).max(axis=0)
        np.fill_diagonal(both, 1.0)
        found = np.argwhere(both < 1e-9)
        if len(found):
            return frozenset(people[i] for i in found[0])
    return None


def by_extremes(world: World, known: Iterable[Known], groups: Iterable[Group]) -> tuple[People, str] | None:
    """A group that answered a question (nearly) all alike, of which the exact share follows from what one moment tells.

    Every group of which anything is published is tried, and every difference of two. The scores per question are the unknowns;
    the mean of the quiz is an equation over all its questions.
    """
    every, there = list(known), list(groups)
    for moment in {one.moment for one in every}:
        rows = [one for one in every if one.moment == moment]
        found = _extreme(world, rows, {one.people for one in there if one.moment == moment})
        if found:
            return found
    return None


def _extreme(world: World, rows: list[Known], groups: set[People]) -> tuple[People, str] | None:
    people = sorted({name for group in groups for name in group})
    places = {(name, task): i for i, (name, task) in enumerate((name, task) for name in people for task in TASKS)}
    matrix = np.array([_row(places, one.people, one.what) for one in rows])
    _, sizes, right = np.linalg.svd(matrix, full_matrices=False)
    seen = right[sizes > 1e-9]
    for group in groups | {one - other for one, other in combinations(groups, 2)} | {other - one for one, other in combinations(groups, 2)}:
        for task in TASKS:
            if len(group) < MINIMUM or 0.1 <= true_total(world, task, group) / len(group) <= 0.9:
                continue
            row = _row(places, group, task)
            if np.abs(row - (row @ seen.T) @ seen).max() < 1e-9:
                return group, task
    return None


def _row(places: dict[tuple[str, str], int], people: People, what: str) -> np.ndarray:
    row = np.zeros(len(places))
    row[[places[name, task] for name in people for task in (TASKS if what == MEAN else (what,))]] = 1.0
    return row
