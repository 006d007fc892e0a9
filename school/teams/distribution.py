"""Quantiles of Fisher's F and Student's t, to ten digits and at the same cost for any number of people."""

from functools import lru_cache
from math import exp, lgamma, log, log1p, sqrt

_TINY, _STEPS = 1e-300, 400


@lru_cache(maxsize=4096)
def f_quantile(chance: float, above: float, below: float) -> float:
    """The F (with `above` and `below` degrees of freedom) under which lies `chance`, by halving the beta's interval."""
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if beta_share(middle, above / 2, below / 2) < chance else (low, middle)
    x = (low + high) / 2
    return below * x / (above * (1 - x)) if x < 1 else float("inf")


@lru_cache(maxsize=4096)
def t_quantile(confidence: float, freedom: float) -> float:
    """The t within which Student's distribution holds `confidence`: the root of F with one degree above."""
    return sqrt(f_quantile(confidence, 1, freedom))


def beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction (Abramowitz and Stegun 26.5.8)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction from front to back (W. J. Lentz, Applied Optics 15, 1976)."""
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS):
        for part in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / _off_zero(1 + part * d)
            c = _off_zero(1 + part / c)
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
