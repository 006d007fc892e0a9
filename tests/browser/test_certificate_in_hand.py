"""A certificate in a browser: typed, pressed, downloaded, checked; and nobody else hears the name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from school.identity import learner_id
from school.learning import Attempt
from school.runtime import utc_now
from tests.browser.looking import axe_in_every_view, english, sideways
from tests.browser.person import Person
from tests.paper import Paper

pytestmark = pytest.mark.browser

FIELD, BUTTON = "Je naam op het certificaat", "Download je certificaat (PDF)"


@pytest.fixture
def passed(person: Person) -> Person:
    """Somebody who has handed in an eindtoets, and sees the result."""
    person.watch()
    person.go("/toets?quiz=eindtoets")
    learner = learner_id(person.token)
    store = person.server.store
    store.start_attempt(learner, Attempt(f"poging-{learner}", "eindtoets", 1, ("x",), 0.7, utc_now()))
    assert store.finish_attempt(learner, f"poging-{learner}", utc_now(), 0.85)
    person.go("/toets?quiz=eindtoets")
    return person


@pytest.fixture
def download(passed: Person, tmp_path: Path) -> Callable[[Callable[[Page], object]], Paper]:
    """What is downloaded when something is done."""

    def after(act: Callable[[Page], object]) -> Paper:
        with passed.page.expect_download() as coming:
            act(passed.page)
        return Paper.of(coming.value.path().read_bytes(), tmp_path)

    return after


def test_the_name_that_was_just_typed_is_on_the_paper(passed, download):
    for name in ("Noor van der Linden", "Zoë", ""):
        passed.page.get_by_label(FIELD).fill(name)
        it = download(lambda page: page.get_by_role("button", name=BUTTON).click())
        assert f"{name or 'Naam'} heeft deze cursus gevolgd" in it.text
    expect(passed.page.get_by_role("heading", name="Certificaat")).to_be_visible()


def test_it_goes_by_keyboard_and_the_name_goes_nowhere_else(passed, download):
    passed.page.get_by_label(FIELD).focus()
    passed.page.keyboard.type("Noor")
    it = download(lambda page: page.keyboard.press("Enter"))
    assert "Noor heeft deze cursus gevolgd" in it.text
    assert [sent for sent in passed.asked.sent if b"Noor" in sent] == [b"naam=Noor"]
    assert passed.asked.outside == []


def test_the_qr_code_leads_to_a_page_that_says_it_is_valid(passed, download):
    it = download(lambda page: page.get_by_role("button", name=BUTTON).click())
    [address] = it.codes()
    assert address.startswith(f"{passed.server.address}/certificaat/")
    passed.page.goto(address)
    expect(passed.page.get_by_role("heading", name="Dit certificaat is geldig")).to_be_visible()
    assert axe_in_every_view(passed.page, streamlit=False) == []
    assert sideways(passed.page) == []


def test_the_form_can_be_used_by_everybody(passed):
    assert axe_in_every_view(passed.page) == []
    assert sideways(passed.page) == []
    assert english(passed.page) == []


@pytest.mark.parametrize("path", ["/certificaat", "/certificaat/7Q4M-2XTA-9FD4-HC3V"])
def test_so_can_the_pages_to_check_one_with(page, path):
    page.goto(path)
    assert axe_in_every_view(page, streamlit=False) == []
    assert sideways(page) == []


def test_a_card_opens_in_the_browser(page):
    answer = page.context.request.get("/kaart/hechting")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")
