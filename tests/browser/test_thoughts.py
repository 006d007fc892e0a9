"""The thoughts in a real browser: with a mouse, a finger or a keyboard the same thought gets the same answer."""

import pytest
from playwright.sync_api import expect

from school.content import Course
from tests.browser.conftest import NewPerson
from tests.browser.looking import axe_in_every_view, sideways
from tests.browser.three_ways import HANDS, Hand, Way

pytestmark = pytest.mark.browser

STEP = "/trauma?stap=gedachten"


@pytest.mark.parametrize("hand", HANDS)
def test_every_way_takes_as_many_steps_and_gives_the_same_score(new_person: NewPerson, course: Course, hand: Hand):
    person = new_person(**HANDS[hand])
    page, way = person.page, Way(person, hand)
    pairs = course.tasks["gedachten-herkennen"].pairs
    person.go(STEP)
    for area in pairs.values():
        way.press(page.locator(f".tile[data-right={area}]"))
    way.press(page.get_by_role("button", name="Kijk na"))
    way.press(page.locator(".part").nth(1))
    way.choose(page.locator(".st-key-oefening-gedachte-door-mij"), 1)
    way.press(page.get_by_role("button", name="Kijk na"))
    expect(page.locator(".cloud.calm")).to_have_count(1)
    way.press(page.locator("[data-state=terechte-angst]"))
    way.choose(page.locator(".st-key-oefening-oefen-angst-met-reden"), 2)
    way.press(page.get_by_role("button", name="Kijk na"))
    expect(page.locator(".st-key-oefening-oefen-angst-met-reden")).to_contain_text("Dit klopt")
    assert {answer.task: answer.score for answer in person.record.answers} == {
        "gedachten-herkennen": 1,
        "gedachte-door-mij": 1,
        "oefen-angst-met-reden": 1,
    }
    assert way.steps == len(pairs) + 1 + 3 + 3
    assert person.complaints == []


def test_a_too_cheerful_thought_is_answered_kindly_and_the_child_keeps_what_helps_after_a_reload(new_person: NewPerson):
    person = new_person()
    page, way = person.page, Way(person, "mouse")
    person.go(f"{STEP}&plek=vies")
    asked = page.locator(".st-key-oefening-gedachte-vies")
    way.choose(asked, 1)
    way.press(page.get_by_role("button", name="Kijk na"))
    expect(asked).to_contain_text("Goed bedoeld, maar te groot.")
    expect(page.locator(".cloud.calm")).to_have_count(0)
    way.choose(asked, 0)
    way.press(page.get_by_role("button", name="Kijk opnieuw na"))
    expect(page.locator(".cloud.calm")).to_contain_text("Met mij is niets mis.")
    assert axe_in_every_view(page) == []
    assert sideways(page) == []
    page.reload()
    person.settled()
    expect(page.locator(".cloud.calm")).to_contain_text("Met mij is niets mis.")
