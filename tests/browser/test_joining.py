"""Joining a team on a phone, by its link: read first, join by keyboard, share by name, and leave on Voortgang."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from school.founding import Founded, make_team
from school.identity import learner_id
from school.membership import Membership
from tests.browser.conftest import NewPerson
from tests.browser.looking import axe, axe_in_every_view, sideways
from tests.browser.person import PHONE, Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def founded(server: Server) -> Founded:
    made = make_team(server.store, f"Wijkteam {uuid4().hex[:6]}", at=datetime.now(UTC), named_sharing=True)
    assert made
    return made


def mine(person: Person) -> Membership | None:
    learner = learner_id(person.token)
    assert learner
    return person.server.store.teams.mine(learner)


def test_a_team_is_joined_and_left_on_a_phone_by_keyboard(new_person: NewPerson, founded: Founded):
    person = new_person(viewport=PHONE, watched=True)
    page = person.page
    page.goto(f"/deelnemen/{founded.code}")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Meedoen met {founded.team.name}")
    assert axe_in_every_view(page, streamlit=False) == []
    assert sideways(page) == []

    page.get_by_role("button", name="Doe mee").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(f"Je doet mee met {founded.team.name}.")
    page.get_by_label("De naam die je team ziet").focus()
    page.keyboard.type("Anna")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Je deelt nu op naam, als Anna.")
    assert axe_in_every_view(page, streamlit=False) == []
    assert sideways(page) == []
    joined = mine(person)
    assert joined
    assert (joined.team, joined.shown_as) == (founded.team, "Anna")

    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    person.go("/voortgang")
    page.locator("summary", has_text="Ga uit dit team").click()
    assert axe(page) == []
    person.doing(page.locator(".st-key-leave-this-team button").click)
    expect(page.get_by_text("Je bent uit het team.")).to_be_visible()
    assert mine(person) is None
    assert person.asked.outside == []
