"""The glasses in a real browser: with a mouse, a finger or a keyboard the same pairs are put on."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.looking import axe_in_every_view, sideways
from tests.browser.three_ways import HANDS, Hand, Way

pytestmark = pytest.mark.browser

STEP = "/hechting?stap=signalen-hechting"
PAIRS = ("hechting", "trauma", "adhd", "autisme", "niets")
ASKED = ".st-key-oefening-lief-op-school-boos-thuis"
USEFUL = (0, 2, 5)


@pytest.mark.parametrize("hand", HANDS)
def test_every_way_of_looking_takes_as_many_steps_and_is_remembered_alike(new_person: NewPerson, hand: Hand):
    person = new_person(**HANDS[hand])
    page, way = person.page, Way(person, hand)
    person.go(STEP)
    for place, pair in enumerate(PAIRS, 1):
        way.press(page.locator(f"[data-state={pair}]"))
        expect(page.locator(".panel .count")).to_have_text(f"Alle 14 signalen passen door deze bril. Je hebt er {place} van de 5 opgehad.")
        assert page.url.endswith(f"{STEP}&plek={pair}")
    way.press(page.locator("[data-state=naast-elkaar]"))
    expect(page.get_by_text("Geen van de veertien is specifiek.", exact=True).filter(visible=True)).to_be_visible()
    for option in USEFUL:
        way.tick(page.locator(ASKED), option)
    way.press(page.locator(ASKED).get_by_role("button", name="Kijk na"))
    expect(page.locator(ASKED)).to_contain_text("Dit klopt")
    record = person.record
    assert [(answer.task, answer.score) for answer in record.answers] == [("lief-op-school-boos-thuis", 1)]
    assert {mark.partition("#")[2] for mark in record.steps if "#" in mark} == {*PAIRS, "naast-elkaar"}
    assert way.steps == len(PAIRS) + 1 + len(USEFUL) + 1
    assert person.complaints == []


def test_the_next_pair_is_shown_from_its_beginning_and_a_reload_keeps_it(new_person: NewPerson):
    person = new_person(viewport={"width": 390, "height": 844})
    page = person.page
    person.go(f"{STEP}&plek=trauma")
    person.doing(page.get_by_role("button", name="Volgende bril: ADHD").click)
    expect(page.locator("[data-state=adhd]")).to_be_focused()
    expect(page.locator("[data-state=adhd]")).to_be_in_viewport()
    assert axe_in_every_view(page) == []
    assert sideways(page) == []
    page.reload()
    person.settled()
    expect(page.locator("[data-state=adhd]")).to_have_attribute("aria-pressed", "true")


def test_nine_signals_of_trauma_lie_open_beside_each_other(new_person: NewPerson):
    person = new_person()
    page = person.page
    person.go("/trauma?stap=signalen-trauma&plek=naast-elkaar")
    expect(page.locator(".panel summary")).to_have_count(9)
    page.locator(".panel summary").first.click()
    expect(page.locator(".panel details[open] li")).to_have_count(5)
    expect(page.get_by_text("De tiende regel van de dia is de conclusie").filter(visible=True)).to_be_visible()
    assert axe_in_every_view(page) == []
    assert sideways(page) == []
