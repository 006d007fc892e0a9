"""Every state of every explainer, by its address: another picture each, for everybody, on a phone and on a laptop in the dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from school.content import Course
from school.lesson import Explainer
from school.settings import ROOT
from tests.browser.looking import DRAWN, SIDEWAYS, axe, show
from tests.browser.person import LAPTOP, PHONE, Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser

MOVING = """() => {
  const found = []
  const look = (root) => {
    for (const at of root.querySelectorAll("*")) {
      if (at.shadowRoot && at.dataset.testid !== "stSpinner") look(at.shadowRoot)
      const style = getComputedStyle(at)
      const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01)
      if (root !== document && (long(style.transitionDuration) || long(style.animationDuration))) found.push(`${at.tagName}.${at.getAttribute("class")}`)
    }
  }
  look(document)
  return [...new Set(found)]
}"""


def addresses_of(course: Course) -> dict[str, str]:
    """Where each explainer stands."""
    return {block.id: f"/{step.module}?stap={step.id}" for step in course.steps() for block in step.blocks if isinstance(block, Explainer)}


def wrong_on(page: Page) -> list[str]:
    show(page, "light", PHONE)
    found = [f"phone: {each}" for each in axe(page)]
    page.evaluate(DRAWN)
    found += [f"phone, sideways: {each}" for each in page.evaluate(SIDEWAYS)]
    show(page, "dark", LAPTOP)
    return [*found, *[f"dark laptop: {each}" for each in axe(page, only_colours=True)]]


NAMES = sorted(path.stem for path in (ROOT / "modules").glob("*/explainers/*.yaml"))
"""One test each, so that the longest file is dealt out first and not last."""


@pytest.fixture(scope="module")
def person(browser: Browser, server: Server) -> Iterator[Person]:
    """One visit to all of them, as a learner's."""
    person = Person.arrives(browser, server, reduced_motion="reduce")
    person.go("/contacten")
    yield person
    person.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_every_state_has_an_address_and_can_be_used_by_everybody_on_every_screen(person: Person, course: Course, name: str) -> None:
    place = addresses_of(course)[name]
    wrong, told = {}, {}
    person.complaints.clear()
    person.turn_to(place)
    for state in course.explainers[name].states:
        person.turn_to(f"{place}&plek={state}")
        told[state] = person.page.locator("[data-testid=stMain]").aria_snapshot()
        wrong[state] = wrong_on(person.page)
    wrong["moving"] = person.page.evaluate(MOVING)
    assert {state: each for state, each in wrong.items() if each} == {}
    assert len(set(told.values())) == len(told), "two states look the same"
    assert person.complaints == []


def test_every_explainer_stands_in_a_lesson_and_is_tested_here(course: Course) -> None:
    assert set(addresses_of(course)) == set(course.explainers) == set(NAMES)
