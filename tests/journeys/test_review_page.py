"""Herhalen: what was wrong or unsure comes back, a few a day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from school.learning import Record
from school.reviewing import day_of, forecast, key_facts, rebuild
from school.runtime import Runtime
from school.ui.agenda import calendar_of
from school.ui.visit import Standing, Visit
from tests.journeys.conftest import BRAM, Clock
from tests.journeys.quizzes import RIGHT, WRONG, take
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]
SOLVED = {**RIGHT, "oefen-water": "kokend"}


@pytest.fixture
def tomorrow(open_page: Open, clock: Clock) -> Screen:
    """The day after a quiz in which everything was wrong."""
    take(open_page(), WRONG)
    clock.wait(days=1)
    return open_page("herhalen")


def asked(screen: Screen) -> str:
    """The question that is asked now."""
    [key] = [
        str(field.key)
        for field in [*screen.app.radio, *screen.app.text_input, *screen.app.number_input]
        if str(field.key).startswith("again:")
    ]
    return key.rsplit(":", 1)[1]


def answer(screen: Screen, given: object, sure: int | None = None) -> None:
    """Answers the question that is asked, as it is filled in, and has it looked at."""
    name = asked(screen)
    screen.fill(name, given)
    if sure:
        [radio] = [radio for radio in screen.app.radio if str(radio.key).startswith("sureness-")]
        radio.set_value(sure)
    screen.press("Kijk na")


def test_who_is_new_reads_how_questions_come_here(open_page: Open) -> None:
    screen = open_page("herhalen")
    assert screen.title == "Herhalen"
    assert screen.says("Nu is er nog niets.")
    assert "Herhalen" in screen.menu["Jouw leren"]


def test_what_was_wrong_comes_back_the_next_day_and_not_before(open_page: Open, clock: Clock) -> None:
    screen = open_page()
    take(screen, WRONG)
    screen.go("herhalen")
    assert screen.title == "Klaar voor vandaag"
    assert screen.says("Morgen 3 vragen.")
    clock.wait(days=1)
    screen.go("herhalen")
    assert screen.says("Herhalen · vraag 1 van 3")


def test_the_menu_and_the_front_page_say_how_many_there_are(tomorrow: Screen, open_page: Open) -> None:
    assert "Herhalen (3)" in tomorrow.menu["Jouw leren"]
    tomorrow.go("welkom")
    assert tomorrow.says("Vandaag 3 vragen om te herhalen")
    other = open_page(person=BRAM)
    assert "Herhalen" in other.menu["Jouw leren"]
    assert not other.says("om te herhalen")


def test_an_answer_gets_its_feedback_at_once_and_a_reload_keeps_it(tomorrow: Screen, open_page: Open, record: Read) -> None:
    name = asked(tomorrow)
    answer(tomorrow, RIGHT[name], 3)
    assert tomorrow.address == {"vraag": name}
    assert tomorrow.says("Jouw antwoord · zeker: dit klopt")
    assert tomorrow.says("Waarom")
    given = record().answers[-1]
    assert (given.task, given.context, given.attempt, given.certainty, given.score) == (name, "herhalen", None, 3, 1)
    again = open_page("herhalen", vraag=name)
    assert again.says("Jouw antwoord · zeker: dit klopt")
    assert again.says("Herhalen · vraag 1 van 3")
    again.press("Volgende vraag")
    assert again.says("Herhalen · vraag 2 van 3")
    assert asked(again) != name


def test_a_sure_error_is_said_to_be_worth_a_moment_and_comes_back_tomorrow(tomorrow: Screen) -> None:
    answer(tomorrow, WRONG[asked(tomorrow)], 3)
    assert tomorrow.says("Je was zeker. Juist dan is het goed om hier even bij stil te staan.")
    assert tomorrow.says("Deze vraag komt morgen terug bij Herhalen.")


def test_after_the_last_one_it_is_done_for_today_with_the_next_days_in_words(tomorrow: Screen, record: Read, here: Runtime) -> None:
    for place in range(3):
        answer(tomorrow, RIGHT[asked(tomorrow)])
        tomorrow.press("Volgende vraag" if place < 2 else "Klaar voor vandaag")
    assert tomorrow.title == "Klaar voor vandaag"
    assert tomorrow.says("Je hebt 3 vragen herhaald.")
    assert tomorrow.says("november")
    assert "Herhalen" in tomorrow.menu["Jouw leren"]
    tomorrow.again()
    assert tomorrow.title == "Klaar voor vandaag"
    stored = record()
    assert dict(stored.cards) == rebuild(stored, key_facts(here.library.course))
    assert min(card.due for card in stored.cards.values()) > date(2026, 11, 24)


def test_the_next_days_can_be_put_in_a_calendar(tomorrow: Screen) -> None:
    for _ in range(3):
        answer(tomorrow, RIGHT[asked(tomorrow)])
        tomorrow.press("Volgende vraag" if "Volgende vraag" in tomorrow.buttons else "Klaar voor vandaag")
    assert tomorrow.says("Zet de volgende keren in je agenda")


def test_without_an_answer_you_are_asked_for_one(tomorrow: Screen, record: Read) -> None:
    before = record().answers
    tomorrow.press("Kijk na")
    assert tomorrow.says("Kies of vul eerst een antwoord in.")
    assert record().answers == before


def test_a_question_that_is_not_due_cannot_be_asked_by_its_address(open_page: Open, clock: Clock) -> None:
    take(open_page(), RIGHT)
    for vraag in ("vraag-water", "onzin", "meting-zetten-a"):
        assert open_page("herhalen", vraag=vraag).title == "Klaar voor vandaag"


def test_a_review_is_no_try_of_the_lesson_and_does_not_move_where_you_were(open_page: Open, clock: Clock, record: Read) -> None:
    screen = open_page("proef", stap="water-en-thee")
    screen.answer("oefen-water", "lauw")
    screen.go("welkom")
    before = screen.primary
    clock.wait(days=1)
    screen.go("herhalen")
    assert asked(screen) == "oefen-water"
    answer(screen, "kokend")
    assert record().tries("oefen-water") == 1
    last = record().last_exercise_answer("oefen-water")
    assert last is not None
    assert last.response == "lauw"
    screen.go("welkom")
    assert screen.primary == before


def test_a_shown_answer_that_is_copied_is_not_solved_and_comes_back(open_page: Open, record: Read, clock: Clock) -> None:
    screen = open_page("proef", stap="water-en-thee")
    for _ in range(3):
        screen.answer("oefen-water", "lauw")
    clock.wait(minutes=1)
    screen.press("Laat het antwoord zien")
    assert screen.says("Dit klopt:")
    again = open_page("proef", stap="water-en-thee")
    assert again.says("Dit klopt:"), "a reload does not hide what was shown"
    again.answer("oefen-water", "kokend")
    assert again.says("Je hebt het antwoord bekeken. Daarom telt dit nog niet als beheerst.")
    assert again.says("Deze vraag komt morgen terug bij Herhalen.")
    assert set(record().shown) == {"oefen-water"}
    again.go("voortgang")
    assert again.says("Balken per leerdoel: Thee zetten 0% van 1 vraag.")


def test_unsaved_reviews_stay_on_the_screen_without_cookies(open_page: Open, clock: Clock, here: Runtime) -> None:
    screen = open_page("proef", person=None, stap="water-en-thee")
    screen.answer("oefen-water", "lauw")
    clock.wait(days=1)
    screen.go("herhalen")
    answer(screen, "kokend")
    assert screen.says("Jouw antwoord: dit klopt")
    screen.press("Klaar voor vandaag")
    assert screen.title == "Klaar voor vandaag"
    assert not any(here.store.counts().values())


def test_everything_comes_back_until_it_is_known_and_never_more_than_five_a_day(open_page: Open, clock: Clock, record: Read) -> None:
    take(open_page(), WRONG)
    for _ in range(20):
        clock.wait(days=1)
        screen = open_page("herhalen")
        done = 0
        while screen.buttons and "Kijk na" in screen.buttons:
            answer(screen, SOLVED[asked(screen)])
            done += 1
            screen.press("Volgende vraag" if "Volgende vraag" in screen.buttons else "Klaar voor vandaag")
        assert done <= 5
    assert all(card.due - card.last > timedelta(days=5) for card in record().cards.values())


def test_the_calendar_has_one_whole_day_per_time_and_says_nothing_of_who_you_are(
    here: Runtime, record: Read, learner: str, open_page: Open, clock: Clock
) -> None:
    take(open_page(), WRONG)
    seen = Visit(here, learner, Standing(here.library.course, record(), day_of(clock())), {}, clock(), clock().tzinfo)
    coming = forecast(seen.course, seen.record, day_of(clock()))
    text = calendar_of(seen, coming, "https://voorbeeld.nl").decode()
    assert text.count("BEGIN:VEVENT") == len(coming) == 1
    assert "DTSTART;VALUE=DATE:20261123\r\n" in text
    assert "SUMMARY:Herhalen: 3 vragen\r\n" in text
    assert "UID:herhalen-20261123@voorbeeld.nl\r\n" in text
    assert "URL:https://voorbeeld.nl/herhalen\r\n" in text
    assert learner not in text
