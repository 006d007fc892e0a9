"""Nothing moves for whoever asked for that."""

import pytest

from tests.browser.conftest import NewPerson

pytestmark = pytest.mark.browser

MOVING = """() => {
  const moving = new Set()
  const look = (root) => {
    for (const at of root.querySelectorAll("*")) {
      const style = getComputedStyle(at)
      if (parseFloat(style.animationDuration) && style.animationName !== "none") moving.add(`${at.tagName} ${style.animationName}`)
      if (style.transitionDuration.split(",").some(parseFloat)) moving.add(`${at.tagName} ${style.transitionProperty}`)
      if (at.shadowRoot) look(at.shadowRoot)
    }
  }
  look(document)
  return [...moving]
}"""
STEPS = ("/hechting?stap=balansmodel", "/hechting?stap=still-face&plek=stil-gezicht", "/voortgang")


def test_who_asks_for_less_motion_gets_none(new_person: NewPerson):
    calm, lively = new_person(reduced_motion="reduce"), new_person()
    for person in (calm, lively):
        person.go(STEPS[0])
    assert lively.page.evaluate(MOVING) != []

    for path in STEPS:
        calm.turn_to(path)
        assert calm.page.evaluate(MOVING) == []
