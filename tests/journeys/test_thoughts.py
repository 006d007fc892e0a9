"""The thoughts in the real course: what the child keeps, what is said of a thought that is too good, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.learning import Record, done_steps
from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]

NAME = "thoughts:gedachten"
RIGHT = {
    "door-mij": ("gedachte-door-mij", "helpt"),
    "vies": ("gedachte-vies", "helpt"),
    "word-gek": ("gedachte-word-gek", "helpt"),
    "overal-gevaar": ("gedachte-overal-gevaar", "helpt"),
    "niemand-vertrouwen": ("gedachte-niemand-vertrouwen", "helpt"),
    "nooit-meer-leuk": ("gedachte-nooit-meer-leuk", "helpt"),
    "terechte-angst": ("oefen-angst-met-reden", "veiligheid"),
}


@pytest.fixture
def content() -> Path:
    return ROOT


def at_thoughts(open_page: Open, **query: str) -> Screen:
    return open_page("trauma", stap="gedachten", **query)


def kept(screen: Screen) -> list[str]:
    """Ids of the thoughts beside which a helping one stands."""
    return [name for name, _, helps in screen.given_to(NAME)["thoughts"] if helps]


def test_a_thought_that_is_too_good_is_explained_and_helps_nobody(open_page: Open, record: Read) -> None:
    screen = at_thoughts(open_page, plek="vies")
    screen.answer("gedachte-vies", "prachtig")
    assert screen.says("Goed bedoeld, maar te groot.")
    assert [answer.score for answer in record().answers] == [0]
    assert kept(screen) == []
    screen.answer("gedachte-vies", "helpt")
    assert kept(screen) == ["vies"]
    assert kept(at_thoughts(open_page, plek="door-mij")) == ["vies"]


def test_the_step_is_done_when_thoughts_were_recognised_and_answered_and_fear_was_right(
    open_page: Open, record: Read, here: Runtime
) -> None:
    course = here.library.course
    screen = at_thoughts(open_page)
    screen.answer("gedachten-herkennen", dict(course.tasks["gedachten-herkennen"].pairs))
    for state, (task, option) in RIGHT.items():
        screen.follow(NAME, state, event="picked")
        assert screen.address["plek"] == state
        screen.answer(task, option)
    assert screen.says("eerst kijk je naar veiligheid.")
    assert "trauma/gedachten" in done_steps(course, record())


@pytest.mark.parametrize("value", [None, 5, ["vies"], "blij", {"plek": "vies"}], ids=str)
def test_a_thought_that_does_not_exist_opens_nothing(open_page: Open, record: Read, value: object) -> None:
    screen = at_thoughts(open_page)
    screen.follow(NAME, value, event="picked")
    assert screen.given_to(NAME)["open"] == "herkennen"
    assert record() == Record()
