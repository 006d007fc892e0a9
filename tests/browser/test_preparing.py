"""Where a trainer prepares and begins: usable on any screen, by anybody."""

import pytest
from playwright.sync_api import expect

from school import keys
from tests.browser.conftest import NewPerson
from tests.browser.looking import axe_in_every_view, english, sideways
from tests.browser.person import LAPTOP
from tests.browser.teaching import Teaching

pytestmark = pytest.mark.browser


def test_a_running_order_is_made_and_given_on_any_screen(teaching: Teaching, new_person: NewPerson) -> None:
    person = new_person(at=teaching.server)
    page = person.page
    page.goto(f"{keys.PATH}{teaching.token}")
    person.settled()
    page.get_by_label("Naam, bijvoorbeeld de plaats of de groep").fill("Ontbijt in Oss")
    page.get_by_text("De proef (").click()
    person.doing(page.get_by_role("button", name="Maak het draaiboek").click)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ontbijt in Oss")
    person.doing(page.get_by_text("Beelden en notities").first.click)
    found = axe_in_every_view(page)
    assert sideways(page) == []
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    assert english(page) == []
    assert page.request.get(page.get_by_role("link", name="Notities (PDF)").get_attribute("href") or "").body().startswith(b"%PDF")

    person.go("/presenteren")
    found += axe_in_every_view(page)
    assert sideways(page) == []
    assert found == []
    assert page.get_by_text("Ontbijt in Oss (").count() == 1
