"""A server that has just started, and whose very first visitor comes by a deep link."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.server import Server

pytestmark = pytest.mark.browser


def test_the_first_request_of_a_cold_server_may_be_a_step(new_person: NewPerson, new_server: Callable[..., Server]):
    cold = new_server()
    person = new_person(at=cold)
    person.go("/trauma?stap=emdr")

    expect(person.page.get_by_role("heading", level=1)).to_have_text("EMDR")
    assert person.page.url == f"{cold.address}/trauma?stap=emdr"
    assert person.page.title().startswith("EMDR · Trauma")
    assert person.complaints == []


def test_the_team_page_as_first_request_of_a_cold_server_gives_nothing_of_a_team_but_the_way_in(
    new_person: NewPerson, new_server: Callable[..., Server]
):
    person = new_person(at=new_server())
    person.go("/team")

    expect(person.page.get_by_role("heading", level=1)).to_have_text("Alleen voor teams")
    expect(person.page.locator("main")).to_contain_text("gaat open met een eigen link")
    assert person.page.locator(".js-plotly-plot, [data-testid=stDataFrame], table").count() == 0
    expect(person.page.get_by_role("dialog")).to_have_count(0)
    expect(person.page.locator("main").get_by_text("Naar het begin van de cursus")).to_be_visible()
