"""The balance in the real course: what is stored and said, which picture is open, and what is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from school.explainers.balance import NEITHER, Balance
from school.learning import Record, done_steps
from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.logs import ours
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]

NOOR = "noor-wegen"


@pytest.fixture
def content() -> Path:
    return ROOT


@pytest.fixture
def right(here: Runtime) -> dict[str, dict[str, str]]:
    """Where the cards belong, by exercise."""
    balance = here.library.course.explainers["balansmodel"]
    assert isinstance(balance, Balance)
    return {case.exercise: dict(balance.task(case).pairs) for case in balance.cases.values()}


def at_cases(open_page: Open, **query: str) -> Screen:
    return open_page("hechting", stap="beschermende-factoren", **query)


def said(screen: Screen) -> dict[str, Any]:
    """What the balance was told to say about each card."""
    return {name: said for name, _, _, *said in screen.given_to(NOOR)["cards"] if said}


def test_a_card_that_lies_wrong_is_explained_and_the_rest_counts(open_page: Open, record: Read, right: dict[str, dict[str, str]]) -> None:
    screen = at_cases(open_page)
    assert said(screen) == {}
    screen.answer(NOOR, right[NOOR] | {"alleenstaand": "risico"})
    assert [round(answer.score, 2) for answer in record().answers] == [0.89]
    side, fits, feedback = said(screen)["alleenstaand"]
    assert (side, fits) == ("risico", False)
    assert feedback.startswith("Een eenoudergezin is een statistisch kenmerk en geen oorzaak.")
    assert [name for name, (_, fits, _) in said(screen).items() if not fits] == ["alleenstaand"]
    assert screen.says("Eén ouder is geen oorzaak.")


def test_what_was_looked_at_stands_there_again_in_a_new_session(open_page: Open, right: dict[str, dict[str, str]]) -> None:
    at_cases(open_page).answer(NOOR, right[NOOR] | {"oma": NEITHER})
    again = at_cases(open_page)
    assert again.given_to(NOOR)["placed"]["oma"] == NEITHER
    assert said(again)["oma"][1] is False


def test_both_cases_right_does_the_step(open_page: Open, record: Read, here: Runtime, right: dict[str, dict[str, str]]) -> None:
    screen = at_cases(open_page)
    screen.answer(NOOR, right[NOOR])
    screen.press("Verder: Sami")
    assert screen.address["plek"] == "sami"
    screen.answer("sami-wegen", right["sami-wegen"])
    assert "hechting/beschermende-factoren" in done_steps(here.library.course, record())


def test_a_half_laid_case_is_not_looked_at(open_page: Open, record: Read) -> None:
    screen = at_cases(open_page)
    screen.answer(NOOR, {"oma": "bescherming"})
    assert screen.says("Kies of vul eerst een antwoord in.")
    assert record().answers == ()


@pytest.mark.parametrize("placed", [5, "alles", ["risico"], {"opa": "risico"}, "spoil"], ids=str)
def test_cards_that_do_not_exist_and_places_that_do_not_are_refused(
    open_page: Open, record: Read, caplog: pytest.LogCaptureFixture, right: dict[str, dict[str, str]], placed: object
) -> None:
    screen = at_cases(open_page)
    screen.send(NOOR, placed=right[NOOR] | {"oma": "erboven"} if placed == "spoil" else placed)
    screen.app.button(key=f"check:{NOOR}").click()
    screen.again()
    assert record() == Record()
    assert screen.title == "Beschermende factoren"
    assert not any(private in ours(caplog) for private in ("erboven", "opa", "alles"))


def test_the_pile_is_walked_picture_by_picture_and_remembered(open_page: Open, record: Read) -> None:
    screen = open_page("hechting", stap="balansmodel")
    assert screen.given_to("balance:stapelen")["pile"] == [1, 0]
    screen.press("Verder: Drie risico's")
    screen.follow("balance:stapelen", "met-tegenwicht", event="picked")
    assert screen.given_to("balance:stapelen")["pile"] == [5, 4]
    assert screen.says("Draagkracht kun je wel versterken.")
    assert {mark for mark in record().steps if "#" in mark} == {
        "hechting/balansmodel#drie-risicos",
        "hechting/balansmodel#met-tegenwicht",
    }


@pytest.mark.parametrize("value", [None, 5, ["een-risico"], "nergens", {"plek": "een-risico"}], ids=str)
def test_a_picture_that_does_not_exist_opens_nothing(open_page: Open, record: Read, value: object) -> None:
    screen = open_page("hechting", stap="balansmodel", plek="nergens")
    assert screen.given_to("balance:stapelen")["open"] == "een-risico"
    screen.follow("balance:stapelen", value, event="picked")
    assert screen.given_to("balance:stapelen")["open"] == "een-risico"
    assert record() == Record()
