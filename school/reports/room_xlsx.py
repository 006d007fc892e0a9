"""The report of a room as XLSX. A file of its own: the library takes a fifth of a second to load, and few ask for it."""

import io
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from school.reports.letters import cell
from school.reports.room import HEAD, QUESTIONS_HEAD, Value, table
from school.room_report import RoomReport


def room_xlsx(report: RoomReport) -> bytes:
    """Two sheets. Every text is stored as text, so that no program takes one for a formula."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "Antwoorden"
    _fill(first, HEAD, table(report), widths=(60, 18, 8, 12, 14, 60, 10, 24, 8))
    _fill(book.create_sheet("Vragen"), QUESTIONS_HEAD, report.questions, widths=(80, 10, 14))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(
    sheet: Worksheet, head: tuple[str, ...], lines: Iterator[tuple[Value, ...]] | tuple[tuple[Value, ...], ...], *, widths: tuple[int, ...]
) -> None:
    for at, line in enumerate((head, *lines), 1):
        for column, value in enumerate(line, 1):
            _set(sheet.cell(at, column), value)
            if at == 1:
                sheet.cell(at, column).font = Font(bold=True)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    sheet.freeze_panes = "A2"


def _set(at: Cell, value: Value) -> None:
    if isinstance(value, str):
        at.value = cell(value)
        at.data_type = "s"  # openpyxl takes what begins with "=" for a formula
    else:
        at.value = value
        if isinstance(value, float):
            at.number_format = "0%"
