"""An attacker who keeps everything that was ever published, knows who is in each figure, and subtracts."""

from collections.abc import Collection, Iterable
from itertools import combinations

import numpy as np

from tests.teams.world import MINIMUM, Published


def by_subtracting(published: Iterable[Published], told: Collection[str]) -> frozenset[str] | None:
    """Fewer than five people whose sum is known, or whose sums differ by a known amount; nothing when there are none.

    Who is shown by name is subtracted first: their scores are known. With two figures A and B, whoever is in only one
    of them is left over in A - B.
    """
    groups = {one.people - frozenset(told) for one in published} | {frozenset()}
    for one, other in combinations(sorted(groups, key=sorted), 2):
        if 0 < len(one ^ other) < MINIMUM:
            return one ^ other
    return None


def by_algebra(published: Iterable[Published], told: Collection[str]) -> frozenset[str] | None:
    """A person whose own score follows from any sums and differences of everything published; nothing when nobody's does.

    The figures are equations in the scores. A person is exposed when their unit vector lies in the span of the rows,
    and two people are when the difference or the sum of theirs does.
    """
    groups = sorted({one.people - frozenset(told) for one in published} - {frozenset()}, key=sorted)
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


def _pair(people: list[str], hidden: np.ndarray) -> frozenset[str] | None:
    """Two people whose sum or difference is determined."""
    for sign in (1, -1):
        both = np.abs(hidden[:, :, None] + sign * hidden[:, None, :]).max(axis=0)
        np.fill_diagonal(both, 1.0)
        found = np.argwhere(both < 1e-9)
        if len(found):
            return frozenset(people[i] for i in found[0])
    return None
