"""The server goes away while somebody reads, and comes back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPerson
from tests.browser.looking import WORDS, english
from tests.browser.server import Server

pytestmark = pytest.mark.browser

LOST = "Verbinding kwijt, we proberen het opnieuw; wat opgeslagen is, blijft"
ENGLISH = re.compile(
    r"connection|connecting|internet|streamlit|error|running|rerun|unable|offline|server|please|wait|retry|failed|are you|click|close|failed|reload",
    re.IGNORECASE,
)
LINES = """() => [...document.querySelectorAll('#verbinding, [data-testid=stStatusWidget], [role=dialog], [role=alert], [data-testid=stToast]')]
  .filter(at => at.checkVisibility({ visibilityProperty: true })).map(at => at.innerText.trim()).filter(Boolean)"""


def two_minutes_pass(page: Page) -> None:
    """For the page only; Streamlit tries six times, ever more slowly, before it says in English what is wrong."""
    page.clock.install()
    for _ in range(24):
        page.clock.run_for(5000)
        page.evaluate("fetch('/healthz').catch(() => null)")  # each try of the page has failed by now, as this one does


def test_without_its_server_a_page_says_so_in_dutch_keeps_its_text_and_goes_on_by_itself(new_person: NewPerson, fragile: Server):
    person = new_person(at=fragile, lent=False)  # its clock stays another one
    person.go("/hechting?stap=wat-is-hechting")
    text = person.page.locator("main").inner_text()
    known = set(person.page.evaluate(WORDS))

    fragile.kill9()
    expect(person.page.locator("#verbinding")).to_have_text(LOST, timeout=20_000)
    two_minutes_pass(person.page)
    expect(person.page.get_by_role("button", name="Kijk na")).to_be_disabled()  # nothing can be pressed that would get lost

    assert person.page.evaluate(LINES) == [LOST]
    assert english(person.page) == []
    assert [each for each in set(person.page.evaluate(WORDS)) - known if ENGLISH.search(each)] == []
    assert person.page.locator("main").inner_text() == text
    assert person.page.get_by_role("dialog").count() == 0

    person.page.clock.resume()
    person.doing(fragile.start_again)
    expect(person.page.locator("#verbinding")).to_be_empty(timeout=40_000)
    person.page.get_by_role("radio").first.check(force=True)
    person.doing(person.page.get_by_role("button", name="Kijk").click)
    expect(person.page.locator("main")).to_contain_text("Opgeslagen")
    assert len(person.record.answers) == 1
