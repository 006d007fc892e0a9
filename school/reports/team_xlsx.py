"""The published figures as a workbook: a sheet per table, numbers as numbers, text as text whatever it looks like."""

import io
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import Cell as Box
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from school.content import Course
from school.reports.team_tables import Cell, Table, tables
from school.teams.snapshot import Snapshot

_HEAD = PatternFill("solid", fgColor="E2EBE7")
WIDEST = 60
PAPER_A4 = 9
LINE = 15
"""The height of a line, in points."""
SHARE, DAY = "0.000", "d-m-yyyy"


def team_xlsx(course: Course, snapshot: Snapshot) -> bytes:
    """The same figures and moment give the same tables."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = f"Teamcijfers {snapshot.name}"
    book.properties.creator = course.about.title
    book.properties.created = book.properties.modified = snapshot.made.replace(tzinfo=None)
    for table in tables(course, snapshot):
        _fill(book.create_sheet(table.name), table)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    for column, name in enumerate(table.columns, 1):
        box = _put(sheet, 1, column, name)
        box.font, box.fill = Font(bold=True), _HEAD
    for row, values in enumerate(table.rows, 2):
        for column, value in enumerate(values, 1):
            _put(sheet, row, column, value)
        lines = max(-(-len(value) // (WIDEST - 6)) if isinstance(value, str) else 1 for value in values)
        if lines > 1:  # not every program makes a row as high as what is in it
            sheet.row_dimensions[row].height = LINE * lines
    sheet.freeze_panes = "A2"
    _fit_on_paper(sheet)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    for column in range(1, len(table.columns) + 1):
        longest = max(_length(sheet.cell(row, column).value) for row in range(1, min(len(table.rows), 200) + 2))
        sheet.column_dimensions[get_column_letter(column)].width = min(WIDEST, max(10, longest + 2))


def _length(value: object) -> int:
    """Letters it takes, as it is shown."""
    return 10 if isinstance(value, float | datetime) else len(str(value or ""))


def _fit_on_paper(sheet: Worksheet) -> None:
    """All columns on one sheet of A4, with their names on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> Box:
    """Text stays text: without this, what begins with = would be a formula in the reader's workbook."""
    box = sheet.cell(row, column)
    assert isinstance(box, Box)
    box.value = value
    if isinstance(value, str):
        box.data_type = "s"
        box.quotePrefix = value.startswith(("=", "+", "-", "@", "\t", "\r"))
        box.alignment = Alignment(wrap_text=len(value) > WIDEST - 6, vertical="top")
        return box
    box.alignment = Alignment(vertical="top")
    if isinstance(value, datetime):
        box.number_format = DAY
    elif isinstance(value, float):
        box.number_format = SHARE
    return box
