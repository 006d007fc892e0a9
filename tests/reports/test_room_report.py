"""The report of a room: the same numbers on paper and in tables, no name, and nothing that a table would run."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from school.content import Course
from school.live import Ballot, Question, Room, Round
from school.live.questions import OpenText
from school.loading import load_course
from school.reports.letters import cell, settable
from school.reports.room import HEAD, room_csv, room_pdf
from school.reports.room_xlsx import room_xlsx
from school.room_report import RoomReport, room_report
from tests.paper import in_order

COURSE = Path(__file__).parents[1] / "course"
NOW = datetime(2026, 12, 13, 8, 30, tzinfo=UTC)
OPEN = OpenText(prompt="Wat neem je mee?")
FORMULAS = ("=1+1", "+32", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://elders.example")')


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(COURSE, today=date(2026, 11, 22))


@pytest.fixture(scope="module")
def report(course: Course) -> RoomReport:
    room = Room("zaal", "417417", "Ochtend", ("proef/water-en-thee",), NOW, closed=NOW.replace(hour=10))
    rounds = (
        Round("een", "zaal", "oefen-water", NOW),
        Round("twee", "zaal", "oefen-water", NOW, number=2),
        Round("open", "zaal", "eigen", NOW, own=OPEN),
        Round("weg", "zaal", "bestaat-niet-meer", NOW),
    )
    ballots = {
        "een": [Ballot("kokend", 4, 1.0), Ballot("lauw", 2, 0.0), Ballot(None, 1)],
        "twee": [Ballot("kokend", 3, 1.0)],
        "open": [*(Ballot(text, 1, None, "shown") for text in FORMULAS), Ballot("Geheim", 1, None, "waiting")],
    }
    asked = (
        Question("v1", "zaal", "Mag dit mee naar huis?", NOW, "answered", 7),
        Question("v2", "zaal", "Nog niet nagekeken", NOW, "waiting", 1),
        Question("v3", "zaal", "Verborgen", NOW, "hidden", 1),
    )
    return room_report(course, room, rounds, ballots, asked)


def lines(report: RoomReport) -> list[list[str]]:
    return list(csv.reader(io.StringIO(room_csv(report).decode("utf-8-sig")), delimiter=";"))


def test_the_report_holds_what_the_room_saw_and_nothing_that_waited_or_was_hidden(report: RoomReport) -> None:
    assert [(each.prompt, each.number, each.answered, each.skipped) for each in report.rounds] == [
        ("Welk water neem je voor zwarte thee?", 1, 6, 1),
        ("Welk water neem je voor zwarte thee?", 2, 3, 0),
        ("Wat neem je mee?", 1, 8, 0),
    ]
    assert report.questions == (("Mag dit mee naar huis?", 7, "beantwoord"),)
    assert not any("Geheim" in text for each in report.rounds for text, _ in each.texts)


def test_a_round_with_too_few_answers_has_no_distribution_anywhere(report: RoomReport, paper) -> None:
    assert report.rounds[1].hidden
    assert report.rounds[1].rows == ()
    second = [line for line in lines(report) if line[2:3] == ["2"]]
    assert [line[5:] for line in second] == [["te weinig antwoorden om te tonen", "", "", ""]]
    assert "3 · 100%" not in paper(room_pdf(report, made=NOW)).text


def test_the_table_has_one_line_for_each_answer(report: RoomReport) -> None:
    found = lines(report)
    assert tuple(found[0]) == HEAD
    assert found[1] == ["Welk water neem je voor zwarte thee?", "meerkeuze", "1", "6", "1", "A. Lauw water", "33%", "2 · 33%", ""]
    assert found[2][5:] == ["B. Water dat net kookt", "67%", "4 · 67%", "ja"]
    assert found[-1] == ["Mag dit mee naar huis?", "7", "beantwoord"]


def test_no_text_from_the_room_is_a_formula_in_the_table(report: RoomReport) -> None:
    texts = [value for line in lines(report) for value in line]
    assert "'=1+1" in texts
    assert not [value for value in texts if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_no_text_from_the_room_is_a_formula_in_the_spreadsheet(report: RoomReport) -> None:
    book = load_workbook(io.BytesIO(room_xlsx(report)))
    cells = [one for sheet in book for row in sheet.iter_rows() for one in row]
    assert not [one for one in cells if one.data_type == "f"]
    assert "'=1+1" in [one.value for one in cells]


HOSTILE = (
    "<script>alert(1)</script>",
    '#import "/etc/passwd" #panic() $x$ *vet* `code` @bron <label>',
    "[link](https://elders.example) ![](https://elders.example/x.png)",
    "\\ \" ; en 'dit' ; \u202eomgekeerd",
)


def test_whatever_a_room_writes_is_text_on_paper_and_in_tables(course: Course, paper) -> None:
    room = Room("zaal", "417417", "Ochtend", ("proef/water-en-thee",), NOW, closed=NOW)
    asked = tuple(Question(f"v{at}", "zaal", text, NOW, "answered", 1) for at, text in enumerate(HOSTILE))
    written = {"open": [Ballot(text, 1, None, "shown") for text in HOSTILE]}
    told = room_report(course, room, (Round("open", "zaal", "eigen", NOW, own=OPEN),), written, asked)
    sheet = {str(cell.value) for part in load_workbook(io.BytesIO(room_xlsx(told))) for row in part.iter_rows() for cell in row}
    table = {value for line in lines(told) for value in line}
    printed = " ".join(paper(room_pdf(told, made=NOW)).text.split())
    for text in HOSTILE:
        assert text in sheet
        assert text in table
        visible = "".join(letter for letter in text if letter.isprintable())
        assert printed.count(visible) == 2, visible


def test_numbers_are_numbers_in_the_spreadsheet(report: RoomReport) -> None:
    book = load_workbook(io.BytesIO(room_xlsx(report)))
    first = [one.value for one in book["Antwoorden"][2]]
    assert first[2:5] == [1, 6, 1]
    assert first[6] == pytest.approx(1 / 3)
    assert book["Antwoorden"]["G2"].number_format == "0%"
    assert book["Vragen"]["B2"].value == 7


def test_the_paper_is_a_tagged_document_that_says_it_all(report: RoomReport, paper) -> None:
    it = paper(room_pdf(report, made=NOW))
    assert it.info("Tagged") == "yes"
    assert it.info("Title") == "Verslag: Ochtend"
    assert it.catalog["/Lang"] == "u:nl-NL"
    assert in_order(
        it.text, "Ochtend", "13 december 2026, 09:30 tot 11:30", "Welk water neem je", "B. Water dat net kookt", "6 antwoorden."
    )
    assert in_order(it.text, "Wat neem je mee?", "=1+1", "Vragen uit de zaal", "Mag dit mee naar huis?")


def test_a_text_with_letters_we_lack_does_not_keep_the_paper_from_being_made(report: RoomReport, paper) -> None:
    odd = replace(report, title="Zaal 🎉 漢字 \x00 عربي", questions=(("Wat 🤔?", 1, "open"),))
    assert "Wat ·?" in paper(room_pdf(odd, made=NOW)).text


def test_a_room_without_questions_has_a_report_too(report: RoomReport, paper) -> None:
    empty = replace(report, rounds=(), questions=())
    assert "Er zijn geen vragen aan de zaal gesteld." in paper(room_pdf(empty, made=NOW)).text
    assert len(lines(empty)) == 1


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_never_begins_as_a_formula(text: str) -> None:
    assert cell(text).startswith("'")
    assert cell(f"a{text}")[0] == "a"


def test_what_can_be_set_keeps_its_accents() -> None:
    assert settable("Één pügïl — “café” ✓ 🎉") == "Één pügïl — “café” ✓ ·"
