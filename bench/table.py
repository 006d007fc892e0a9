"""The figures as a table: what, value, bar, ok or over. Arithmetic only; nothing is measured here."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

Verdict = Literal["ok", "over", "-"]


@dataclass(frozen=True)
class Row:
    """One figure. Without a `bar` it only informs; `note` says what lies behind it."""

    what: str
    value: float
    unit: str
    bar: float | None = None
    note: str = ""

    @property
    def verdict(self) -> Verdict:
        """Over only when it is more than the bar; equal is ok."""
        if self.bar is None:
            return "-"
        return "ok" if self.value <= self.bar else "over"


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of the values do not exceed; `ValueError` without values."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    # -(-a // b) rounds up; the product is rounded first because 0.95 * 20 is a little over 19.
    place = int(-(-round(share * len(ordered), 9) // 1))
    return ordered[max(place, 1) - 1]


def ratios(what: str, values: Sequence[float], empty: Sequence[float], *, bars: tuple[float | None, float | None]) -> list[Row]:
    """The median and the p95 of `values`, each over the same of `empty`; both in ms, from the same rounds."""
    middle, base = median(values), median(empty)
    high, high_base = percentile(values, 0.95), percentile(empty, 0.95)
    return [
        Row(f"{what}, median", middle / base, "x", bars[0], f"{middle:.1f} ms, empty {base:.1f}"),
        Row(f"{what}, p95", high / high_base, "x", bars[1], f"{high:.1f} ms, empty {high_base:.1f}"),
    ]


def table(rows: Sequence[Row]) -> str:
    """The rows as text, in columns."""
    head = ("what", "value", "bar", "", "behind it")
    lines = [head, *((row.what, _shown(row.value, row.unit), _bar(row), row.verdict, row.note) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    what, value, bar, verdict, note = cells
    return f"{what:{widths[0]}}  {value:>{widths[1]}}  {bar:>{widths[2]}}  {verdict:{widths[3]}}  {note}".rstrip()


def _bar(row: Row) -> str:
    return "" if row.bar is None else f"<= {_shown(row.bar, row.unit)}"


def _shown(value: float, unit: str) -> str:
    digits = 0 if unit in ("B", "") else 2
    return f"{value:,.{digits}f} {unit}".rstrip()
