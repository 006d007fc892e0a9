"""Acting on things one by one, with a mouse, a finger or a keyboard. Each counts what it does (`steps`): a click, a tap, or a
key that does something. Tab and the arrows between options only move, as a pointer moves over the page."""

from typing import Protocol

from playwright.sync_api import Locator

from tests.browser.person import Person

MOST_TABS = 200
HAS_FOCUS = """element => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at === element
}"""


class Acting(Protocol):
    """One way of doing things; `steps` is how many were done."""

    person: Person
    steps: int

    def press(self, button: Locator) -> None:
        """Presses a button of which the server must hear, and waits until the page shows what follows."""

    def choose(self, where: Locator, place: int) -> None:
        """Chooses one of the options in `where`; the server hears of it when a button is pressed."""


class Pointer:
    """With a mouse, or with a finger."""

    def __init__(self, person: Person, *, finger: bool) -> None:
        self.person, self.finger, self.steps = person, finger, 0

    def _on(self, found: Locator) -> None:
        self.steps += 1
        found.tap() if self.finger else found.click()

    def press(self, button: Locator) -> None:
        self.person.doing(lambda: self._on(button))

    def choose(self, where: Locator, place: int) -> None:
        self._on(where.get_by_role("radiogroup").locator("label").nth(place))


class Keys:
    """With a keyboard alone; nothing is clicked or focused by script."""

    def __init__(self, person: Person) -> None:
        self.person, self.steps = person, 0

    def _reach(self, wanted: Locator) -> None:
        element = wanted.element_handle()
        for _ in range(MOST_TABS):
            if element.evaluate(HAS_FOCUS):
                return
            self.person.page.keyboard.press("Tab")
        raise AssertionError(f"cannot be reached by Tab: {wanted}")

    def press(self, button: Locator) -> None:
        self._reach(button)
        self.steps += 1
        self.person.doing(lambda: self.person.page.keyboard.press("Enter"))

    def choose(self, where: Locator, place: int) -> None:
        radios = where.get_by_role("radio")
        self._reach(radios.first)
        self.steps += 1
        self.person.page.keyboard.press("Space")
        for _ in range(place):
            self.person.page.keyboard.press("ArrowDown")
        assert radios.nth(place).is_checked()
