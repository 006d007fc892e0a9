"""The glasses in the real course: what reads through which pair, what is remembered, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.learning import Record
from school.settings import ROOT
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]

NAME = "glasses:signalen-door-brillen"


@pytest.fixture
def content() -> Path:
    return ROOT


def at_signals(open_page: Open, **query: str) -> Screen:
    return open_page("hechting", stap="signalen-hechting", **query)


def read(screen: Screen) -> dict[str, list[str]]:
    """What each signal says now."""
    return dict(screen.given_to(NAME)["signals"])


def test_without_glasses_a_signal_says_nothing(open_page: Open) -> None:
    screen = at_signals(open_page)
    assert set(map(len, read(screen).values())) == {0}
    assert len(read(screen)) == 14


def test_each_pair_reads_all_signals_and_is_remembered_for_another_session(open_page: Open) -> None:
    screen = at_signals(open_page)
    screen.follow(NAME, "trauma", event="picked")
    assert read(screen)["Gespannen, nerveuze indruk"] == ["Kan verhoogde waakzaamheid zijn."]
    screen.press("Volgende bril: ADHD")
    assert screen.address == {"stap": "signalen-hechting", "plek": "adhd"}
    assert at_signals(open_page).given_to(NAME)["seen"] == ["trauma", "adhd"]


def test_all_pairs_together_are_the_conclusion_and_the_way_back(open_page: Open) -> None:
    screen = at_signals(open_page, plek="naast-elkaar")
    assert set(map(len, read(screen).values())) == {5}
    assert screen.says("Geen van de veertien is specifiek.")
    screen.press("Zet de bril weer af")
    assert screen.address["plek"] == "zonder-bril"


@pytest.mark.parametrize("value", [None, 5, ["trauma"], "roze", {"bril": "trauma"}], ids=str)
def test_a_pair_that_does_not_exist_is_not_put_on(open_page: Open, record: Read, value: object) -> None:
    screen = at_signals(open_page)
    screen.follow(NAME, value, event="picked")
    assert screen.given_to(NAME)["open"] == "zonder-bril"
    assert record() == Record()
