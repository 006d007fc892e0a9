"""A question that was changed after it was answered: said to be so, asked again, and no page breaks."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from school.learning import Answer, Attempt, Record
from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.conftest import Clock
from tests.journeys.quizzes import RIGHT, fill
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]


def test_an_answer_to_an_older_wording_that_no_longer_fits_is_said_to_be_so(
    open_page: Open, here: Runtime, record: Read, learner: str, clock: Clock
) -> None:
    here.store.answer(learner, Answer("oud", "oefen-water", "0a1b2c3d", "bronwater", 1.0, clock()))
    here.store.answer(learner, Answer("oud-2", "oefen-spullen", "0a1b2c3d", "pot", 1.0, clock()))
    here.store.answer(learner, Answer("oud-3", "oefen-minuten", "0a1b2c3d", "vier", 1.0, clock()))
    screen = open_page("proef", stap="water-en-thee")
    assert screen.text.count("Deze vraag is gewijzigd sinds je antwoord.") == 3
    assert screen.filled("oefen-water") is None
    screen.answer("oefen-water", "kokend")
    assert screen.text.count("Deze vraag is gewijzigd sinds je antwoord.") == 2
    assert len(record().answers) == 4


def test_answers_to_an_older_wording_break_no_order_and_no_pairs(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    here.store.answer(learner, Answer("oud", "oefen-volgorde", "0a1b2c3d", ["koken", "roeren"], 1.0, clock()))
    here.store.answer(learner, Answer("oud-2", "oefen-paren", "0a1b2c3d", {"zwart": "zoet"}, 1.0, clock()))
    screen = open_page("proef", stap="trekken-en-schenken")
    assert sorted(screen.given_to("oefen-volgorde")["order"]) == ["koken", "schenken", "trekken"]
    assert screen.given_to("oefen-paren")["placed"] == {}


def test_in_a_quiz_an_answer_that_no_longer_fits_is_asked_again(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    here.store.start_attempt(learner, Attempt("poging", "proeftoets", 1, tuple(RIGHT), 0.6, clock()))
    here.store.answer(learner, Answer("oud", "vraag-water", "0a1b2c3d", "bronwater", 1.0, clock(), attempt="poging"))
    screen = open_page("toets", quiz="proeftoets", vraag="1")
    assert screen.filled("vraag-water") is None


class TestTheRealCourse:
    @pytest.fixture
    def content(self) -> Path:
        return ROOT

    def test_in_a_quiz_an_order_and_pairs_that_no_longer_fit_are_asked_again(
        self, open_page: Open, here: Runtime, learner: str, clock: Clock
    ) -> None:
        old = {"order": ["weg", "ook-weg"], "match": {"weg": "ook-weg"}}
        for quiz, place, name, kind in questions_of(here, old):
            attempt = f"poging-{kind}"
            here.store.start_attempt(learner, Attempt(attempt, quiz, 1, here.library.course.quizzes[quiz].questions, 0.7, clock()))
            here.store.answer(learner, Answer(f"oud-{kind}", name, "0a1b2c3d", old[kind], 1.0, clock(), attempt=attempt))
            assert "weg" not in str(open_page("toets", quiz=quiz, vraag=str(place)).given_to(name))
            here.store.finish_attempt(learner, attempt, clock(), 0)


def questions_of(here: Runtime, kinds: Iterable[str]) -> Iterator[tuple[str, int, str, str]]:
    """A practice question of each kind: quiz, place, name and kind."""
    course = here.library.course
    for kind in kinds:
        yield next(
            (quiz.id, place, name, kind)
            for quiz in course.quizzes.values()
            for place, name in enumerate(quiz.questions, 1)
            if course.tasks[name].kind == kind
        )


def test_after_a_quiz_an_answer_that_no_longer_fits_is_shown_as_not_answered(
    open_page: Open, here: Runtime, learner: str, clock: Clock
) -> None:
    here.store.start_attempt(learner, Attempt("poging", "proeftoets", 1, tuple(RIGHT), 0.6, clock()))
    here.store.answer(learner, Answer("oud", "vraag-water", "0a1b2c3d", "bronwater", 0.0, clock(), attempt="poging"))
    here.store.finish_attempt(learner, "poging", clock(), 0.0)
    screen = open_page("toets", quiz="proeftoets", nakijken="1")
    assert screen.says("Dit klopt Water koken")
    assert not screen.says("bronwater")


def test_a_question_that_is_no_longer_there_is_said_to_be_gone(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    here.store.start_attempt(learner, Attempt("poging", "proeftoets", 1, ("vraag-weg", "vraag-water"), 0.6, clock()))
    screen = open_page("toets", quiz="proeftoets")
    assert screen.says("Deze vraag is vervallen")
    assert screen.says("Hij telt niet mee.")
    screen.press("Vraag 2")
    fill(screen, "vraag-water", "koken")
    screen.press("Naar inleveren")
    screen.press("Inleveren")
    assert screen.says("Je score is 100%")
