"""Every explainer before a room: each state fills the screen and none has to be scrolled, in letters for the last row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from school import keys
from school.content import Course
from school.explainers.explainer import Explainer
from school.lesson import Explainer as Placed
from school.live import Room
from school.runtime import utc_now
from school.slides import all_slides
from school.tasks import Match
from tests.browser.looking import DRAWN
from tests.browser.person import Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser

SCREENS = ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080})
LETTERS, CONTRAST = 24 / 1920, 7
STAGE_TEXT = (Path(__file__).parent / "stage_text.js").read_text(encoding="utf-8")
UNDER_THE_BAR = """() => {
  const bar = [...document.querySelectorAll("*")].find((one) => one.shadowRoot?.querySelector(".foot")).shadowRoot.querySelector(".foot")
  const bottoms = [...document.querySelector(".st-key-slide").children].map((one) => one.getBoundingClientRect().bottom)
  return Math.round(Math.max(0, ...bottoms) - bar.getBoundingClientRect().top)
}"""
SIDEWAYS = "() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"
ON = '.st-key-slide :is([class*="st-key-on-"], .st-key-walk-on) button'
CHECK = '[class*="st-key-check-"] button'
SOON = 15_000
CAUGHT_UP = """(revision) => {
  const host = [...document.querySelectorAll("*")].find((one) => one.shadowRoot?.querySelector(".stage"))
  const { told, drawn } = host.shadowRoot.querySelector(".stage")._state
  return told?.[0] >= revision && drawn[0] >= told[0]
}"""
"""Whether the screen heard of this change in its room and is drawn since: until then it is drawn once more at any moment."""


@dataclass
class Stage:
    """The big screen of a room, at the slide with an explainer."""

    person: Person
    explainer: Explainer
    room: str

    @property
    def page(self) -> Page:
        return self.person.page

    def press(self, selector: str) -> None:
        self.person.doing(self.page.locator(selector).first.click)
        self.is_drawn()

    def is_drawn(self) -> None:
        pulse = self.person.server.store.rooms.pulse(self.room)
        assert pulse is not None
        self.page.wait_for_function(CAUGHT_UP, arg=pulse.revision)
        self.person.settled()

    def to(self, state: str) -> None:
        """Opens a state as a trainer does: by its own button, else by the way on."""
        own = f'[data-state="{state}"], [data-id="{state}"]'
        self.press(own if self.page.locator(own).count() else ON if self.page.locator(ON).count() else CHECK)

    def wrong(self, what: str) -> list[str]:
        """What does not fit, is too small or too faint, on each screen."""
        found = []
        # Charts take their letters from the screen on which they were opened.
        for size in SCREENS[-1:] if self.explainer.kind == "percentages" else SCREENS:  # type: ignore[attr-defined]
            self.page.set_viewport_size(size)  # type: ignore[arg-type]
            self.page.evaluate(DRAWN)
            where = f"{what} at {size['width']} px"
            under, aside = self.page.evaluate(UNDER_THE_BAR), self.page.evaluate(SIDEWAYS)
            found += [f"{where}: {under} px lies under the bar"] if under > 0 else []
            found += [f"{where}: {aside} px too wide"] if aside > 0 else []
            for text in self.page.evaluate(STAGE_TEXT):
                if text["size"] < LETTERS * size["width"] - 0.3 or text["contrast"] < CONTRAST:
                    found.append(f"{where}: {text}")
        return found


@pytest.fixture(scope="module")
def trainer(browser: Browser, server: Server) -> Iterator[Person]:
    """One big screen for all rooms of a file."""
    trainer = Person.arrives(browser, server, viewport=SCREENS[-1], reduced_motion="reduce")
    trainer.context.add_cookies([{"name": keys.COOKIE, "value": keys.make_new(server.store, at=utc_now()), "url": server.address}])
    trainer.go("/presenteren?embed=true")
    yield trainer
    trainer.context.close()


@pytest.fixture
def stage(server: Server, trainer: Person, course: Course) -> Callable[[str], Stage]:
    def open_at(name: str) -> Stage:
        slides = all_slides(course, [step.address for step in course.steps()])
        address = next(slide.address for slide in slides if Placed(name) in slide.blocks)
        code = str(417_418 + len(server.store.rooms.all()))
        assert server.store.rooms.open(Room(code, code, "Zaal", (address,), utc_now()))
        trainer.sees(SCREENS[-1], reduced_motion="reduce")
        trainer.turn_to(f"/presenteren?zaal={code}&embed=true")
        expect(trainer.page.get_by_text("1 van 1", exact=True)).to_be_visible(timeout=SOON)
        opened = Stage(trainer, course.explainers[name], code)
        opened.is_drawn()
        return opened

    return open_at


NAMES = (
    "cirkel-van-veiligheid",
    "stijlen-percentages",
    "still-face",
    "stapelen",
    "signalen-door-brillen",
    "traumasignalen-door-brillen",
    "gedachten",
    "wegen",
    "eerste-uren",
)


@pytest.mark.parametrize("name", NAMES)
def test_every_state_fits_the_screen(stage: Callable[[str], Stage], name: str) -> None:
    before = stage(name)
    states = before.explainer.states
    wrong = before.wrong(states[0])
    for state in states[1:]:
        before.to(state)
        wrong += before.wrong(state)
    assert "\n".join(wrong) == ""


def test_the_cards_of_the_styles_fit_the_screen_while_they_are_laid_and_when_they_were_looked_at(stage: Callable[[str], Stage]) -> None:
    before = stage("stijlen-kaartjes")
    wrong = before.wrong("empty")
    for name, task in before.explainer.exercises.items():
        assert isinstance(task, Match)
        for row, card in (task.pairs | {"zorg-en-angst": task.decoys[0]}).items():
            before.page.locator(f'.card[data-card="{card}"]').click()
            before.press(f'.place[data-column="{name}"][data-row="{row}"]')
    wrong += before.wrong("laid")
    before.press(CHECK)
    expect(before.page.locator(".feedback.look")).to_be_visible()
    wrong += before.wrong("looked at")
    before.press(".way")
    assert "\n".join(wrong + before.wrong("list")) == ""


def test_the_moments_on_the_circle_fit_the_screen_when_they_were_looked_at(stage: Callable[[str], Stage]) -> None:
    before = stage("cirkel-van-veiligheid")
    [task] = before.explainer.exercises.values()
    assert isinstance(task, Match)
    moments = before.explainer.states[5]
    while f"plek={moments}" not in before.page.url:  # the room tells of every state, and a press meanwhile may be lost
        before.press(ON)
    for place in (task.pairs | {"vraagt-hulp-bij-puzzel": "terug"}).values():
        before.press(f'.spot[data-place="{place}"]')
    before.press(CHECK)
    expect(before.page.locator(".about.look")).to_be_visible()
    assert "\n".join(before.wrong("looked at")) == ""


def test_a_balance_fits_the_screen_with_all_its_cards(stage: Callable[[str], Stage], course: Course) -> None:
    before = stage("balansmodel")
    wrong = before.wrong("first card")
    task = course.tasks["noor-wegen"]
    assert isinstance(task, Match)
    for side in (task.pairs | {"alleenstaand": "risico"}).values():
        before.press(f".tile[data-right={side}]")
    wrong += before.wrong("all cards")
    before.press(CHECK)
    expect(before.page.locator(".remark:not(.fits)")).to_be_visible()
    assert "\n".join(wrong + before.wrong("looked at")) == ""


def test_a_case_fits_the_screen_from_its_first_moment_to_its_end(stage: Callable[[str], Stage]) -> None:
    before = stage("casus-de-fiets")
    wrong = before.wrong("begin")
    while before.page.locator(".choice").count():
        before.press(".choice")
        wrong += before.wrong("chosen")
        before.press(".primary")
        wrong += before.wrong("next")
    assert "\n".join(wrong) == ""
