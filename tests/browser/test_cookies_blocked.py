"""A browser that keeps no cookies."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import FLAGS, find
from tests.browser.person import Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser


REFUSED = {"profile": {"default_content_setting_values": {"cookies": 2}}}
"""As Chromium keeps "Block all cookies" in its settings."""


@pytest.fixture
def forgetful(browser: Browser, server: Server, tmp_path: Path) -> Iterator[Person]:
    """Somebody whose browser refuses every cookie, and keeps nothing else for a site either."""
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(REFUSED))
    kind = browser.browser_type
    context = kind.launch_persistent_context(tmp_path, executable_path=find(), args=FLAGS, base_url=server.address)
    yield Person(context, server)
    context.close()


def test_who_keeps_no_cookies_is_told_before_the_first_answer(forgetful: Person):
    forgetful.go("/hechting?stap=wat-is-hechting")

    warning = forgetful.page.get_by_role("alert")
    expect(warning).to_contain_text("Je browser bewaart geen cookies")
    assert warning.bounding_box()["y"] < forgetful.page.get_by_role("radio").first.bounding_box()["y"]


def test_without_cookies_one_can_practise_and_is_told_that_nothing_is_kept(forgetful: Person):
    forgetful.go("/hechting?stap=wat-is-hechting")
    forgetful.page.get_by_role("radiogroup").locator("label").nth(1).click()
    forgetful.doing(forgetful.page.get_by_role("button", name="Kijk na").click)

    expect(forgetful.page.locator("main")).to_contain_text("Dit klopt")
    expect(forgetful.page.locator("main")).to_contain_text("Niet opgeslagen: je browser bewaart geen cookies")
    assert "leerling" not in {cookie["name"] for cookie in forgetful.context.cookies()}
