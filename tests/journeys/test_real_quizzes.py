"""The real quizzes, with every kind of question there is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.grading import solution
from school.learning import Record
from school.runtime import Runtime
from school.settings import ROOT
from school.tasks import Task
from tests.journeys.quizzes import answer_all, begin, fill
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough

Open = Callable[..., Screen]
Read = Callable[..., Record]


@pytest.fixture
def content() -> Path:
    return ROOT


@pytest.mark.parametrize("quiz", ["hechting", "stijlen-en-signalen", "trauma", "behandeling-en-handelen"])
def test_with_all_the_right_answers_a_quiz_gives_100_percent(open_page: Open, here: Runtime, record: Read, quiz: str) -> None:
    course = here.library.course
    questions = course.quizzes[quiz].questions
    screen = begin(open_page(), quiz)
    answer_all(screen, questions, {name: solution(course.tasks[name]) for name in questions})
    assert screen.says("Je hebt alle vragen beantwoord.")
    screen.press("Inleveren")
    assert record().attempts[0].score == 1
    assert screen.says("Je score is 100%")


def test_what_was_put_in_order_stands_in_that_order_in_a_new_session(open_page: Open, here: Runtime, record: Read) -> None:
    quiz, place, name, task = _first_of_kind(here, "order")
    begin(open_page(), quiz)
    screen = open_page("toets", quiz=quiz, vraag=str(place))
    turned = list(solution(task))[::-1]
    screen.send(name, order=turned)
    assert [answer.response for answer in record().answers] == [turned]
    again = open_page("toets", quiz=quiz, vraag=str(place))
    assert again.given_to(name)["order"] == turned


def test_an_order_that_is_only_looked_at_is_no_answer(open_page: Open, here: Runtime, record: Read) -> None:
    quiz, place, *_ = _first_of_kind(here, "order")
    begin(open_page(), quiz)
    screen = open_page("toets", quiz=quiz, vraag=str(place))
    screen.again()
    assert record().answers == ()


def test_pairs_are_kept_when_they_are_complete_and_stand_there_in_a_new_session(open_page: Open, here: Runtime, record: Read) -> None:
    quiz, place, name, task = _first_of_kind(here, "match")
    begin(open_page(), quiz)
    screen = open_page("toets", quiz=quiz, vraag=str(place))
    pairs = solution(task)
    assert isinstance(pairs, dict)
    first = dict(list(pairs.items())[:1])
    screen.send(name, placed=first)
    assert record().answers == ()
    screen.send(name, placed=pairs)
    assert [answer.response for answer in record().answers] == [pairs]
    assert open_page("toets", quiz=quiz, vraag=str(place)).given_to(name)["placed"] == pairs


def test_more_right_answers_can_be_ticked_and_unticked(open_page: Open, here: Runtime, record: Read) -> None:
    quiz, place, name, task = _first_of_kind(here, "multiple")
    begin(open_page(), quiz)
    screen = open_page("toets", quiz=quiz, vraag=str(place))
    right = solution(task)
    assert isinstance(right, list)
    fill(screen, name, right)
    fill(screen, name, [])
    assert [answer.response for answer in record().answers[-1:]] == [[]]
    assert open_page("toets", quiz=quiz, vraag=str(place)).filled(name) == []


def _first_of_kind(here: Runtime, kind: str) -> tuple[str, int, str, Task]:
    """A practice question of this kind: quiz, place, name and task."""
    course = here.library.course
    return next(
        (quiz.id, place, name, course.tasks[name])
        for quiz in course.quizzes.values()
        for place, name in enumerate(quiz.questions, 1)
        if course.tasks[name].kind == kind
    )
