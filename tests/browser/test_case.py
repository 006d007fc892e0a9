"""A case in a real browser: by mouse, by finger and by keyboard, in as many steps and with the same choices kept."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from school.learning import Record
from tests.browser.conftest import NewPerson
from tests.browser.hands import Hands
from tests.browser.looking import axe_in_every_view, sideways
from tests.browser.person import PHONE, Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser

CASE = "/take-home?stap=casus-de-fiets"
Press = Callable[[str], None]
WALK = (
    "Je wacht af.",
    "Verder: Drie weken later",
    "In de klas",
    "Kies iets anders",
    "Je belt zijn ouders",
    "Verder: Met de ouders",
    "Je vertelt wat gewone reacties zijn",
    "Verder: Samen beslissen",
    "Je gaat elke week zelf",
    "Verder: Er blijft iets liggen",
    "Ga terug naar ‘Samen beslissen’",
    "Kies iets anders",
    "Met hen naar huisarts",
    "Verder: Hulp op weg",
)
"""Choosing, going back twice to choose otherwise, and coming to the end; each is pressed once."""
KEPT = [
    ("in-de-klas", "afwachten"),
    ("in-de-klas", "ouders-vragen"),
    ("bij-de-ouders", "uitleg"),
    ("samen-beslissen", "zelf-doen"),
    ("samen-beslissen", "overleg-en-verwijs"),
]


def kept(record: Record) -> list[tuple[str, str]]:
    return [(choice.node, choice.choice) for choice in record.choices if choice.explainer == "casus-de-fiets"]


def by_mouse(person: Person) -> Press:
    button = person.page.locator(".case button")
    return lambda words: press(person, words, button.filter(has_text=words).first.click)


def by_finger(person: Person) -> Press:
    button = person.page.locator(".case button")
    return lambda words: press(person, words, button.filter(has_text=words).first.tap)


def by_keyboard(person: Person) -> Press:
    hands = Hands(person)

    def push(words: str) -> None:
        hands.reach(lambda now: now["tag"] == "button" and words in now["name"], f"the button '{words}'")
        press(person, words, lambda: hands.press("Enter"))

    return push


def press(person: Person, words: str, act: Callable[[], object]) -> None:
    """Only opening the choices again is done without the server."""
    if words == "Kies iets anders":
        act()
    else:
        person.doing(act)


WAYS = {
    "mouse": (by_mouse, {}),
    "finger": (by_finger, {"has_touch": True, "viewport": PHONE}),
    "keyboard": (by_keyboard, {"viewport": PHONE}),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_takes_as_many_steps_and_keeps_the_same_choices(new_person: NewPerson, way: str):
    made, options = WAYS[way]
    person = new_person(**options)
    person.go(CASE)
    do = made(person)
    for words in WALK:
        do(words)
        expect(person.page.locator(".case :is(h2, h3, .choice):focus")).to_have_count(1)
    assert kept(person.record) == KEPT
    end = person.page.locator(".case")
    expect(end).to_contain_text("Je liep de weg die we aanraden.")
    expect(end).to_contain_text("Eerst koos je: Je wacht af. Zulke dingen slijten meestal vanzelf.")
    assert person.page.url.endswith(f"{CASE}&plek=hulp-op-weg")
    assert person.complaints == []


def test_the_way_survives_a_reload_and_a_power_cut_and_back_goes_one_moment_back(new_person: NewPerson, fragile: Server):
    person = new_person(at=fragile)
    person.go(CASE)
    do = by_mouse(person)
    for words in WALK[:2]:
        do(words)
    heading = person.page.locator(".case h2")
    expect(heading).to_have_text("Drie weken later")
    person.page.go_back()
    expect(heading).to_have_text("In de klas")
    expect(person.page.locator(".case .own")).to_contain_text("Je wacht af.")
    person.page.go_forward()
    expect(heading).to_have_text("Drie weken later")
    fragile.kill9()
    fragile.start_again()
    other = new_person(at=fragile)
    other.is_known_as(person.token)
    other.go(CASE)
    expect(other.page.locator(".case h2")).to_have_text("Drie weken later")
    expect(other.page.locator(".case nav")).to_contain_text("Je wacht af.")
    assert kept(other.record) == [("in-de-klas", "afwachten")]


def test_axe_finds_nothing_at_a_moment_after_a_choice_ahead_and_at_the_end(new_person: NewPerson):
    person = new_person()
    person.go(f"{CASE}&plek=te-lang")
    expect(person.page.locator(".case .note")).to_be_visible()
    assert axe_in_every_view(person.page) == []
    do = by_mouse(person)
    do("Naar waar jij bent")
    assert axe_in_every_view(person.page) == []
    do("Je wacht af.")
    assert axe_in_every_view(person.page) == []
    assert sideways(person.page) == []
    for words in WALK[1:-4]:
        do(words)
    expect(person.page.locator(".case .beside")).to_be_visible()
    assert axe_in_every_view(person.page) == []
    assert sideways(person.page) == []
