"""A browser that keeps no cookies: said before the first answer, and still good for practising."""

from collections.abc import Callable

import pytest

from school.runtime import Runtime
from tests.journeys.quizzes import begin, fill
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
NO_COOKIES = "Je browser bewaart geen cookies."


@pytest.mark.parametrize("person", [None, "", "te-kort", "x" * 23, "a" * 21 + "'"])
def test_without_a_cookie_of_ours_that_is_said_before_the_first_answer(open_page: Open, person: str | None) -> None:
    for page, query in (("welkom", {}), ("proef", {"stap": "water-en-thee"}), ("toets", {"quiz": "proeftoets"})):
        assert NO_COOKIES in open_page(page, person=person, **query).warnings


def test_without_cookies_you_can_practise_in_this_session_and_nothing_is_stored(open_page: Open, here: Runtime) -> None:
    screen = open_page("proef", person=None, stap="water-en-thee")
    screen.answer("oefen-water", "kokend")
    assert screen.says("Precies, zo komt de smaak vrij.")
    assert screen.says("Niet opgeslagen: je browser bewaart geen cookies.")
    assert not screen.says("Opgeslagen 14:02")
    screen.go("toets", quiz="proeftoets")
    begin(screen, "proeftoets")
    fill(screen, "vraag-water", "koken")
    screen.go("proef", stap="water-en-thee")
    assert screen.says("Precies, zo komt de smaak vrij.")
    assert not any(here.store.counts().values())


def test_who_has_cookies_is_not_warned(open_page: Open) -> None:
    assert open_page().warnings == ""


def test_a_row_is_made_only_after_the_first_answer(open_page: Open, here: Runtime) -> None:
    for page in ("welkom", "proef", "toets", "voortgang", "begrippen", "zoeken", "over"):
        open_page(page)
    assert not any(here.store.counts().values())
