"""A figure as it is published: known with its n, too few people to say, or a share so extreme that it would speak of everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

LOW, HIGH = 0.1, 0.9
"""Shares outside these are said as "< 10 %" and "> 90 %": the exact one would say what everybody answered."""


@dataclass(frozen=True)
class Known:
    """A value over `n` people; a share is 0 to 1. The interval holds it with 95 % confidence."""

    value: float
    n: int
    interval: tuple[float, float] | None = None


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


def share(value: float, n: int, interval: tuple[float, float] | None = None) -> Known | Extreme:
    """A share of `n` people, without saying how extreme it is."""
    if value > HIGH:
        return Extreme("high", n)
    return Extreme("low", n) if value < LOW else Known(value, n, interval)


def to_json(figure: Figure) -> dict[str, object]:
    match figure:
        case Known(value, n, interval):
            return {"value": value, "n": n, "interval": list(interval) if interval else None}
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
    return Known(_number(data["value"]), n, (_number(interval[0]), _number(interval[1])) if isinstance(interval, list) else None)


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"'{value}' is no whole number")  # noqa: TRY004  (data of another version, not a programming error)
    return value


def _number(value: object) -> float:
    if not isinstance(value, (int, float)):
        raise ValueError(f"'{value}' is no number")  # noqa: TRY004  (data of another version, not a programming error)
    return float(value)
