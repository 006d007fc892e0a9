"""The balance, the glasses and the thoughts on a big screen: a room does them together, and nothing of the trainer is kept or shown."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.explainers.balance import NEITHER
from school.identity import new_token, token_hash
from school.learning import Record
from school.lesson import Explainer
from school.runtime import Runtime
from school.settings import ROOT
from school.slides import all_slides
from tests.journeys.conftest import Clock
from tests.journeys.screen import Screen

Read = Callable[..., Record]
Stage = Callable[[str], Screen]


@pytest.fixture
def content() -> Path:
    return ROOT


@pytest.fixture
def stage(open_page: Callable[..., Screen], here: Runtime, clock: Clock) -> Stage:
    """The big screen of a room for two modules, at the slide with this explainer."""
    token = new_token()
    assert here.store.make_key("trainer", "link", token_hash(token), at=clock())
    course = here.library.course

    def show(name: str) -> Screen:
        screen = open_page("presenteren")
        screen.app.session_state["key"] = token
        screen.again()
        screen.app.checkbox(key="give:hechting").check()
        screen.app.checkbox(key="give:trauma").check().run()
        screen.press("Open de zaal")
        [room] = here.store.rooms.all()
        slides = all_slides(course, [step.address for step in course.steps()])
        address = next(slide.address for slide in slides if Explainer(name) in slide.blocks)
        assert here.store.rooms.steer(room.id, by=room.driver or "test", now=clock(), at=room.order.index(address))
        screen.go("presenteren", zaal=room.code)
        return screen

    return show


def test_a_room_weighs_together_and_sees_what_fits(stage: Stage, record: Read, here: Runtime) -> None:
    screen = stage("balansmodel")
    balance = here.library.course.tasks["noor-wegen"]
    screen.send("balance:balansmodel:noor", placed=balance.pairs | {"oma": NEITHER})  # type: ignore[union-attr]
    screen.app.button(key="check:noor-wegen").click()
    screen.again()
    said = {name: told for name, _, _, *told in screen.given_to("balance:balansmodel:noor")["cards"]}
    assert [name for name, (_, fits, _) in said.items() if not fits] == ["oma"]
    assert record() == Record()


def test_what_is_no_weighing_is_not_looked_at(stage: Stage, record: Read) -> None:
    screen = stage("balansmodel")
    screen.send("balance:balansmodel:noor", placed=["risico"])
    screen.app.button(key="check:noor-wegen").click()
    screen.again()
    assert not any(told for _, _, _, *told in screen.given_to("balance:balansmodel:noor")["cards"])
    assert record() == Record()


def test_a_room_puts_on_its_own_glasses(stage: Stage, record: Read) -> None:
    screen = stage("signalen-door-brillen")
    screen.follow("glasses:signalen-door-brillen", "adhd", event="picked")
    screen.follow("glasses:signalen-door-brillen", "niets", event="picked")
    assert screen.given_to("glasses:signalen-door-brillen")["seen"] == ["adhd", "niets"]
    assert not screen.says("Een meisje van zes")
    screen.follow("glasses:signalen-door-brillen", "naast-elkaar", event="picked")
    assert screen.says("Een meisje van zes")
    assert record() == Record()


def test_a_room_talks_first_and_then_sees_what_helps(stage: Stage, record: Read) -> None:
    screen = stage("gedachten")
    screen.follow("thoughts:gedachten", "word-gek", event="picked")
    assert screen.says("Vraag aan de zaal")
    screen.press("Laat zien wat helpt")
    helps = {name: words for name, _, words in screen.given_to("thoughts:gedachten")["thoughts"] if words}
    assert helps == {"word-gek": "Dit zijn reacties op iets heftigs. Veel kinderen hebben ze."}
    assert record() == Record()
