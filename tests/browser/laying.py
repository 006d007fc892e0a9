"""Laying the cards of the styles, by hand in every way there is; each counts what it takes (`steps`) and gives the same table."""

from collections.abc import Mapping
from typing import Protocol

from playwright.sync_api import Page

from tests.browser.hands import Hands
from tests.browser.person import Person

Table = Mapping[str, Mapping[str, str]]
STEP = "/hechting?stap=stijlen-oefening"
RIGHT: Table = {
    "ouder-en-kind": {"weinig-er": "alleen", "reageert": "vertrouwt", "wisselt": "klampt", "zorg-en-angst": "tegenstrijdig"},
    "ouder-en-stijl": {"weinig-er": "vermijdend", "reageert": "veilig", "wisselt": "ambivalent", "zorg-en-angst": "gedesorganiseerd"},
}
NEARLY: Table = {**RIGHT, "ouder-en-stijl": {**RIGHT["ouder-en-stijl"], "zorg-en-angst": "rhs"}}
FOCUS = """() => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return { tag: at.tagName.toLowerCase(), text: at.innerText ?? "", card: at.dataset.card, column: at.dataset.column, row: at.dataset.row }
}"""


def place(column: str, row: str, tag: str = ".place") -> str:
    return f'{tag}[data-column="{column}"][data-row="{row}"]'


class Laying(Protocol):
    """One way of laying cards; a step is a click, a tap, a key that does something, a choice or a drag."""

    steps: int

    def lay(self, column: str, row: str, card: str) -> None: ...

    def look(self) -> None: ...


def lay_all(way: Laying, table: Table) -> None:
    """Lays every card and has them looked at."""
    for column, rows in table.items():
        for row, card in rows.items():
            way.lay(column, row, card)
    way.look()


class Pointer:
    """With a mouse, or with a finger: a card, then a place."""

    def __init__(self, person: Person, *, finger: bool) -> None:
        self.person, self.page, self.finger, self.steps = person, person.page, finger, 0

    def _on(self, selector: str) -> None:
        self.steps += 1
        found = self.page.locator(selector)
        found.tap() if self.finger else found.click()

    def lay(self, column: str, row: str, card: str) -> None:
        self._on(f'.card[data-card="{card}"]')
        self.person.doing(lambda: self._on(place(column, row)))

    def look(self) -> None:
        self.person.doing(lambda: self._on("[class*=st-key-check] button"))


class Keys:
    """With a keyboard alone; Tab and arrows only move, as a pointer moves over the page."""

    def __init__(self, person: Person) -> None:
        self.person, self.hands, self.steps = person, Hands(person), 0

    def _move(self, key: str, **wanted: str) -> None:
        for _ in range(60):
            if wanted.items() <= self.person.page.evaluate(FOCUS).items():
                return
            self.hands.press(key)
        raise AssertionError(f"{wanted} cannot be reached by {key}")

    def lay(self, column: str, row: str, card: str) -> None:
        self._move("Tab", card=card)
        self.hands.press("Enter")
        self._move("ArrowDown", column=column, row=row)
        self.person.doing(lambda: self.hands.press("Enter"))
        self.steps += 2

    def look(self) -> None:
        self.hands.push("Kijk na")
        self.steps += 1


class Lists:
    """From a list per place, which every device has its own way for."""

    def __init__(self, person: Person) -> None:
        self.person, self.page, self.steps = person, person.page, 0

    def lay(self, column: str, row: str, card: str) -> None:
        self.person.doing(lambda: self.page.locator(place(column, row, "select")).select_option(card))
        self.steps += 1

    def look(self) -> None:
        self.person.doing(self.page.get_by_role("button", name="Kijk na").click)
        self.steps += 1


class Drag(Lists):
    """By dragging, which nobody has to."""

    def lay(self, column: str, row: str, card: str) -> None:
        if not self.page.locator(f'.card[data-card="{card}"]').count():
            self.page.locator(".set", has_text="stijl").click()
        self.person.doing(lambda: self.page.locator(f'.card[data-card="{card}"]').drag_to(self.page.locator(place(column, row))))
        self.steps += 1


def table_on(page: Page, tag: str = ".place") -> dict[str, dict[str, str]]:
    """The words that lie in each place."""
    return {
        column: {row: page.locator(place(column, row, tag)).inner_text().splitlines()[-1] for row in rows} for column, rows in RIGHT.items()
    }
