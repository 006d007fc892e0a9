"""A task in a lesson: feedback at once, as many tries as you like, a hint, and the answer for who keeps trying."""

from collections.abc import Callable

import pytest

from school.learning import Record
from school.runtime import Runtime
from tests.journeys.conftest import BRAM, Clock
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]

STEP = {
    **dict.fromkeys(("oefen-water", "oefen-spullen", "oefen-groen", "oefen-minuten"), "water-en-thee"),
    **dict.fromkeys(("oefen-volgorde", "oefen-paren", "oefen-woord", "oefen-terugkijken"), "trekken-en-schenken"),
}
RIGHT_PAIRS = {"zwart": "vol", "groen": "grassig", "munt": "fris"}
SWAPPED = {"zwart": "grassig", "groen": "vol", "munt": "fris"}
RIGHT = [
    ("oefen-water", "kokend", "Precies, zo komt de smaak vrij.", "Heet water maakt de smaak los.", "Theeboek 2020"),
    (
        "oefen-spullen",
        ["pot", "water"],
        "Zonder water geen thee.",
        "Met een pot en water kun je beginnen.",
        "Theeboek 2020, Vakkennis thee",
    ),
    ("oefen-groen", "waar", "Dat klopt, iets koeler water is beter.", "Groene thee is gevoelig.", "Vakkennis thee"),
    ("oefen-minuten", 5, "Mooi, dan is de thee op smaak.", "Na vier minuten is de smaak vol.", "Theeboek 2020"),
    ("oefen-volgorde", ["koken", "trekken", "schenken"], "Zo doe je dat.", "Zonder heet water trekt de thee niet.", "Theeboek 2020"),
    ("oefen-paren", RIGHT_PAIRS, "Je hebt goed geproefd.", "Elke thee heeft een eigen smaak.", "Vakkennis thee"),
    ("oefen-woord", "De Trektijd!", "Dat is het woord.", "Thee trekt.", "Theeboek 2020"),
]
WRONG = [
    ("oefen-water", "lauw", "Kijk nog eens", "Dat lijkt veilig, maar de thee komt dan niet los.", 0),
    ("oefen-spullen", ["pot"], "Voor een deel", "Water (hoort erbij). Zonder water geen thee.", 0.5),
    ("oefen-spullen", ["vork"], "Kijk nog eens", "Een vork (hoort er niet bij). Een vork heb je niet nodig.", 0),
    ("oefen-groen", "niet-waar", "Kijk nog eens", "Begrijpelijk, maar groene thee is gevoelig.", 0),
    ("oefen-minuten", 0, "Kijk nog eens", "Dan smaakt het naar water.", 0),
    ("oefen-minuten", 20, "Kijk nog eens", "Het zijn er een paar.", 0),
    ("oefen-volgorde", ["koken", "schenken", "trekken"], "Voor een deel", "Dan schenk je water.", 1 / 3),
    ("oefen-paren", SWAPPED, "Voor een deel", "Zwart en groen zijn verwisseld.", 1 / 3),
    ("oefen-woord", "wachttijd", "Kijk nog eens", "Er is een eigen woord voor.", 0),
    ("oefen-woord", "iets", "Kijk nog eens", "Het begint met trek.", 0),
]


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case[0])
def test_a_right_answer_is_said_to_be_right_with_why_and_the_source(
    open_page: Open, record: Read, clock: Clock, case: tuple[str, object, str, str, str]
) -> None:
    name, answer, feedback, why, source = case
    screen = open_page("proef", stap=STEP[name])
    screen.answer(name, answer)
    assert screen.says("Dit klopt")
    assert screen.says(feedback)
    assert screen.says(f"Waarom. {why}")
    assert screen.says(f"{source}. Nagekeken: november 2026.")
    assert screen.says("Opgeslagen 14:02")
    assert not screen.says("Laat het antwoord zien")
    [stored] = record().answers
    assert (stored.task, stored.score, stored.at, stored.attempt) == (name, 1, clock(), None)


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case[0]}: {case[1]}")
def test_a_wrong_answer_gets_its_own_feedback_and_not_the_answer(
    open_page: Open, record: Read, here: Runtime, case: tuple[str, object, str, str, float]
) -> None:
    name, answer, verdict, feedback, score = case
    screen = open_page("proef", stap=STEP[name])
    screen.answer(name, answer)
    assert screen.says(verdict)
    assert screen.says(feedback)
    assert not screen.says(f"Waarom. {here.library.course.tasks[name].why}")
    assert not screen.says("Dit klopt")
    [stored] = record().answers
    assert stored.score == pytest.approx(score)


def test_a_hint_comes_after_the_first_try_that_was_not_right(open_page: Open) -> None:
    screen = open_page("proef", stap="water-en-thee")
    assert not screen.says("Denk aan de ketel.")
    screen.answer("oefen-water", "lauw")
    assert screen.says("Hint. Denk aan de ketel.")
    screen.answer("oefen-water", "kokend")
    assert not screen.says("Hint. Denk aan de ketel.")


