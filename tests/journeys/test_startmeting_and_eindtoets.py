"""Two parallel tests: what you knew before, and what you know after."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.grading import solution
from school.learning import Record
from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.quizzes import answer_all, begin
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough

Open = Callable[..., Screen]
Read = Callable[..., Record]
HIDDEN = "De antwoorden van de startmeting zie je als je de eindtoets hebt gedaan."


def do(screen: Screen, here: Runtime, record: Read, quiz: str, *, right: bool) -> None:
    """The whole test, handed in, with all answers right or none given."""
    begin(screen, quiz)
    course = here.library.course
    questions = record().attempts[-1].questions
    answer_all(screen, questions, {name: solution(course.tasks[name]) for name in questions} if right else {})
    screen.press("Inleveren")


def test_the_startmeting_gives_a_score_and_no_answers(open_page: Open, here: Runtime, record: Read) -> None:
    screen = open_page()
    do(screen, here, record, "startmeting", right=False)
    assert screen.says("Je score is 0%")
    assert screen.says("Een laag getal is hier niets bijzonders")
    assert screen.says(HIDDEN)
    assert not any(label.startswith("Vraag") for label in screen.buttons)


def test_the_address_of_an_answer_does_not_open_it_either(open_page: Open, here: Runtime, record: Read) -> None:
    screen = open_page()
    do(screen, here, record, "startmeting", right=False)
    screen.go("toets", quiz="startmeting", nakijken="1")
    course = here.library.course
    for name in record().attempts[0].questions:
        assert not screen.says(course.tasks[name].why)
    assert screen.says(HIDDEN)


def test_the_startmeting_cannot_be_done_again_before_the_eindtoets(open_page: Open, here: Runtime, record: Read) -> None:
    screen = open_page()
    do(screen, here, record, "startmeting", right=True)
    assert not any(label.startswith(("Begin", "Herhaal")) for label in screen.buttons)


def test_the_answers_of_the_startmeting_are_there_after_the_eindtoets(open_page: Open, here: Runtime, record: Read) -> None:
    screen = open_page()
    do(screen, here, record, "startmeting", right=False)
    do(screen, here, record, "eindtoets", right=True)
    screen.go("toets", quiz="startmeting")
    assert not screen.says(HIDDEN)
    screen.press("Vraag 1: niet beantwoord")
    first = here.library.course.tasks[record().attempts[0].questions[0]]
    assert screen.says(first.why)


def test_an_eindtoets_that_is_only_begun_shows_nothing_of_the_startmeting(open_page: Open, here: Runtime, record: Read) -> None:
    screen = open_page()
    do(screen, here, record, "startmeting", right=False)
    begin(screen, "eindtoets")
    screen.go("toets", quiz="startmeting")
    assert screen.says(HIDDEN)


def test_the_eindtoets_shows_its_answers_and_its_own_pass_mark(open_page: Open, here: Runtime, record: Read) -> None:
    screen = open_page("toets", quiz="eindtoets")
    assert screen.says("Je slaagt bij 50%")
    assert screen.says("Je hebt de startmeting nog niet gedaan.")
    do(screen, here, record, "eindtoets", right=True)
    assert screen.says("Je bent geslaagd (vanaf 50%).")
    assert "Vraag 1: klopt" in screen.buttons


@pytest.mark.parametrize("order", [("startmeting", "eindtoets"), ("eindtoets", "startmeting")])
def test_startmeting_and_eindtoets_never_share_a_question(open_page: Open, here: Runtime, record: Read, order: tuple[str, str]) -> None:
    screen = open_page()
    for quiz in order:
        do(screen, here, record, quiz, right=True)
    one, other = (set(attempt.questions) for attempt in record().attempts)
    assert len(one) == len(other) == 2
    assert not one & other


def test_a_test_has_no_repeating_of_only_what_was_wrong(open_page: Open, here: Runtime, record: Read) -> None:
    screen = open_page()
    do(screen, here, record, "eindtoets", right=False)
    assert not any(label.startswith("Herhaal") for label in screen.buttons)
    assert "Begin helemaal opnieuw" in screen.buttons


class TestTheRealCourse:
    @pytest.fixture
    def content(self) -> Path:
        return ROOT

    def test_both_tests_have_one_question_of_each_place_and_none_of_the_practice(
        self, open_page: Open, here: Runtime, record: Read
    ) -> None:
        screen = open_page()
        for quiz in ("startmeting", "eindtoets"):
            do(screen, here, record, quiz, right=True)
            assert record().attempts[-1].score == 1
        course = here.library.course
        for attempt in record().attempts:
            assert [set(place.questions) & set(attempt.questions) for place in course.places.values()] == [
                {name} for name in attempt.questions
            ]
        asked = [name for attempt in record().attempts for name in attempt.questions]
        assert len(set(asked)) == len(asked) == 2 * len(course.places)
        assert not set(asked) & {name for quiz in course.quizzes.values() for name in quiz.questions}
