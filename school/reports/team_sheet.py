"""The sheet for a works council and a privacy officer, as a PDF."""

from datetime import UTC, datetime, time

from school.content import Course
from school.dutch import month
from school.reports.typesetting import typeset
from school.teams.sheet import TITLE, sections


def sheet_pdf(course: Course, *, minimum: int, keep_months: int) -> bytes:
    """One or two pages of A4, with the settings of this copy of the course."""
    parts = [{"title": title, "text": text} for title, text in sections(minimum=minimum, keep_months=keep_months)]
    data = {
        "title": TITLE,
        "course": course.about.title,
        "version": course.about.version,
        "as_of": month(course.about.as_of),
        "parts": parts,
    }
    return typeset("team-sheet.typ", data, made=datetime.combine(course.about.as_of, time(), UTC))
