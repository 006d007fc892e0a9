"""The published figures as plain tables: a CSV file per table, in one zip; as a Dutch spreadsheet opens them."""

import csv
import io
import zipfile
from datetime import datetime

from school.content import Course
from school.reports.team_tables import Cell, Table, tables
from school.teams.snapshot import Snapshot

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes text that begins with one of these for a formula."""


def team_csv(course: Course, snapshot: Snapshot) -> bytes:
    """A zip; the same figures and moment give the same bytes."""
    kept = io.BytesIO()
    made = snapshot.made
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables(course, snapshot):
            name = f"{table.name.lower().replace(' ', '-')}.csv"
            info = zipfile.ZipInfo(name, (max(made.year, 1980), made.month, made.day, made.hour, made.minute, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, as_csv(table))
    return kept.getvalue()


def as_csv(table: Table) -> bytes:
    """UTF-8 with a mark, semicolons, and numbers with a comma: so Excel in Dutch reads them as they are."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_written(value) for value in row] for row in table.rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _written(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float):
        return f"{value:.6f}".replace(".", ",")
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGEROUS) else str(value)
