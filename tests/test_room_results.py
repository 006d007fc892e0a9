"""What a room answered, as rows and a sentence: before what is right is shown, nothing gives it away."""

from datetime import date
from pathlib import Path

import pytest

from school.content import Course
from school.grading import solution
from school.live import Asked, Ballot, score, tally
from school.live.questions import Cloud, OpenText, Poll, Scale
from school.loading import load_course
from school.room_results import choices, right_answer, rows, said
from school.tasks import Reflect
from tests.tasks_of_each_kind import FIELDS, make

COURSE = Path(__file__).parent / "course"
POLL = Poll(prompt="Thee of koffie?", options={"thee": "Thee", "koffie": "Koffie"})
SCALE = Scale(prompt="Hoe zeker?", low=1, high=5, low_text="niet", high_text="heel")


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(COURSE, today=date(2026, 11, 22))


def ballots(asked: Asked, *given: tuple[object, int]) -> list[Ballot]:
    return [Ballot(response, number, None if response is None else score(asked, response)) for response, number in given]  # type: ignore[arg-type]


def drawn(asked: Asked, cast: list[Ballot], *, right: bool) -> list[tuple[str, float, str, bool]]:
    return [(row.label, round(row.share, 2), row.note, row.right) for row in rows(asked, tally(asked, cast), cast, right_shown=right)]


def test_under_five_answers_there_is_no_row_and_the_sentence_says_why(course: Course) -> None:
    task = course.tasks["oefen-water"]
    cast = ballots(task, ("kokend", 4), (None, 2))
    counted = tally(task, cast)
    assert rows(task, counted, cast, right_shown=True) == ()
    told = said(task, counted, (), right_shown=True)
    assert told.startswith("4 antwoorden. Vanaf 5 antwoorden")
    assert told.endswith("2 mensen sloegen over.")
    assert "goed" not in told


def test_under_five_answers_pairs_show_nothing_either(course: Course) -> None:
    task = course.tasks["oefen-paren"]
    cast = ballots(task, (solution(task), 4))
    for right in (False, True):
        assert rows(task, tally(task, cast), cast, right_shown=right) == ()


def test_options_have_the_letters_of_the_cards_and_the_right_one_is_marked_only_when_shown(course: Course) -> None:
    task = course.tasks["oefen-water"]
    cast = ballots(task, ("kokend", 3), ("lauw", 2))
    assert drawn(task, cast, right=False) == [
        ("A. Lauw water", 0.4, "2 · 40%", False),
        ("B. Water dat net kookt", 0.6, "3 · 60%", False),
    ]
    assert [row[3] for row in drawn(task, cast, right=True)] == [False, True]


def test_the_sentence_says_what_won_and_how_many_were_right(course: Course) -> None:
    task = course.tasks["oefen-water"]
    cast = ballots(task, ("kokend", 3), ("lauw", 2), (None, 1))
    counted = tally(task, cast)
    found = rows(task, counted, cast, right_shown=True)
    start = "5 antwoorden. Het meest gekozen: B. Water dat net kookt (60%)."
    assert said(task, counted, found, right_shown=False) == f"{start} 1 mens sloeg over."
    assert said(task, counted, found, right_shown=True) == f"{start} Helemaal goed: 3 van 5. 1 mens sloeg over."


def test_an_order_stands_as_the_room_put_it_until_the_right_one_is_shown(course: Course) -> None:
    task = course.tasks["oefen-volgorde"]
    names = list(task.items)  # type: ignore[union-attr]
    other = [*names[1:], names[0]]
    cast = ballots(task, (other, 6))
    texts = task.items  # type: ignore[union-attr]
    assert [row[0] for row in drawn(task, cast, right=False)] == [texts[name] for name in other]
    assert [row[0] for row in drawn(task, cast, right=True)] == [texts[name] for name in names]


def test_pairs_are_what_most_chose_until_the_right_ones_are_shown(course: Course) -> None:
    task = course.tasks["oefen-paren"]
    left, right = list(task.left), list(task.right)  # type: ignore[union-attr]
    wrong = {name: next(one for one in right if one != task.pairs[name]) for name in left}  # type: ignore[union-attr]
    cast = ballots(task, (wrong, 5), (solution(task), 1))
    before = drawn(task, cast, right=False)
    assert before[0] == (f"{task.left[left[0]]} → {task.right[wrong[left[0]]]}", 0.83, "83% koos dit", False)  # type: ignore[union-attr]
    assert drawn(task, cast, right=True)[0][2] == "17% klopt"


def test_a_number_is_in_equal_steps_and_the_right_one_is_marked_only_when_shown(course: Course) -> None:
    task = course.tasks["oefen-minuten"]
    cast = ballots(task, (solution(task), 5))
    before, after = drawn(task, cast, right=False), drawn(task, cast, right=True)
    assert sum(row[1] for row in before) == pytest.approx(1)
    assert not any(row[3] for row in before)
    assert [row[1] for row in after if row[3]] == [1]


def test_a_scale_says_its_mean_and_words_at_both_ends(course: Course) -> None:
    cast = ballots(SCALE, (1.0, 2), (5.0, 3))
    assert drawn(SCALE, cast, right=True)[0] == ("1 (niet)", 0.4, "2 · 40%", False)
    assert "Gemiddeld 3,4." in said(SCALE, tally(SCALE, cast), (), right_shown=True)


@pytest.mark.parametrize("asked", [POLL, SCALE, Cloud(prompt="Eén woord?"), OpenText(prompt="Wat neem je mee?")])
def test_where_nothing_is_right_nothing_is_said_to_be(asked: Asked) -> None:
    assert right_answer(asked) == []


@pytest.mark.parametrize("task", [make(kind) for kind in FIELDS], ids=lambda task: task.kind)
def test_every_kind_of_task_can_be_drawn_and_told(task: Asked) -> None:
    cast = ballots(task, (solution(task), 6))  # type: ignore[arg-type]
    counted = tally(task, cast)
    for right in (False, True):
        found = rows(task, counted, cast, right_shown=right)
        assert found or isinstance(task, Reflect)
        assert all(0 <= row.share <= 1 for row in found)
        assert said(task, counted, found, right_shown=right).startswith("6 antwoorden.")
    assert len(choices(task)) in (0, len(getattr(task, "options", ())) or 2)
