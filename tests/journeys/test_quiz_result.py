"""After handing in: the score, every question explained, and only what was wrong once more."""

from collections.abc import Callable

import pytest

from school.learning import Attempt, Record
from school.runtime import Runtime
from tests.journeys.conftest import Clock
from tests.journeys.quizzes import RIGHT, WRONG, answer_all, begin, take
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]


def test_all_right_is_said_with_the_score_and_that_you_passed(open_page: Open, record: Read, clock: Clock) -> None:
    screen = open_page()
    take(screen, RIGHT)
    assert screen.title == "3 van de 3 goed"
    assert screen.says("Je score is 100%")
    assert screen.says("Je bent geslaagd (vanaf 60%).")
    assert screen.says("ingeleverd op 22 november 2026")
    [attempt] = record().attempts
    assert (attempt.score, attempt.finished, attempt.passed) == (1, clock(), True)


def test_below_the_pass_mark_it_says_from_where_you_pass(open_page: Open, record: Read) -> None:
    screen = open_page()
    take(screen, {**WRONG, "vraag-water": "koken"})
    assert screen.title == "1 van de 3 goed"
    assert screen.says("Je score is 33%")
    assert screen.says("Slagen is vanaf 60%.")
    assert not screen.says("geslaagd (vanaf")
    assert record().attempts[0].score == pytest.approx(1 / 3)


def test_two_of_three_is_enough_when_the_pass_mark_is_60_percent(open_page: Open) -> None:
    screen = open_page()
    take(screen, {**RIGHT, "vraag-woord": "kopje"})
    assert screen.says("Je score is 67%")
    assert screen.says("Je bent geslaagd")


def test_a_question_without_an_answer_counts_as_not_right(open_page: Open, record: Read) -> None:
    screen = open_page()
    take(screen, {"vraag-water": "koken"})
    assert screen.says("Je score is 33%")
    assert "Vraag 2: niet beantwoord" in screen.buttons
    assert record().attempts[0].score == pytest.approx(1 / 3)


def test_every_question_can_be_looked_at_with_your_answer_the_right_one_why_and_the_source(open_page: Open) -> None:
    screen = open_page()
    take(screen, {**RIGHT, "vraag-water": "schenken"})
    screen.press("Vraag 1: kijk nog eens")
    assert screen.address == {"quiz": "proeftoets", "nakijken": "1"}
    assert screen.says("Jouw antwoord Inschenken")
    assert screen.says("Dit klopt Water koken")
    assert screen.says("Dan is er nog niets om te schenken.")
    assert screen.says("Zonder heet water geen thee.")
    assert screen.says("Theeboek 2020. Nagekeken: november 2026.")
    assert screen.says("Lees de stap terug: Water en thee")
    screen.press("Vraag 2")
    assert screen.says("Jouw antwoord: dit klopt Waar")
    assert not screen.says("Dit klopt Waar")


def test_what_was_not_answered_is_explained_as_well(open_page: Open) -> None:
    screen = open_page()
    take(screen, {})
    screen.press("Vraag 3: niet beantwoord")
    assert screen.says("Niet beantwoord")
    assert screen.says("Dit klopt theepot")
    screen.press("Naar de uitslag")
    assert screen.title == "0 van de 3 goed"


@pytest.mark.parametrize("place", ["0", "9", "x", "²", ""])
def test_a_question_that_does_not_exist_cannot_be_looked_at(open_page: Open, place: str) -> None:
    screen = open_page()
    take(screen, RIGHT)
    screen.go("toets", quiz="proeftoets", nakijken=place)
    assert screen.says("nakijken, vraag 1 van 3")


def test_the_answers_cannot_be_looked_at_before_handing_in(open_page: Open) -> None:
    screen = begin(open_page(), "proeftoets")
    screen.go("toets", quiz="proeftoets", nakijken="1")
    assert not screen.says("Zonder heet water geen thee.")
    assert screen.says("Waarmee begin je?")


def test_the_result_is_there_again_in_a_new_session(open_page: Open) -> None:
    take(open_page(), {**RIGHT, "vraag-water": "schenken"})
    screen = open_page("toets", quiz="proeftoets")
    assert screen.title == "2 van de 3 goed"
    screen.press("Vraag 1: kijk nog eens")
    assert screen.says("Jouw antwoord Inschenken")


def test_only_what_was_wrong_is_repeated_and_what_was_right_counts(open_page: Open, record: Read) -> None:
    screen = open_page()
    take(screen, {**RIGHT, "vraag-groen": "niet-waar"})
    assert screen.primary == "Herhaal wat nog niet klopte (1 vraag)"
    screen.press("Herhaal wat nog niet klopte")
    assert screen.says("vraag 1 van 1")
    assert screen.says("Groene thee smaakt grassig.")
    assert screen.filled("vraag-groen") is None
    again = record().attempts[1]
    assert (again.questions, dict(again.carried)) == (("vraag-groen",), {"vraag-water": 1.0, "vraag-woord": 1.0})
    answer_all(screen, again.questions, {"vraag-groen": "waar"})
    screen.press("Inleveren")
    assert screen.title == "3 van de 3 goed"
    assert screen.says("Je score is 100%")
    assert screen.says("2 vragen waren al goed")
    assert not any(label.startswith("Herhaal") for label in screen.buttons)


def test_what_stays_wrong_can_be_repeated_again_and_again(open_page: Open, record: Read) -> None:
    screen = open_page()
    take(screen, WRONG)
    for left in (3, 2, 1):
        assert screen.primary == f"Herhaal wat nog niet klopte ({left} {'vraag' if left == 1 else 'vragen'})"
        screen.press("Herhaal wat nog niet klopte")
        questions = record().attempts[-1].questions
        assert len(questions) == left
        answer_all(screen, questions, {**WRONG, questions[0]: RIGHT[questions[0]]})
        screen.press("Inleveren")
    assert [attempt.score for attempt in record().attempts] == [pytest.approx(score) for score in (0, 1 / 3, 2 / 3, 1)]


def test_first_best_and_last_score_are_kept(open_page: Open) -> None:
    screen = open_page()
    for answers in ({**WRONG, "vraag-water": "koken"}, RIGHT, {**RIGHT, "vraag-groen": "niet-waar"}):
        take(screen, answers)
    assert screen.says("Eerste keer 33%, beste keer 100%, nu 67%. Je beste score blijft staan.")
    assert list(open_page("toets").places("Oefenen")) == ["Thee 3 vragen, ongeveer 3 minuten · Beste score 100%"]


def test_a_new_pass_mark_does_not_change_an_old_result(open_page: Open, here: Runtime, record: Read, learner: str, clock: Clock) -> None:
    here.store.start_attempt(learner, Attempt("oud", "proeftoets", 1, tuple(RIGHT), 0.3, clock()))
    here.store.finish_attempt(learner, "oud", clock(), 1 / 3)
    assert open_page("toets", quiz="proeftoets").says("Je bent geslaagd (vanaf 30%).")
    assert record().attempts[0].passed
