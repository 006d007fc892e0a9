"""The balance in a real browser: with a mouse, a finger or a keyboard the same cards lie in the same places."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPerson
from tests.browser.looking import axe_in_every_view, sideways
from tests.browser.server import Server
from tests.browser.three_ways import HANDS, Hand, Way

pytestmark = pytest.mark.browser

STEP = "/hechting?stap=beschermende-factoren"
NEITHER = "op-zichzelf-niets"
RIGHT = {
    "huilbaby": NEITHER,
    "alleenstaand": NEITHER,
    "somber": "risico",
    "nadenken": "bescherming",
    "schulden": "risico",
    "migratie": NEITHER,
    "oma": "bescherming",
    "vijf-adressen": "risico",
    "vaste-juf": "bescherming",
}
NEARLY = {**RIGHT, "alleenstaand": "risico"}


def lay(way: Way, cards: dict[str, str]) -> None:
    """Lays the cards one after the other, and has them looked at."""
    page = way.person.page
    for place, side in enumerate(cards.values(), 1):
        expect(page.locator(".count")).to_contain_text(f"Kaartje {place} van {len(cards)}")
        way.press(page.locator(f".tile[data-right={side}]"))
    way.press(page.get_by_role("button", name="Kijk na"))


def turned(page: Page) -> float:
    """Degrees of the beam; less than nothing when the risks hang lower."""
    found = re.search(r"-?[\d.]+", page.locator("svg:has(.beam)").evaluate("at => at.style.getPropertyValue('--turn')"))
    assert found
    return float(found.group())


@pytest.mark.parametrize("hand", HANDS)
def test_every_way_of_weighing_takes_as_many_steps_and_gives_the_same_score(new_person: NewPerson, hand: Hand):
    person = new_person(**HANDS[hand])
    person.go(STEP)
    way = Way(person, hand)
    lay(way, NEARLY)
    expect(person.page.locator(".remark:not(.fits)")).to_have_count(1)
    expect(person.page.locator("li", has_text="Bas voedt haar alleen op").filter(visible=True)).to_contain_text("geen oorzaak")
    assert [(answer.task, answer.response, round(answer.score, 2)) for answer in person.record.answers] == [("noor-wegen", NEARLY, 0.89)]
    assert way.steps == len(NEARLY) + 1
    assert person.complaints == []


def test_a_card_can_be_taken_up_again_and_what_was_looked_at_survives_a_reload(new_person: NewPerson):
    person = new_person()
    page, way = person.page, Way(person, "mouse")
    person.go(STEP)
    lay(way, NEARLY)
    assert turned(page) < 0, "four risks hang lower than three protections"
    assert axe_in_every_view(page) == []
    assert sideways(page) == []

    page.reload()
    person.settled()
    expect(page.locator(".remark")).to_have_count(9)
    page.locator(".slot[data-left=alleenstaand]").click()
    expect(page.locator(".tile").first).to_be_focused()
    assert axe_in_every_view(page) == []
    way.press(page.locator(f".tile[data-right={NEITHER}]"))
    way.press(page.get_by_role("button", name="Kijk opnieuw na"))
    expect(page.locator(".remark.fits")).to_have_count(9)
    assert turned(page) == 0
    assert [answer.score for answer in person.record.answers][-1] == 1

    way.press(page.locator("[data-state=sami]"))
    assert page.url.endswith(f"{STEP}&plek=sami")
    expect(page.locator(".count")).to_contain_text("Kaartje 1 van 9")


def test_a_half_laid_case_survives_a_reload_and_an_answer_a_power_cut(new_person: NewPerson, fragile: Server):
    person = new_person(at=fragile)
    person.go(STEP)
    way = Way(person, "mouse")
    for side in list(RIGHT.values())[:5]:
        way.press(person.page.locator(f".tile[data-right={side}]"))
    person.page.reload()
    person.settled()
    expect(person.page.locator(".slot")).to_have_count(5)
    expect(person.page.locator(".count")).to_contain_text("Kaartje 6 van 9")
    for side in list(RIGHT.values())[5:]:
        way.press(person.page.locator(f".tile[data-right={side}]"))
    way.press(person.page.get_by_role("button", name="Kijk na"))
    expect(person.page.locator(".remark.fits")).to_have_count(9)
    fragile.kill9()
    fragile.start_again()
    other = new_person(at=fragile)
    other.is_known_as(person.token)
    other.go(STEP)
    expect(other.page.locator(".remark.fits")).to_have_count(9)


def test_the_pile_tilts_little_by_little_and_every_picture_has_its_address(new_person: NewPerson):
    person = new_person(reduced_motion="reduce")
    page = person.page
    person.go("/hechting?stap=balansmodel")
    seen = [turned(page)]
    for state in ("drie-risicos", "vijf-risicos", "met-tegenwicht"):
        person.doing(page.locator(f"[data-state={state}]").click)
        assert page.url.endswith(f"?stap=balansmodel&plek={state}")
        seen.append(turned(page))
    one, three, five, against = (abs(degrees) for degrees in seen)
    assert one < three < five
    assert five - three > three - one, "a pile weighs more than its weights one by one"
    assert against == one
    assert page.locator(".beam").evaluate("at => getComputedStyle(at).transitionDuration") == "0s"
    assert axe_in_every_view(page) == []
    assert sideways(page) == []
