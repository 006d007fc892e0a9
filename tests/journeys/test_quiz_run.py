"""A quiz under way: one question at a time, every answer kept at once, and handing in only when you want."""

from collections.abc import Callable

import pytest

from school.learning import Record
from tests.journeys.conftest import ANNA, BRAM, Clock
from tests.journeys.quizzes import RIGHT, answer_all, begin, fill
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]


def test_the_list_shows_every_quiz_with_its_length(open_page: Open) -> None:
    screen = open_page("toets")
    assert screen.title == "Toets"
    assert list(screen.places("Oefenen")) == ["Thee 3 vragen, ongeveer 3 minuten"]
    measured = list(screen.places("Meten wat je leert"))
    assert measured == ["Startmeting 2 vragen, ongeveer 2 minuten", "Eindtoets 2 vragen, ongeveer 2 minuten"]


def test_a_click_in_the_list_opens_that_quiz(open_page: Open) -> None:
    screen = open_page("toets")
    screen.follow_link("Thee")
    assert (screen.title, screen.address) == ("Thee", {"quiz": "proeftoets"})


def test_before_it_begins_you_read_how_long_it_is_and_when_you_pass(open_page: Open, record: Read) -> None:
    screen = open_page("toets", quiz="proeftoets")
    assert screen.says("Drie vragen over thee.")
    assert screen.says("Je slaagt bij 60%")
    assert screen.primary == "Begin"
    assert record() == Record()


@pytest.mark.parametrize("quiz", ["bestaat-niet", "", "Proeftoets", "toetsvragen"])
def test_an_unknown_quiz_gives_our_own_page_with_the_way_back(open_page: Open, quiz: str) -> None:
    screen = open_page("toets", quiz=quiz)
    assert screen.title == "Deze toets bestaat niet"
    assert screen.says("Naar het begin van de cursus")


def test_it_begins_with_the_first_question(open_page: Open, record: Read, clock: Clock) -> None:
    screen = open_page("toets", quiz="proeftoets")
    screen.press("Begin")
    assert screen.says("Toets Thee · vraag 1 van 3")
    assert screen.says("Waarmee begin je?")
    [attempt] = record().attempts
    assert (attempt.quiz, attempt.started, attempt.finished) == ("proeftoets", clock(), None)
    assert attempt.questions == ("vraag-water", "vraag-groen", "vraag-woord")


def test_every_answer_is_kept_at_once_and_nothing_is_said_of_it(begun: Screen, record: Read, clock: Clock) -> None:
    assert begun.says("Je antwoord wordt meteen bewaard.")
    fill(begun, "vraag-water", "schenken")
    [answer] = record().answers
    assert (answer.task, answer.response, answer.attempt, answer.at) == ("vraag-water", "schenken", record().attempts[0].id, clock())
    assert begun.says("Opgeslagen 14:02")
    assert not begun.says("Dan is er nog niets om te schenken.")
    assert not begun.says("Kijk nog eens")


def test_an_answer_can_be_changed_until_handing_in(begun: Screen, record: Read) -> None:
    fill(begun, "vraag-water", "schenken")
    fill(begun, "vraag-water", "koken")
    assert [answer.response for answer in record().answers] == ["schenken", "koken"]
    assert record().answers_in(record().attempts[0])["vraag-water"].response == "koken"


def test_an_answer_is_kept_also_when_you_go_on_in_the_same_moment(begun: Screen, record: Read) -> None:
    begun.fill("vraag-water", "koken")
    begun.press("Vraag 2")
    assert begun.says("Groene thee smaakt grassig.")
    assert [answer.response for answer in record().answers] == ["koken"]


def test_drawing_the_page_again_keeps_nothing_twice(begun: Screen, record: Read) -> None:
    fill(begun, "vraag-water", "koken")
    begun.again()
    begun.press("Vraag 2")
    begun.press("Vraag 1")
    assert begun.filled("vraag-water") == "koken"
    assert len(record().answers) == 1


def test_you_go_through_the_questions_in_order_and_back(begun: Screen) -> None:
    assert "Vraag 0" not in begun.buttons
    begun.press("Vraag 2")
    assert begun.address == {"quiz": "proeftoets", "vraag": "2"}
    begun.press("Vraag 3")
    assert begun.says("vraag 3 van 3")
    begun.press("Vraag 2")
    assert begun.says("vraag 2 van 3")
    begun.press("Vraag 3")
    begun.press("Naar inleveren")
    assert begun.title == "Overzicht"


