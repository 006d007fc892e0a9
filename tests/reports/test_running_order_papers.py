"""The papers of a running order: notes for who presents, a hand-out, cards to hold up."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from school.content import Course
from school.live import live_question
from school.loading import load_course
from school.reports.running_order import answer_cards_pdf, handout_pdf, notes_pdf
from school.running_orders import Break, OwnQuestion, RunningOrder, order_of
from tests.paper import in_order

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 12, 13, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT / "tests" / "course", today=date(2026, 11, 22))


@pytest.fixture(scope="module")
def order(course: Course) -> RunningOrder:
    made = order_of(course, ["proef"], name="Ontbijt in Oss 🎉")
    return RunningOrder(made.name, made.parts, {"proef/water-en-thee": "**Begin** rustig 🎉"})


def test_the_notes_say_when_what_and_what_is_right(course, order, paper):
    it = paper(notes_pdf(course, order, made=NOW))
    assert it.info("Title") == "Notities: Ontbijt in Oss ·"
    assert it.info("Tagged") == "yes"
    assert in_order(it.text, "0:00", "Water en thee", "Begin rustig ·", "Vraag eerst wie er thee drinkt.")
    assert in_order(it.text, "Welk water neem je voor zwarte thee?", "A. Lauw water", "Klopt: B. Water dat net kookt")


def test_a_note_that_goes_on_is_printed_once(course, order, paper):
    assert paper(notes_pdf(course, order, made=NOW)).text.count("Vraag eerst wie er thee drinkt.") <= 2


def test_the_hand_out_has_what_is_known_today_and_no_note_and_no_answer(course, order, paper):
    text = paper(handout_pdf(course, order, made=NOW)).text
    assert in_order(text, "Water en thee", "Doel:", "Goede thee begint met water", "Groene thee wil koeler water.")
    assert "Vraag eerst wie" not in text
    assert "Alle thee wil kokend water" not in text
    assert "Klopt" not in text


def test_the_cards_are_one_page_with_four_letters_and_the_way_to_the_course(course, order, paper):
    it = paper(answer_cards_pdf(course, order, base="https://cursus.example", made=NOW))
    assert it.info("Pages") == "1"
    assert in_order(it.text, "A", "B", "C", "D")
    assert it.text.count("cursus.example") == 4
    assert it.codes() == ["https://cursus.example"] * 4


def test_a_break_and_a_question_of_ones_own_are_on_paper_with_their_time(course, order, paper):
    own = OwnQuestion("een", live_question({"kind": "poll", "prompt": "Waar sta jij? 🎉", "options": {"hier": "Hier", "daar": "Daar"}}), 3)
    with_both = replace(order, parts=(order.parts[0], Break("koffie", 15), own))
    notes = paper(notes_pdf(course, with_both, made=NOW)).text
    begins = f"0:{order.parts[0].minutes:02d}"
    assert in_order(
        notes, begins, "Pauze", "15 minuten", f"0:{order.parts[0].minutes + 15}", "Eigen vraag", "Waar sta jij? ·", "A. Hier", "B. Daar"
    )
    handed = paper(handout_pdf(course, with_both, made=NOW)).text
    assert in_order(handed, "Water en thee", "Pauze, 15 minuten", "Waar sta jij? ·", "A. Hier")


def test_the_papers_of_the_whole_real_course_can_be_made(paper):
    real = load_course(ROOT, today=date(2026, 11, 22))
    everything = order_of(real, [module.id for module in real.modules], name="Alles")
    assert "Waarschuw vooraf." in paper(notes_pdf(real, everything, made=NOW)).text
    assert "Wat is hechting?" in paper(handout_pdf(real, everything, made=NOW)).text
