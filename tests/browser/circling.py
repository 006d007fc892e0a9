"""Going round the circle of security by hand: with a mouse, a finger or a keyboard, each counting what it takes (`steps`)."""

from collections.abc import Mapping

from school.explainers.walk import Moments, Walk
from tests.browser.hands import Hands
from tests.browser.person import Person

PART = ".st-key-uitleg-cirkel-van-veiligheid"


class Pointer:
    """A mouse or a finger; every press is a step."""

    def __init__(self, person: Person, *, finger: bool = False) -> None:
        self.person, self.finger, self.steps = person, finger, 0

    def button(self, name: str) -> None:
        self._press(self.person.page.locator(PART).get_by_role("button", name=name))

    def place(self, place: str) -> None:
        self._press(self.person.page.locator(f'.spot[data-place="{place}"]'))

    def _press(self, found: object) -> None:
        self.steps += 1
        self.person.doing(found.tap if self.finger else found.click)  # type: ignore[attr-defined]


class Keys:
    """A keyboard alone; Tab only moves, as a pointer does over the page."""

    FOCUS = """() => { let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      return at.dataset.place ?? "" }"""

    def __init__(self, person: Person) -> None:
        self.person, self.hands, self.steps = person, Hands(person), 0

    def button(self, name: str) -> None:
        self.steps += 1
        self.hands.push(name)

    def place(self, place: str) -> None:
        self.steps += 1
        for _ in range(60):
            if self.person.page.evaluate(self.FOCUS) == place:
                break
            self.hands.press("Shift+Tab" if self._lies_before(place) else "Tab")
        else:
            raise AssertionError(f"{place} cannot be reached")
        self.person.doing(lambda: self.hands.press("Enter"))

    def _lies_before(self, place: str) -> bool:
        """Whether the place comes before the one that has the focus."""
        spots = self.person.page.locator(".spot").evaluate_all("spots => spots.map(spot => spot.dataset.place)")
        now = self.person.page.evaluate(self.FOCUS)
        return now in spots and spots.index(place) < spots.index(now)


def go_round(hand: Pointer | Keys, walk: Walk, moments: Moments, placed: Mapping[str, str]) -> None:
    """The whole explainer, from the first place to the end."""
    for place in list(walk.places.values())[1:]:
        hand.button(f"Volgende plek: {place.title.lower()}")
    hand.button(moments.title)
    for place in placed.values():
        hand.place(place)
    hand.button("Kijk na")
    hand.button("Wat als de volwassene wegvalt?")
