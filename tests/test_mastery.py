"""Which goals are mastered, and what does not count as having learned something."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from school.learning import REVIEW, STARTMETING, Answer, Attempt, Record, goal_scores
from school.loading import load_course
from school.mastery import Mastery, goals, mastery, practice_quiz, teaching_step

TODAY = date(2026, 11, 22)
START = datetime(2026, 11, 22, 9, tzinfo=UTC)
SMALL = load_course(Path(__file__).parent / "course", today=TODAY)
REAL = load_course(Path(__file__).parent.parent, today=TODAY)
WATER, WORD = "vraag-water", "vraag-woord"  # both about making tea
GOAL = "thee-zetten"


def given(*pairs: tuple[str, float], context: str | None = REVIEW, first: int = 0) -> tuple[Answer, ...]:
    """Answers a minute apart."""
    return tuple(
        Answer(f"{context}-{i}", task, "0a1b2c3d", "x", score, START + timedelta(minutes=i), context=context)
        for i, (task, score) in enumerate(pairs, first)
    )


def stands(answers: tuple[Answer, ...], **more: object) -> Mastery:
    return next(goal for goal in mastery(SMALL, Record(answers=answers, **more)) if goal.goal == GOAL)


@pytest.mark.parametrize(
    ("answers", "state", "score"),
    [
        (((WATER, 1), (WORD, 1), (WATER, 1)), "mastered", 1),
        (((WATER, 0), (WATER, 0), (WORD, 1), (WATER, 1), (WORD, 1)), "mastered", 1),
        (((WATER, 0.8), (WORD, 0.8), (WATER, 0.8)), "mastered", 0.8),
        (((WATER, 1), (WORD, 1), (WATER, 0)), "learning", 2 / 3),
        (((WATER, 1), (WATER, 1), (WATER, 1)), "unknown", 1),
        (((WATER, 1), (WORD, 1)), "unknown", 1),
        ((), "unknown", 0),
    ],
)
def test_three_answers_on_two_questions_of_which_four_in_five_are_right(
    answers: tuple[tuple[str, float], ...], state: str, score: float
) -> None:
    found = stands(given(*answers))
    assert (found.state, found.score) == (state, pytest.approx(score))
    assert (found.answers, found.questions) == (len(answers), len({task for task, _ in answers}))


def test_of_many_tries_in_a_lesson_only_the_last_one_counts() -> None:
    tries = given(("oefen-water", 0), ("oefen-water", 0), ("oefen-water", 1), context=None)
    assert stands((*tries, *given((WATER, 1), first=5))).answers == 2


def test_what_is_copied_after_the_answer_was_shown_does_not_count_and_what_is_known_later_does() -> None:
    tries = given(("oefen-water", 0), ("oefen-water", 1), context=None)
    shown = {"oefen-water": START + timedelta(seconds=30)}
    assert [goal.score for goal in goal_scores(SMALL, Record(tries, shown=shown))] == [0]
    assert [goal.score for goal in goal_scores(SMALL, Record(tries))] == [1]
    later = given(("oefen-water", 1), first=9)
    assert [goal.score for goal in goal_scores(SMALL, Record((*tries, *later), shown=shown))] == [1]


def test_a_quiz_counts_when_it_is_handed_in_and_the_startmeting_never() -> None:
    answer = Answer("a", WATER, "0a1b2c3d", "x", 1, START, attempt="een")
    attempt = Attempt("een", "proeftoets", 1, (WATER,), 0.6, START)
    done = Attempt("een", "proeftoets", 1, (WATER,), 0.6, START, finished=START, score=1)
    before = Attempt("een", STARTMETING, 1, (WATER,), 0.6, START, finished=START, score=1)
    assert [stands((answer,), attempts=(one,)).answers for one in (attempt, done, before)] == [0, 1, 0]


def test_every_goal_of_the_course_that_is_asked_about_can_be_learned_somewhere() -> None:
    asked = goals(REAL)
    assert [goal.goal for goal in mastery(REAL, Record())] == asked
    assert {task.goal for task in REAL.tasks.values() if task.kind != "reflect"} == set(asked)
    assert all(teaching_step(REAL, goal) for goal in asked)
    assert practice_quiz(SMALL, GOAL) == "proeftoets"
