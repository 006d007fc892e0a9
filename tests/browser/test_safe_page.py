"""What the page says about itself: its headers, its language, its title, and what it shows without a script."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.person import Person

pytestmark = pytest.mark.browser


def policy(header: str) -> dict[str, list[str]]:
    return {name: rest for name, *rest in (part.split() for part in header.split(";"))}


def test_the_page_carries_the_headers_that_keep_it_safe(person: Person):
    answer = person.page.goto("/hechting")
    assert answer is not None
    headers = answer.all_headers()

    rules = policy(headers["content-security-policy"])
    assert rules["default-src"] == ["'none'"]
    assert (
        rules["connect-src"] == rules["frame-src"] == rules["media-src"] == rules["form-action"] == rules["frame-ancestors"] == ["'self'"]
    )
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]
    assert not [source for sources in rules.values() for source in sources if "://" in source or source == "*"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "no-store" in headers["cache-control"]
    cookie = headers["set-cookie"].lower()
    assert "leerling=" in cookie
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_the_browser_keeps_to_the_policy(person: Person):
    """A script that would slip in is stopped, and what leaves for elsewhere too; so the silence of the console means something."""
    person.go("/hechting")
    person.page.evaluate("""() => {
      const script = document.createElement("script")
      script.textContent = "window.slipped = true"
      document.body.append(script)
      return fetch("https://example.org/").catch(() => null)
    }""")

    assert person.page.evaluate("window.slipped") is None
    assert len([each for each in person.complaints if "Content Security Policy" in each]) >= 2


def test_the_page_is_dutch_and_without_a_script_it_says_what_to_do(new_person: NewPerson):
    person = new_person(java_script_enabled=False)
    person.page.goto("/hechting")

    assert person.page.locator("html").get_attribute("lang") == "nl"
    said = person.page.locator("noscript p")
    expect(said).to_be_visible()
    assert "Deze cursus heeft JavaScript nodig" in (said.text_content() or "")
    said.locator("a").click()
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Welkom")


def test_the_title_changes_with_the_step_and_with_the_page(person: Person):
    titles = []
    person.go("/hechting?stap=wat-is-hechting")
    titles.append(person.page.title())
    person.doing(person.page.get_by_role("button", name="Volgende").click)
    titles.append(person.page.title())
    for path in ("/voortgang", "/toets", "/toets?quiz=hechting", "/begrippen", "/zoeken", "/over", "/"):
        person.turn_to(path)
        titles.append(person.page.title())

    assert titles[:2] == ["Wat is hechting? · Hechting · Hechting en trauma", "Cirkel van veiligheid · Hechting · Hechting en trauma"]
    assert len(set(titles)) == len(titles)
    assert person.page.locator("html").get_attribute("lang") == "nl"
