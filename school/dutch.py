"""Dates, times, numbers and plurals as a Dutch reader expects them."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
HOME = ZoneInfo("Europe/Amsterdam")


def day(moment: date) -> str:
    """'22 november 2026'."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def short_day(moment: date) -> str:
    """'22 nov'."""
    return f"{moment.day} {SHORT_MONTHS[moment.month - 1]}"


def near_day(moment: date, today: date) -> str:
    """'vandaag', 'morgen', 'donderdag 26 november', and with the year when that is another one."""
    if (moment - today).days in (0, 1):
        return "morgen" if moment > today else "vandaag"
    year = "" if moment.year == today.year else f" {moment.year}"
    return f"{WEEKDAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]}{year}"


def month(moment: date) -> str:
    """'november 2026'."""
    return f"{MONTHS[moment.month - 1]} {moment.year}"


def clock(moment: datetime, zone: tzinfo = HOME) -> str:
    """'14:02', in the reader's own time zone."""
    return f"{moment.astimezone(zone):%H:%M}"


def percent(share: float) -> str:
    """'63%' for 0.625; halves go up, as people do it."""
    return f"{int(share * 100 + 0.5)}%"


def number(value: float, digits: int = 0) -> str:
    """'1.234,5', and '−1,2' with a real minus; never '−0'."""
    return f"{value:z,.{digits}f}".translate(str.maketrans(",.-", ".,−"))


def duration(minutes: int) -> str:
    """'45 minuten', '2 uur', '2 uur en 20 minuten'; above an hour in steps of five minutes."""
    if minutes < 60:
        return count(minutes, "minuut", "minuten")
    hours, rest = divmod(5 * round(minutes / 5), 60)
    return f"{hours} uur en {rest} minuten" if rest else f"{hours} uur"


def count(amount: int, one: str, more: str) -> str:
    """'1 vraag', '3 vragen'."""
    return f"{amount} {one if amount == 1 else more}"


def sentence_list(parts: list[str]) -> str:
    """'a, b en c'."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}" if parts else ""
