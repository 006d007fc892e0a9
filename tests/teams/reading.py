"""Reads what a team takes away as an attacker does: from the bytes of the files, and from what `stats --json` prints.

Of each period: the mean of the quiz (`MEAN`) and the share that had each question right (by its id).
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import openpyxl

from school.content import Course
from school.reports.team_csv import team_csv
from school.reports.team_pdf import team_pdf
from school.reports.team_xlsx import team_xlsx
from school.teams.snapshot import Snapshot
from school.teams.written import to_json
from tests.teams.people import SMALL
from tests.tools import run

MEAN = "gemiddelde"
PERIODS = {"alles": "all", "laatste drie maanden": "quarter"}


@dataclass(frozen=True)
class Said:
    """A share of `n` people; no value where the file tells none. `exact` is false where it says that it is coarse."""

    n: int
    value: float | None
    exact: bool = True


Told = dict[tuple[str, str], Said]


def from_stats(course: Course, snapshot: Snapshot) -> Told:
    """What `stats --json` prints and `export --to x.json` writes."""
    found: Told = {}
    for period, figures in json.loads(json.dumps(to_json(snapshot)))["periods"].items():
        for quiz in figures["quizzes"]:
            if quiz["form"]:
                found[period, MEAN] = _plain(quiz["mean"])
        for question in figures["questions"]:
            if question["quiz"]:
                found[period, question["task"]] = _plain(question["facility"])
    return found


def _plain(figure: Mapping[str, object]) -> Said:
    value = figure.get("value")
    return Said(int(str(figure["n"])), float(str(value)) if value is not None else None, not figure.get("about"))


def from_csv(course: Course, snapshot: Snapshot) -> Told:
    """The zip with plain tables."""
    archive = zipfile.ZipFile(io.BytesIO(team_csv(course, snapshot)))
    tables = {}
    for name in archive.namelist():
        lines = csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig")), delimiter=";")
        tables[name.removesuffix(".csv")] = _rows([[cell or None for cell in line] for line in lines])
    return dict(_from_tables(tables))


def from_xlsx(course: Course, snapshot: Snapshot) -> Told:
    """The workbook."""
    book = openpyxl.load_workbook(io.BytesIO(team_xlsx(course, snapshot)), read_only=True)
    return dict(_from_tables({sheet.title.lower(): _rows([list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book}))


Row = dict[str, object]


def _rows(lines: list[list[object]]) -> list[Row]:
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def _from_tables(tables: Mapping[str, list[Row]]) -> Iterator[tuple[tuple[str, str], Said]]:
    for row in tables.get("toetsen", []):
        if row["wat"] == "gemiddelde" and row["vorm"]:
            yield (PERIODS[str(row["periode"])], MEAN), _of_row(row)
    for row in tables.get("vragen", []):
        if row["wat"] == "goed" and row["toets"] != "oefening in de les":
            yield (PERIODS[str(row["periode"])], str(row["vraag"])), _of_row(row)


def _of_row(row: Row) -> Said:
    value = row["waarde"]
    exact = not str(row["opmerking"] or "").startswith("ongeveer")
    return Said(int(str(row["mensen"])), float(str(value).replace(",", ".")) if value is not None else None, exact)


def from_pdf(course: Course, snapshot: Snapshot) -> Told:
    """The report: whole percents of so many people are a whole number of people, as long as they are fewer than a hundred."""
    text = " ".join(run("pdftotext", "-layout", "-", "-", given=team_pdf(course, snapshot)).split())
    found: Told = {}
    for task in SMALL.quizzes["proeftoets"].questions:
        asked = re.escape(" ".join(course.tasks[task].prompt.split()))
        line = re.search(asked + r" (ongeveer )?(\d+)% [^.]*?goed, van (\d+) mensen", text)
        if line:
            n = int(line[3])
            found["all", task] = Said(n, round(int(line[2]) * n / 100) / n, exact=not line[1] and n < 100)
    return found


CHANNELS: dict[str, Callable[[Course, Snapshot], Told]] = {
    "stats --json": from_stats,
    "csv": from_csv,
    "xlsx": from_xlsx,
    "pdf": from_pdf,
}