def test_a_question_can_be_marked_for_later_and_unmarked(begun: Screen, record: Read) -> None:
    begun.press("Markeer voor later")
    assert record().attempts[0].marked == {"vraag-water"}
    begun.press("Overzicht")
    assert begun.says("1 vraag gemarkeerd voor later.")
    begun.press("Vraag 1: nog geen antwoord, gemarkeerd")
    begun.press("Gemarkeerd voor later")
    assert record().attempts[0].marked == frozenset()


def test_the_overview_says_what_is_missing(begun: Screen) -> None:
    fill(begun, "vraag-water", "koken")
    begun.press("Overzicht")
    assert begun.says("Nog 2 vragen zonder antwoord. Die tellen als niet goed.")
    assert "Vraag 1: beantwoord" in begun.buttons
    assert "Vraag 2: nog geen antwoord" in begun.buttons
    begun.press("Vraag 2: nog geen antwoord")
    assert begun.says("vraag 2 van 3")


def test_the_overview_says_when_everything_is_answered(begun: Screen) -> None:
    answer_all(begun, tuple(RIGHT), RIGHT)
    assert begun.says("Je hebt alle vragen beantwoord.")
    assert begun.primary == "Inleveren"


def test_a_new_session_goes_on_at_the_first_question_without_an_answer(begun: Screen, open_page: Open) -> None:
    fill(begun, "vraag-water", "koken")
    begun.press("Vraag 2")
    fill(begun, "vraag-groen", "waar")
    screen = open_page("toets", quiz="proeftoets")
    assert screen.says("vraag 3 van 3")
    screen.press("Vraag 2")
    assert screen.filled("vraag-groen") == "waar"
    assert screen.says("Opgeslagen 14:02")


def test_the_list_says_that_a_quiz_is_under_way(begun: Screen, open_page: Open) -> None:
    fill(begun, "vraag-water", "koken")
    assert list(open_page("toets").places("Oefenen")) == ["Thee 3 vragen, ongeveer 3 minuten · Bezig: 1 van 3 beantwoord"]


def test_a_reload_stays_at_the_question_of_the_address(begun: Screen, open_page: Open) -> None:
    assert open_page("toets", quiz="proeftoets", vraag="3").says("vraag 3 van 3")


@pytest.mark.parametrize("place", ["0", "4", "-1", "x", "²", "1.5", pytest.param("9" * 5000, id="5000-digits")])
def test_a_question_that_does_not_exist_gives_the_first_without_an_answer(begun: Screen, open_page: Open, place: str) -> None:
    assert open_page("toets", quiz="proeftoets", vraag=place).says("vraag 1 van 3")


def test_a_quiz_that_is_begun_in_two_tabs_is_one_attempt(open_page: Open, record: Read) -> None:
    one, other = open_page("toets", quiz="proeftoets"), open_page("toets", quiz="proeftoets")
    one.press("Begin")
    fill(one, "vraag-water", "koken")
    other.press("Begin")
    assert len(record().attempts) == 1
    assert other.says("vraag 2 van 3")
    other.press("Vraag 1")
    assert other.filled("vraag-water") == "koken"


def test_what_was_handed_in_in_one_tab_cannot_be_changed_in_another(begun: Screen, open_page: Open, record: Read) -> None:
    other = open_page("toets", quiz="proeftoets")
    answer_all(begun, tuple(RIGHT), RIGHT)
    begun.press("Inleveren")
    other.fill("vraag-water", "schenken")
    other.again()
    assert record().answers_in(record().attempts[0])["vraag-water"].response == "koken"
    assert record().attempts[0].score == 1


def test_somebody_else_has_an_attempt_of_their_own(begun: Screen, open_page: Open, record: Read) -> None:
    assert open_page("toets", quiz="proeftoets", person=BRAM).primary == "Begin"
    assert len(record(ANNA).attempts) == 1
    assert record(BRAM) == Record()


@pytest.fixture
def begun(open_page: Open) -> Screen:
    """The practice quiz at its first question."""
    return begin(open_page(), "proeftoets")
