"""What a group learned between two tests: Hake's normalised gain on group means, with an interval. No person is named here.

<g> = (after - before) / (1 - before), on the means of the people who did both tests (R. R. Hake, Am. J. Phys. 66, 1998).
1 - <g> is a ratio of two paired means, so its interval is Fieller's (E. C. Fieller, J. R. Stat. Soc. B 16, 1954): exact for
normal means, without drawing lots, and open when the group began too near to 100 % to say anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, cos, pi, sin, sqrt
from statistics import covariance, fmean, variance

HIGH, LOW = 0.7, 0.3
"""From 0.7 a gain is called high, under 0.3 low."""


@dataclass(frozen=True)
class GroupGain:
    """A group before and after, 0 to 1: `n` people with both tests, the gain, and where it lies with 95 % confidence.

    The gain is nothing when everybody had everything right before; the interval is nothing when it cannot be closed.
    """

    n: int
    before: float
    after: float
    gain: float | None
    interval: tuple[float, float] | None


def hake(pre_mean: float, post_mean: float) -> float | None:
    """The normalised gain on two group means of 0 to 1; nothing when there was nothing left to learn."""
    return None if pre_mean >= 1 else (post_mean - pre_mean) / (1 - pre_mean)


def group_gain(pairs: Sequence[tuple[float, float]], *, confidence: float = 0.95) -> GroupGain | None:
    """For the scores (0 to 1) before and after of everybody who did both tests; nothing for nobody."""
    if not pairs:
        return None
    before, after = fmean(pre for pre, _ in pairs), fmean(post for _, post in pairs)
    return GroupGain(len(pairs), before, after, hake(before, after), _interval(pairs, confidence))


def _interval(pairs: Sequence[tuple[float, float]], confidence: float) -> tuple[float, float] | None:
    """Fieller's interval for 1 minus the ratio of what was left to learn after and before."""
    n = len(pairs)
    if n < 2:
        return None
    left_before, left_after = [1 - pre for pre, _ in pairs], [1 - post for _, post in pairs]
    square = t_quantile(confidence, n - 1) ** 2 / n
    below = fmean(left_before) ** 2 - square * variance(left_before)
    if below <= 0:
        return None
    middle = fmean(left_before) * fmean(left_after) - square * covariance(left_before, left_after)
    above = fmean(left_after) ** 2 - square * variance(left_after)
    spread = sqrt(max(0.0, middle**2 - below * above))
    return 1 - (middle + spread) / below, 1 - (middle - spread) / below


def t_quantile(confidence: float, freedom: int) -> float:
    """The t within which Student's distribution holds `confidence` (0 to 1), by halving; to ten digits."""
    low, high = 0.0, 1e6
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < confidence else (low, middle)
    return (low + high) / 2


def _within(t: float, freedom: int) -> float:
    """The chance that Student's t lies between -t and t (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    angle = atan(t / sqrt(freedom))
    odd = freedom % 2
    term, total = (cos(angle), 0.0) if odd else (1.0, 0.0)
    for k in range(odd, freedom - 1, 2):
        total += term
        term *= (k + 1) / (k + 2) * cos(angle) ** 2
    if odd:
        return 2 / pi * (angle + sin(angle) * total)
    return sin(angle) * total
