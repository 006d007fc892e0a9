"""The report of a room as PDF and CSV: the same numbers in each, and nobody's name. As XLSX: `room_xlsx.py`."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from school.dutch import HOME, clock, day, percent
from school.reports.letters import cell, settable
from school.reports.typesetting import typeset
from school.room_report import RoomReport, RoundReport

HEAD = ("Vraag", "Soort", "Ronde", "Beantwoord", "Overgeslagen", "Antwoord", "Aandeel", "Toelichting", "Klopt")
QUESTIONS_HEAD = ("Vraag uit de zaal", "Stemmen", "Stand")
TOO_FEW = "te weinig antwoorden om te tonen"
Value = str | int | float | None


def room_pdf(report: RoomReport, *, made: datetime) -> bytes:
    """The report to print. The same report and moment give the same bytes."""
    data = {
        "title": f"Verslag: {settable(report.title)}",
        "course": report.course,
        "heading": settable(report.title),
        "when": _when(report),
        "rounds": [_round(each) for each in report.rounds],
        "questions": [[settable(text), votes, state] for text, votes, state in report.questions],
    }
    return typeset("room_report.typ", data, made=made)


def _when(report: RoomReport) -> str:
    opened = report.opened.astimezone(HOME)
    closed = f" tot {clock(report.closed)}" if report.closed else ""
    return f"{day(opened)}, {clock(report.opened)}{closed}"


def _round(each: RoundReport) -> dict[str, object]:
    return {
        "prompt": settable(each.prompt),
        "sort": each.sort + (f", ronde {each.number}" if each.number > 1 else ""),
        "said": settable(each.said),
        "rows": [[settable(row.label), row.share, settable(row.note), row.right] for row in each.rows],
        "right": [settable(line) for line in each.right],
        "texts": [settable(text) + (f" ({number})" if number > 1 else "") for text, number in each.texts],
    }


def table(report: RoomReport) -> Iterator[tuple[Value, ...]]:
    """One line for each answer that can be told apart; numbers are numbers, `Aandeel` is 0 to 1."""
    for each in report.rounds:
        about: tuple[Value, ...] = (each.prompt, each.sort, each.number, each.answered, each.skipped)
        for row in each.rows:
            yield (*about, row.label, row.share, row.note, "ja" if row.right else None)
        for text, number in each.texts:
            yield (*about, text, None, str(number), None)
        if not each.rows and not each.texts:
            yield (*about, TOO_FEW if each.hidden else None, None, None, None)


def room_csv(report: RoomReport) -> bytes:
    """With semicolons and a mark at the start, as a Dutch spreadsheet opens it at once."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for line in table(report):
        writer.writerow([_written(value) for value in line])
    if report.questions:
        writer.writerow([])
        writer.writerow(QUESTIONS_HEAD)
        for question in report.questions:
            writer.writerow([_written(value) for value in question])
    return text.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str | int:
    if isinstance(value, float):
        return percent(value)
    return cell(value) if isinstance(value, str) else "" if value is None else value
