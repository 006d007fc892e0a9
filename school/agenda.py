"""Dates as a calendar file (RFC 5545). Whose dates they are and what they mean is not known here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MOST_OCTETS = 75
END = "\r\n"


@dataclass(frozen=True)
class Day:
    """Something on a whole day. `id` stays the same for the same thing, so that reading the file twice adds nothing."""

    id: str
    on: date
    title: str
    text: str
    address: str | None = None


def calendar(days: Sequence[Day], *, name: str, maker: str, now: datetime) -> str:
    """The text of an .ics file, in UTF-8 to be."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_text(maker)}//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{_text(name)}"]
    lines += [line for day in days for line in _event(day, now)]
    return END.join(_folded(line) for line in [*lines, "END:VCALENDAR"]) + END


def _event(day: Day, now: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{day.id}",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(day.title)}",
        f"DESCRIPTION:{_text(day.text)}",
        "TRANSP:TRANSPARENT",  # a reminder, nobody is busy
        "CLASS:PRIVATE",
    ]
    return [*lines, *([f"URL:{day.address}"] if day.address else []), "END:VEVENT"]


def _text(value: str) -> str:
    """A value as text: what has a meaning in the format is escaped, and nothing can begin a new line."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c for c in lines if c == "\n" or (c >= " " and c != "\x7f"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no character cut in two; every next piece begins with a space."""
    pieces: list[str] = []
    piece = ""
    for character in line:
        room = MOST_OCTETS - (1 if pieces else 0)
        if len((piece + character).encode()) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return f"{END} ".join([*pieces, piece])
