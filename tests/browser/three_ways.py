"""Doing the same with a mouse, with a finger or with a keyboard alone, and counting what it takes."""

import re
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Locator, expect

from tests.browser.person import PHONE, Person

Hand = Literal["mouse", "finger", "keys"]
HANDS: dict[Hand, dict[str, object]] = {"mouse": {}, "finger": {"has_touch": True, "viewport": PHONE}, "keys": {}}
"""With what somebody does it, and what their browser is like."""
MOST_TABS = 200
SAID = re.compile(r"\w")
IN_FOCUS = "at => at === at.getRootNode().activeElement"


@dataclass
class Way:
    """One way of doing things. A step is a click, a tap, a key that does something, or what is typed in a field.

    Tab and arrows only move, and so does the click that puts the cursor in a field. A screen reader works with the keys:
    what they press has a name that it can say.
    """

    person: Person
    hand: Hand
    steps: int = 0

    def press(self, what: Locator) -> None:
        """Presses a button; the server hears of it."""
        self.steps += 1
        match self.hand:
            case "mouse":
                self.person.doing(what.click)
            case "finger":
                self.person.doing(what.tap)
            case "keys":
                self._reach(what)
                self.person.doing(lambda: self.person.page.keyboard.press("Enter"))

    def choose(self, where: Locator, place: int) -> None:
        """Chooses the option at this place, from 0; nothing is sent yet."""
        self.steps += 1
        options = where.get_by_role("radio")
        match self.hand:
            case "mouse":
                where.locator("[role=radiogroup] label").nth(place).click()
            case "finger":
                where.locator("[role=radiogroup] label").nth(place).tap()
            case "keys":
                self._reach(options.first)
                for _ in range(place):
                    self.person.page.keyboard.press("ArrowDown")
                if not place:
                    self.person.page.keyboard.press("Space")

    def tick(self, where: Locator, place: int) -> None:
        """Ticks the box at this place, from 0; nothing is sent yet."""
        self.steps += 1
        match self.hand:
            case "mouse":
                where.locator("label:has(input[type=checkbox])").nth(place).click()
            case "finger":
                where.locator("label:has(input[type=checkbox])").nth(place).tap()
            case "keys":
                self._reach(where.get_by_role("checkbox").nth(place))
                self.person.page.keyboard.press("Space")

    def fill(self, field: Locator, text: str) -> None:
        """Goes to a field and types this; the server hears of it when the field is left."""
        self.steps += 1
        match self.hand:
            case "mouse":
                field.click()
            case "finger":
                field.tap()
            case "keys":
                self._reach(field)
        self.person.settled()  # the field before this one was left, and may be drawn anew
        self.person.page.keyboard.type(text)

    def _reach(self, what: Locator) -> None:
        expect(what).to_have_accessible_name(SAID)
        for _ in range(MOST_TABS):
            if what.evaluate(IN_FOCUS):
                return
            self.person.page.keyboard.press("Tab")
        raise AssertionError(f"{what} cannot be reached by Tab")
