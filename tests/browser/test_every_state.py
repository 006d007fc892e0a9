"""Every state of every explainer, by its address: another picture each, for everybody, on a phone and on a laptop in the dark."""

import pytest
from playwright.sync_api import Page

from school.content import Course
from school.lesson import Explainer
from tests.browser.conftest import NewPerson
from tests.browser.looking import DRAWN, SIDEWAYS, axe, show
from tests.browser.person import LAPTOP, PHONE

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


def test_every_state_has_an_address_and_can_be_used_by_everybody_on_every_screen(new_person: NewPerson, course: Course) -> None:
    places = addresses_of(course)
    assert set(places) == set(course.explainers)
    person = new_person(reduced_motion="reduce")
    wrong, told = {}, {}
    for name, explainer in course.explainers.items():
        person.go(places[name])
        for state in explainer.states:
            person.turn_to(f"{places[name]}&plek={state}")
            told[name, state] = person.page.locator("[data-testid=stMain]").aria_snapshot()
            wrong[name, state] = wrong_on(person.page)
        wrong[name, "moving"] = person.page.evaluate(MOVING)
    assert {place: each for place, each in wrong.items() if each} == {}
    assert len(set(told.values())) == len(told), "two states look the same"
    assert person.seen.complaints == []
