"""What a team takes away: the same numbers as the page, typed, and never a formula."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from fontTools.ttLib import TTFont

from school.reports.letters import LETTERS
from school.reports.team_csv import as_csv, team_csv
from school.reports.team_pdf import team_pdf
from school.reports.team_sheet import sheet_pdf
from school.reports.team_tables import FIGURE, Table, cells, tables
from school.reports.team_xlsx import team_xlsx
from school.teams.figures import Extreme, Known, TooFew, Withheld
from school.teams.making import TeamScope, organisation_snapshot, team_snapshot
from school.teams.releasing import release
from school.teams.snapshot import Named
from tests.teams.people import NOW, REAL, ROOT, measured, practised
from tests.tools import need_tools, run

FONTS = ROOT / "school" / "reports" / "fonts"
EVIL = ('=HYPERLINK("http://fout.example")', "+1+1", "-1", "@SUM(A1)", "\t=1")


@pytest.fixture(scope="module")
def snapshot():
    members = [*practised(REAL, "hechting", 60)[0], *[replace(m, person=f"t{m.person}") for m in measured(REAL, 30)[0]]]
    batches = release(REAL, members, at=NOW, minimum=5, made=()).batches
    return team_snapshot(REAL, TeamScope("t", "Team De Linde"), batches, at=NOW, minimum=5)


def read(workbook: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook))


def test_the_workbook_holds_every_table_with_numbers_as_numbers(snapshot):
    book = read(team_xlsx(REAL, snapshot))
    made = tables(REAL, snapshot)
    assert book.sheetnames == [table.name for table in made]
    for table in made:
        sheet = book[table.name]
        assert tuple(box.value for box in sheet[1]) == table.columns
        for row, values in zip(sheet.iter_rows(min_row=2), table.rows, strict=True):
            for box, value in zip(row, values, strict=True):
                assert box.value == pytest.approx(value) if isinstance(value, float) else box.value == value
                assert not isinstance(value, int | float) or box.data_type == "n"
                # In a format the point stands for the mark of the reader's own language: an Excel in Dutch shows a comma.
                assert not isinstance(value, float) or box.number_format == "0.000"
                assert not isinstance(value, datetime) or box.is_date


def test_the_tables_hold_the_published_figures_and_no_other(snapshot):
    goals = next(table for table in tables(REAL, snapshot) if table.name == "Leerdoelen")
    found = {(row[0], row[2], row[3]): row[4:] for row in goals.rows}
    for goal in snapshot.periods["all"].goals:
        assert found["alles", goal.goal, "oefenvragen goed"] == cells(goal.share)
        assert found["alles", goal.goal, "eindtoets"] == cells(goal.tests.after)


def test_what_is_not_told_is_empty_and_says_why():
    for figure in (TooFew(4, 12), Extreme("high", 12), Withheld(12)):
        value, low, high, n, why = cells(figure)
        assert (value, low, high) == (None, None, None) and n == figure.n and why
    assert cells(Known(0.5, 12, (0.2, 0.8))) == (0.5, 0.2, 0.8, 12, None)
    assert len(FIGURE) == 5


@pytest.mark.parametrize("name", EVIL)
def test_a_name_that_looks_like_a_formula_stays_text(snapshot, name):
    team = replace(snapshot, name=name, named=(Named("p", name, {"hechting": 0.5}),))
    book = read(team_xlsx(REAL, team))
    boxes = [box for sheet in book.worksheets for row in sheet.iter_rows() for box in row]
    assert {box.data_type for box in boxes if box.value == name} == {"s"}
    assert not [box for box in boxes if box.data_type == "f"]
    line = as_csv(Table("x", ("naam",), ((name,),))).decode("utf-8-sig").splitlines()[1]
    assert line.lstrip('"').startswith("'")


def test_the_plain_tables_hold_the_same_numbers(snapshot):
    archive = zipfile.ZipFile(io.BytesIO(team_csv(REAL, snapshot)))
    for table in tables(REAL, snapshot):
        text = archive.read(f"{table.name.lower().replace(' ', '-')}.csv").decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        assert tuple(rows[0]) == table.columns and len(rows) == len(table.rows) + 1
        for written, values in zip(rows[1:], table.rows, strict=True):
            for cell, value in zip(written, values, strict=True):
                assert not isinstance(value, float) or float(cell.replace(",", ".")) == pytest.approx(value, abs=1e-6)
    assert team_csv(REAL, snapshot) == team_csv(REAL, snapshot)


def test_the_report_says_the_figures_in_words(snapshot, tmp_path):
    need_tools()
    paper = tmp_path / "team.pdf"
    paper.write_bytes(team_pdf(REAL, snapshot))
    assert "no syntax or stream encoding errors" in run("qpdf", "--check", paper).lower().replace("\n", " ")
    text = " ".join(run("pdftotext", "-layout", paper, "-").split())
    for words in (
        "Team De Linde",
        "22 november 2026",
        "Waar het team sterk is",
        "Wat herhalen we",
        "Startmeting en eindtoets",
        "Waarom hier gaten zitten",
        "1 van",
    ):
        assert words in text
    assert "Tagged: yes" in " ".join(run("pdfinfo", paper).split())


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Łódź – Şırnak", "Łódź – Şırnak"),
        ("Zorg 🌻 team", "Zorg · team"),
        ("Wĳkteam 李", "Wijkteam ·"),
        ("Команда", "·······"),
        ("Nguyễn\u202e\x07 ŦĬ", "Nguyễn ··"),
    ],
)
def test_a_name_in_letters_that_we_lack_is_printed_as_far_as_we_can(snapshot, name, printed):
    need_tools()
    team = replace(snapshot, name=name, named=(Named("p", name, {"hechting": 0.5}),))
    text = " ".join(run("pdftotext", "-layout", "-", "-", given=team_pdf(REAL, team)).split())
    assert text.startswith(printed) and f"{printed}: " in text


def test_every_font_of_our_papers_has_the_letters_that_we_say():
    for file in FONTS.glob("*.ttf"):
        assert set(map(chr, TTFont(file).getBestCmap())) >= LETTERS, file.name


def test_the_report_of_a_small_team_says_what_it_is_too_early_for(snapshot):
    need_tools()
    batches = release(REAL, practised(REAL, "hechting", 9)[0], at=NOW, minimum=5, made=()).batches
    small = team_snapshot(REAL, TeamScope("t", "Klein"), batches, at=NOW, minimum=5)
    text = " ".join(run("pdftotext", "-layout", "-", "-", given=team_pdf(REAL, small)).split())
    assert "Daar is het nog te vroeg voor" in text and "Met 9 mensen zegt dit nog niets; vanaf 12 wel." in text
    assert "Waar het team sterk is" not in text and "Startmeting en eindtoets" not in text


def test_a_sheet_can_be_read_and_printed_as_it_opens(snapshot):
    for sheet in read(team_xlsx(REAL, snapshot)):
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref
        assert (sheet.page_setup.fitToWidth, sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.print_title_rows) == (1, True, "$1:$1")
        for row in sheet.iter_rows(min_row=2):
            lines = (
                max(len(box.value) / sheet.column_dimensions[box.column_letter].width for box in row if isinstance(box.value, str))
                if any(isinstance(box.value, str) for box in row)
                else 0
            )
            assert lines <= 1.05 or sheet.row_dimensions[row[0].row].height >= 15 * lines, sheet.title


def test_an_empty_team_and_an_organisation_have_a_report_too(snapshot):
    empty = team_snapshot(REAL, TeamScope("t", "Leeg"), (), at=NOW, minimum=5)
    batches = release(REAL, practised(REAL, "hechting", 30)[0], at=NOW, minimum=5, made=()).batches
    teams = [(TeamScope("a", "A"), batches), (TeamScope("b", "B"), ())]
    both = organisation_snapshot(REAL, TeamScope("o", "Samen"), teams, at=NOW, minimum=5)
    for one in (empty, both):
        assert team_pdf(REAL, one).startswith(b"%PDF") and read(team_xlsx(REAL, one)).sheetnames
    assert "Teams" in read(team_xlsx(REAL, both)).sheetnames


def test_the_sheet_for_a_works_council_is_one_page():
    need_tools()
    paper = sheet_pdf(REAL, minimum=5, keep_months=24)
    assert "Waarom niemand te herleiden is" in run("pdftotext", "-", "-", given=paper)
