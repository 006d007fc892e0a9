"""What a trainer does in which order, and the clock against it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from school.content import Course
from school.live import live_question
from school.loading import load_course
from school.running_orders import (
    MAX_NAME,
    MOST_MINUTES,
    Break,
    OwnQuestion,
    Pace,
    Part,
    RunningOrder,
    order_of,
    pace,
    put_after,
    slide_at,
    slides_in,
    tidy,
)
from school.settings import ROOT
from school.slides import slides_of

START = datetime(2026, 12, 13, 8, 0, tzinfo=UTC)
EMDR, POPP = "trauma/emdr", "trauma/popp"


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT, today=date(2026, 11, 22))


def test_modules_become_all_their_steps_in_the_order_of_the_course(course: Course) -> None:
    order = order_of(course, ["trauma", "hechting", "bestaat-niet"], name="Ontbijtsessie")
    assert [part.step for part in order.parts] == [s.address for s in course.steps() if s.module in ("hechting", "trauma")]
    hechting, trauma = course.module("hechting"), course.module("trauma")
    assert hechting is not None
    assert trauma is not None
    assert order.minutes == hechting.minutes + trauma.minutes


def test_the_slides_come_in_the_order_of_the_parts_and_share_their_minutes(course: Course) -> None:
    slides = slides_in(course, RunningOrder("Andersom", (Part(POPP, 10), Part(EMDR, 3))))
    assert [slide.step for slide in slides] == [POPP] * 5 + [EMDR] * 3
    assert sum(slide.minutes for slide in slides) == pytest.approx(13)


def test_a_step_that_is_gone_from_the_course_is_passed_over(course: Course) -> None:
    slides = slides_in(course, RunningOrder("Oud", (Part("trauma/weg", 5), Part(EMDR, 3))))
    assert {slide.step for slide in slides} == {EMDR}


COFFEE = Break("koffie", 15)
WORD = OwnQuestion("woord", live_question({"kind": "cloud", "prompt": "Welk woord blijft hangen?"}), 4)


def test_a_break_and_a_question_of_ones_own_are_slides_with_time(course: Course) -> None:
    order = RunningOrder("Met koffie", (Part(EMDR, 3), COFFEE, WORD))
    pause, asked = slides_in(course, order)[-2:]
    assert (pause.address, pause.title, pause.pause, pause.task) == ("pauze/koffie", "Pauze", True, None)
    assert (asked.address, asked.title, asked.own, asked.task) == ("eigen/woord", WORD.question.prompt, WORD.question, "eigen/woord")
    assert order.minutes == 22
    slides = slides_in(course, order)
    assert pace(slides, len(slides) - 1, started=START, now=START + timedelta(minutes=18)).in_words == "Op schema"
    assert pace(slides, len(slides) - 2, started=START, now=START + timedelta(minutes=20)).in_words == "2 min achter"


def test_a_slide_is_found_in_the_lesson_and_else_in_the_running_order(course: Course) -> None:
    order = RunningOrder("Met koffie", (Part(EMDR, 3), COFFEE))
    assert slide_at(course, order, "pauze/koffie") == slides_in(course, order)[-1]
    assert slide_at(course, None, EMDR) == slides_of(course, course.find_step(EMDR))[0]
    assert slide_at(course, None, "pauze/koffie") is None
    assert slide_at(course, order, "pauze/thee") is None


def test_what_is_put_in_comes_after_the_part_that_is_on(course: Course) -> None:
    order = RunningOrder("Kort", (Part(EMDR, 3), COFFEE, Part(POPP, 10)))
    assert put_after(order, f"{EMDR}/2", WORD).parts[1] == WORD
    assert put_after(order, "pauze/koffie", WORD).parts[2] == WORD
    assert put_after(order, "weg/weg", WORD).parts[-1] == WORD
    assert tidy(replace(order, parts=(replace(COFFEE, minutes=0), replace(WORD, minutes=999))), course).parts == (
        replace(COFFEE, minutes=1),
        replace(WORD, minutes=MOST_MINUTES),
    )


def test_own_notes_come_before_those_of_the_author(course: Course) -> None:
    step = course.find_step(EMDR)
    assert step is not None
    written = slides_of(course, step)[1].notes
    order = RunningOrder("Met notities", (Part(EMDR, 3),), {f"{EMDR}/2": "Neem hier de tijd."})
    assert slides_in(course, order)[1].notes == ("Neem hier de tijd.", *written)
    assert slides_in(course, order)[0].notes == written


@pytest.mark.parametrize(
    ("elapsed", "behind", "words"),
    [
        (0, -10, "10 min voor"),
        (9.5, -0.5, "Op schema"),
        (12, 0, "Op schema"),
        (14.9, 0, "Op schema"),
        (15.5, 0.5, "Op schema"),
        (22, 7, "7 min achter"),
    ],
)
def test_the_clock_says_whether_this_slide_should_be_on_the_screen_now(elapsed: float, behind: float, words: str) -> None:
    at = Pace(elapsed, begins=10, ends=15, left=30)
    assert at.behind == pytest.approx(behind)
    assert at.in_words == words


def test_the_pace_follows_from_the_place_and_the_clock(course: Course) -> None:
    slides = slides_in(course, RunningOrder("Kort", (Part(POPP, 10), Part(EMDR, 3))))
    at = pace(slides, 5, started=START, now=START + timedelta(minutes=12))
    assert (at.elapsed, at.begins, at.ends, at.left) == pytest.approx((12, 10, 11, 3))
    assert at.in_words == "1 min achter"


def test_what_is_saved_stays_within_its_limits(course: Course) -> None:
    wild = RunningOrder(" ".join(["naam"] * 50), (Part(EMDR, 0), Part(POPP, 9999), Part("x/y", 5)), {EMDR: "  ", POPP: " kort "})
    kept = tidy(wild, course)
    assert len(kept.name) <= MAX_NAME
    assert kept.parts == (Part(EMDR, 1), Part(POPP, MOST_MINUTES))
    assert kept.notes == {POPP: "kort"}
    assert tidy(replace(wild, name="  "), course).name == "Zonder naam"
