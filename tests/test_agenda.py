"""A calendar file that other programs can read (RFC 5545)."""

import re
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from school.agenda import Day, calendar

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_day_is_an_event_of_a_whole_day() -> None:
    day = Day("herhalen-20261231@cursus", date(2026, 12, 31), "Herhalen: 3 vragen", "Ongeveer 3 minuten.", "https://voorbeeld.nl/herhalen")
    assert calendar([day], name="Herhalen", maker="Cursus", now=NOW) == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Cursus//NL\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nX-WR-CALNAME:Herhalen\r\n"
        "BEGIN:VEVENT\r\nUID:herhalen-20261231@cursus\r\nDTSTAMP:20261122T200000Z\r\n"
        "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"
        "SUMMARY:Herhalen: 3 vragen\r\nDESCRIPTION:Ongeveer 3 minuten.\r\nTRANSP:TRANSPARENT\r\nCLASS:PRIVATE\r\n"
        "URL:https://voorbeeld.nl/herhalen\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def test_what_has_a_meaning_in_the_format_is_escaped() -> None:
    text = calendar([Day("a", date(2026, 12, 1), "Een, twee; drie\\vier\nvijf", "x")], name="n", maker="m", now=NOW)
    assert "SUMMARY:Een\\, twee\\; drie\\\\vier\\nvijf" in unfolded(text)


WRITTEN = {"\\\\": "\\", "\\n": "\n", "\\,": ",", "\\;": ";"}


@given(st.text(max_size=300).map(lambda text: text.encode(errors="ignore").decode()))
def test_no_line_is_too_long_no_character_is_cut_and_no_text_begins_a_line_of_its_own(text: str) -> None:
    made = calendar([Day("a", date(2026, 12, 1), text, text)], name=text, maker="m", now=NOW)
    lines = made.encode().split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() is not None for line in lines)
    assert len(unfolded(made)) == 18
    assert b"\n" not in made.encode().replace(b"\r\n", b"")
    [summary] = [line for line in unfolded(made) if line.startswith("SUMMARY:")]
    read_back = re.sub(r"\\.", lambda found: WRITTEN[found.group()], summary.removeprefix("SUMMARY:"))
    line_ends = text.replace("\r\n", "\n").replace("\r", "\n")
    assert read_back == "".join(c for c in line_ends if c == "\n" or (c >= " " and c != "\x7f"))
