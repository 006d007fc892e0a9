"""The menu: by mouse, by keyboard, in a new tab, and on a phone."""

import pytest
from playwright.sync_api import expect

from school.content import Course
from tests.browser.a_life import Life
from tests.browser.conftest import NewPerson
from tests.browser.hands import Hands
from tests.browser.person import PHONE, Person, settled

pytestmark = pytest.mark.browser


def link(person: Person, name: str):
    return person.page.get_by_role("navigation", name="Onderdelen van de cursus").get_by_role("link", name=name)


def test_a_click_in_the_menu_goes_there_within_the_visit(person: Person):
    person.go("/")
    person.page.evaluate("window.sameVisit = true")
    person.doing(link(person, "Trauma").click)

    expect(person.page.get_by_role("heading", level=1)).to_have_text("Relatie tussen hechting en trauma")
    assert person.page.evaluate("window.sameVisit")
    expect(link(person, "Trauma")).to_have_attribute("aria-current", "page")
    expect(person.page.get_by_role("heading", level=1)).to_be_focused()


def test_the_menu_works_by_keyboard(person: Person):
    person.go("/")
    hands = Hands(person)
    hands.reach(lambda now: now["tag"] == "a" and now["name"].startswith("Begrippen"), "Begrippen")
    person.doing(lambda: hands.press("Enter"))

    expect(person.page).to_have_url(f"{person.server.address}/begrippen")
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Begrippen")


def test_ctrl_click_opens_a_new_tab_and_leaves_this_one(person: Person):
    person.go("/")
    with person.context.expect_page() as opened:
        link(person, "Hechting").click(modifiers=["ControlOrMeta"])
    tab = opened.value
    settled(tab)

    assert tab.url.split("?")[0] == f"{person.server.address}/hechting"
    expect(tab.get_by_role("heading", level=1)).to_have_text("Wat is hechting?")
    assert person.page.url == f"{person.server.address}/"


def test_on_a_phone_the_menu_closes_after_choosing(new_person: NewPerson):
    person = new_person(viewport=PHONE, has_touch=True, is_mobile=True)
    person.go("/")
    sidebar = person.page.get_by_test_id("stSidebar")
    expect(sidebar).not_to_be_in_viewport()
    person.page.get_by_role("button", name="Zijbalk openen").tap()
    expect(link(person, "Contacten")).to_be_in_viewport()

    person.doing(link(person, "Contacten").tap)

    expect(person.page.get_by_role("heading", level=1)).to_have_text("Waar kun je terecht?")
    expect(sidebar).not_to_be_in_viewport()
    expect(person.page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(person.page.get_by_role("heading", level=1)).to_be_focused()


def test_a_step_to_read_again_opens_within_the_visit(person: Person, course: Course):
    token = "nog-eens-" + "c" * 13
    Life(person.server.store, course, token).exercises(right=False)
    person.is_known_as(token)
    person.go("/voortgang")
    person.page.evaluate("window.sameVisit = true")
    again = person.page.locator(".school-places a").first
    title = again.inner_text()
    person.doing(again.click)

    expect(person.page.get_by_role("heading", level=1)).to_have_text(title)
    assert person.page.evaluate("window.sameVisit")