def test_you_may_try_as_often_as_you_like_and_every_try_is_kept(open_page: Open, record: Read, clock: Clock) -> None:
    screen = open_page("proef", stap="water-en-thee")
    for answer in ("lauw", "lauw", "kokend", "lauw"):
        clock.wait(minutes=1)
        screen.answer("oefen-water", answer)
    assert [one.score for one in record().answers] == [0, 0, 1, 0]
    assert screen.says("Dat lijkt veilig")
    assert screen.says("Opgeslagen 14:06")


def test_the_answer_is_offered_after_three_tries_and_shown_only_when_asked(open_page: Open) -> None:
    screen = open_page("proef", stap="water-en-thee")
    for _ in range(2):
        screen.answer("oefen-water", "lauw")
        assert "Laat het antwoord zien" not in screen.buttons
    screen.answer("oefen-water", "lauw")
    assert not screen.says("Heet water maakt de smaak los.")
    screen.press("Laat het antwoord zien")
    assert screen.says("Dit klopt: Water dat net kookt")
    assert screen.says("Waarom. Heet water maakt de smaak los.")
    assert "Laat het antwoord zien" not in screen.buttons


@pytest.mark.parametrize("name", ["oefen-water", "oefen-spullen", "oefen-groen", "oefen-minuten", "oefen-woord", "oefen-paren"])
def test_without_an_answer_you_are_asked_for_one_and_nothing_is_stored(open_page: Open, record: Read, name: str) -> None:
    screen = open_page("proef", stap=STEP[name])
    screen.app.button(key=f"check:{name}").click()
    screen.again()
    assert screen.says("Kies of vul eerst een antwoord in.")
    assert record() == Record()
    screen.again()
    assert not screen.says("Kies of vul eerst een antwoord in.")


def test_words_of_only_spaces_are_no_answer(open_page: Open, record: Read) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    screen.answer("oefen-woord", "   ")
    assert screen.says("Kies of vul eerst een antwoord in.")
    assert record() == Record()


def test_half_of_the_pairs_is_no_answer_yet(open_page: Open, record: Read) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    screen.answer("oefen-paren", {"zwart": "vol"})
    assert screen.says("Kies of vul eerst een antwoord in.")
    assert record().answers == ()


def test_an_order_that_is_left_as_it_came_is_an_answer_and_it_is_never_the_right_one(open_page: Open, record: Read) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    offered = screen.given_to("oefen-volgorde")["order"]
    screen.app.button(key="check:oefen-volgorde").click()
    screen.again()
    [stored] = record().answers
    assert stored.response == offered
    assert stored.score < 1


def test_a_question_to_think_about_is_not_graded_and_nothing_of_what_you_wrote_is_sent(open_page: Open, record: Read) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    assert screen.says("Om over na te denken Wat is jouw eerste herinnering aan thee?")
    assert not screen.says("Smaak hangt samen met herinneringen.")
    screen.send("oefen-terugkijken", text="iets van mijzelf")
    screen.press("Ik heb hierover nagedacht")
    assert screen.says("Gedaan Smaak hangt samen met herinneringen.")
    [stored] = record().answers
    assert stored.response == "gedaan"


@pytest.mark.parametrize(("name", "answer", "feedback"), [(name, answer, feedback) for name, answer, feedback, *_ in RIGHT])
def test_answer_and_feedback_are_there_again_in_a_new_session(
    open_page: Open, clock: Clock, name: str, answer: object, feedback: str
) -> None:
    open_page("proef", stap=STEP[name]).answer(name, answer)
    clock.wait(days=1)
    screen = open_page("proef", stap=STEP[name])
    assert screen.says(feedback)
    assert screen.says("Opgeslagen 14:02")
    match answer:
        case dict():
            assert screen.given_to(name)["placed"] == answer
        case list() if name == "oefen-volgorde":
            assert screen.given_to(name)["order"] == answer
        case _:
            assert screen.filled(name) == answer


def test_the_number_of_tries_is_remembered_in_a_new_session(open_page: Open) -> None:
    for _ in range(3):
        open_page("proef", stap="water-en-thee").answer("oefen-water", "lauw")
    assert "Laat het antwoord zien" in open_page("proef", stap="water-en-thee").buttons


def test_somebody_else_sees_nothing_of_it(open_page: Open, record: Read) -> None:
    open_page("proef", stap="water-en-thee").answer("oefen-water", "lauw")
    screen = open_page("proef", stap="water-en-thee", person=BRAM)
    assert not screen.says("Dat lijkt veilig")
    assert screen.filled("oefen-water") is None
    assert record(BRAM) == Record()


def test_nothing_is_chosen_beforehand(open_page: Open) -> None:
    screen = open_page("proef", stap="water-en-thee")
    assert screen.filled("oefen-water") is None
    assert screen.filled("oefen-groen") is None
    assert screen.filled("oefen-spullen") == []
    assert screen.filled("oefen-minuten") is None


def test_a_mistake_in_a_question_can_be_told_with_its_name_and_version(open_page: Open, here: Runtime) -> None:
    screen = open_page("proef", stap="water-en-thee")
    screen.answer("oefen-water", "kokend")
    version = here.library.course.tasks["oefen-water"].version
    assert screen.says(f"Thee zetten: vraag oefen-water (versie {version})")
