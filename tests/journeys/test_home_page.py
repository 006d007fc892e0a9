"""The front page says what this is, how long it takes, and how to go on."""

from collections.abc import Callable

from school.learning import Answer
from school.runtime import Runtime
from tests.journeys.conftest import Clock
from tests.journeys.screen import Screen

Open = Callable[..., Screen]


def finish(here: Runtime, learner: str, clock: Clock, *steps: str) -> None:
    """Somebody has done these steps."""
    for address in steps:
        step = here.library.course.find_step(address)
        assert step is not None
        clock.wait(minutes=1)
        here.store.finish_step(learner, address, clock())
        for task in step.tasks:
            here.store.answer(learner, Answer(f"{address}/{task}", task, "00000000", "x", 1.0, clock()))


ALL = ("welkom/welkom", "welkom/wie-je-kunt-bellen", "proef/water-en-thee", "proef/trekken-en-schenken")


def test_who_is_new_sees_how_long_it_takes_and_can_begin(open_page: Open) -> None:
    screen = open_page()
    assert screen.title == "Thee zetten"
    assert screen.primary == "Begin met de cursus"
    assert screen.says("Ongeveer 11 minuten")
    assert screen.says("Je leert hoe je een goede pot thee zet.")


def test_the_button_of_who_is_new_goes_to_the_first_step(open_page: Open) -> None:
    screen = open_page()
    screen.press("Begin met de cursus")
    assert screen.address == {"stap": "welkom"}
    assert screen.title == "Welkom bij de thee"


def test_who_is_busy_sees_where_and_how_long_still(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL[:2])
    screen = open_page()
    assert screen.primary == "Ga verder bij Water en thee"
    assert screen.says("De proef, stap 1 van 2 · nog ongeveer 9 minuten")
    screen.press("Ga verder")
    assert (screen.page, screen.address) == ("proef", {"stap": "water-en-thee"})


def test_who_is_busy_goes_on_after_the_step_touched_last(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, "proef/water-en-thee")
    assert open_page().primary == "Ga verder bij Trekken en schenken"


def test_who_is_finished_is_sent_to_their_progress(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL)
    screen = open_page()
    assert screen.primary == "Bekijk je voortgang"
    assert screen.says("Je hebt alle stappen gedaan.")
    screen.press("Bekijk je voortgang")
    assert screen.page == "voortgang"


def test_the_programme_says_in_words_how_far_each_module_is(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL[:3])
    assert list(open_page().places("Het programma")) == ["Welkom 2 minuten · Klaar", "De proef 9 minuten · Bezig: stap 2 van 2"]


def test_a_click_in_the_programme_opens_that_module(open_page: Open) -> None:
    screen = open_page()
    screen.follow_link("De proef 9")
    assert (screen.page, screen.title) == ("proef", "Water en thee")


def test_a_click_on_the_first_module_opens_its_first_step_and_not_this_page_again(open_page: Open) -> None:
    screen = open_page()
    screen.follow_link("Welkom 2")
    assert screen.address == {"stap": "welkom"}


def test_the_menu_opens_every_page_of_your_own_learning(open_page: Open) -> None:
    screen = open_page()
    assert list(screen.menu) == ["Programma", "Jouw leren"]
    for words, address in screen.menu["Jouw leren"].items():
        screen.follow_link(words)
        assert f"/{screen.page}" == address
    screen.follow_link("Welkom, ")
    assert screen.page == "welkom"


def test_a_page_that_does_not_exist_leads_to_the_front_page(open_page: Open) -> None:
    assert open_page("bestaat-niet").page == "welkom"
