"""A figure as it is published: known with its n, too few people to say, or a share so extreme that it would speak of everybody."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never

Interval = tuple[float, float]

LOW, HIGH = 0.1, 0.9
"""Shares outside these are said as "< 10 %" and "> 90 %": the exact one would say what everybody answered."""


@dataclass(frozen=True)
class Known:
    """A value over `n` people; a share is 0 to 1. The interval holds it with 95 % confidence.

    `about` says that it is coarse on purpose: part of these people answered too much alike to be counted exactly.
    """

    value: float
    n: int
    interval: Interval | None = None
    about: bool = False


@dataclass(frozen=True)
class TooFew:
    """`n` people are counted; from `needed` the figure says something."""

    n: int
    needed: int


@dataclass(frozen=True)
class Extreme:
    """A share under 10 % or over 90 % of `n` people."""

    side: Literal["low", "high"]
    n: int


@dataclass(frozen=True)
class Withheld:
    """Left out on purpose: with it, another figure that is hidden could be worked out."""

    n: int


Figure = Known | TooFew | Extreme | Withheld


def share(value: float, n: int, interval: Interval | None = None) -> Known | Extreme:
    """A share of `n` people, without saying how extreme it is."""
    if value > HIGH:
        return Extreme("high", n)
    return Extreme("low", n) if value < LOW else Known(value, n, interval)


def weight(figure: Figure) -> float:
    """A share as a number, also when it is too extreme to tell; 0 when it says nothing."""
    match figure:
        case Known(value):
            return value
        case Extreme(side):
            return LOW / 2 if side == "low" else 1 - LOW / 2
        case _:
            return 0.0


def exact(figure: Figure) -> bool:
    return isinstance(figure, Known) and not figure.about


def together(shares: Sequence[Figure], *, few: TooFew, interval: Callable[[float, int], Interval] | None = None) -> Figure:
    """One share of several, each for its own people, and of nothing that these do not tell; `few` when none of them tells anything."""
    told = [one for one in shares if isinstance(one, Known | Extreme)]
    if not told:
        return next((one for one in shares if isinstance(one, Withheld)), few)
    if len(told) == 1:
        return told[0]
    n = sum(one.n for one in told)
    value = sum(weight(one) * one.n for one in told) / n
    made = share(value, n, interval(value, n) if interval else None)
    return made if isinstance(made, Extreme) or all(map(exact, told)) else replace(made, about=True)


def to_json(figure: Figure) -> dict[str, object]:
    match figure:
        case Known(value, n, interval, about):
            return {"value": value, "n": n, "interval": list(interval) if interval else None, "about": about}
        case TooFew(n, needed):
            return {"n": n, "needed": needed}
        case Extreme(side, n):
            return {"extreme": side, "n": n}
        case Withheld(n):
            return {"withheld": True, "n": n}
        case _:
            assert_never(figure)


def from_json(data: Mapping[str, object]) -> Figure:
    """What `to_json` made; a `KeyError` or `ValueError` for anything else."""
    n = _whole(data["n"])
    if "needed" in data:
        return TooFew(n, _whole(data["needed"]))
    if "extreme" in data:
        return Extreme("high" if data["extreme"] == "high" else "low", n)
    if "withheld" in data:
        return Withheld(n)
    interval = data["interval"]
    limits = (_number(interval[0]), _number(interval[1])) if isinstance(interval, list) else None
    return Known(_number(data["value"]), n, limits, bool(data["about"]))


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"'{value}' is no whole number")  # noqa: TRY004  (data of another version, not a programming error)
    return value


def _number(value: object) -> float:
    if not isinstance(value, (int, float)):
        raise ValueError(f"'{value}' is no number")  # noqa: TRY004  (data of another version, not a programming error)
    return float(value)
