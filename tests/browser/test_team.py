"""A team's figures, for a lead with a phone and a keyboard: everything can be read, reached and taken along."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect

from school.content import Course
from school.founding import Founded, make_team
from school.runtime import utc_now
from school.teams.figures import weight
from school.teams.snapshot import Cut
from tests.browser.conftest import NewPerson
from tests.browser.hands import Hands
from tests.browser.looking import axe_in_every_view, english, sideways
from tests.browser.person import PHONE, Person
from tests.browser.server import Server
from tests.teams import crowd

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def team(server: Server, course: Course) -> Founded:
    made = make_team(server.store, "Team De Linde", at=utc_now())
    assert made is not None
    crowd.fill(server.store, course, made, people=24, at=utc_now())
    return made


@pytest.fixture
def lead(new_person: NewPerson, team: Founded) -> Person:
    person = new_person(viewport=PHONE)
    person.go(f"/teamblik/{team.token}")
    return person


def test_a_lead_reads_the_figures_and_makes_a_running_order_by_keyboard(lead: Person, team: Founded, course: Course):
    page, hands = lead.page, Hands(lead)
    expect(page.get_by_role("heading", level=1)).to_have_text("Team De Linde")
    assert page.url.endswith("/team"), "the token has gone from the address"
    expect(page.get_by_text("24 mensen begonnen")).to_be_visible()
    # A chart that is still being drawn would push away what has the focus.
    for chart in page.get_by_test_id("stPlotlyChart").all():
        expect(chart.locator(".main-svg").first).to_be_visible()

    snapshot = lead.server.store.teams.snapshot("team", team.team.id)
    hardest = min(snapshot.figures(Cut()).questions, key=lambda question: (weight(question.facility) or 1, question.task))
    hands.reach(lambda now: now["tag"] == "summary" and "1. " in now["name"], "the hardest question")
    hands.press("Enter")
    lead.settled()
    expect(page.get_by_text(f"van {hardest.facility.n} mensen had dit goed").first).to_be_visible()
    assert axe_in_every_view(page) == []
    assert sideways(page) == []
    assert english(page) == []
    page.set_viewport_size(PHONE)

    hands.push("Zet klaar om te presenteren")
    expect(page.get_by_text("Klaargezet")).to_be_visible()


def test_what_is_taken_along_is_what_the_page_shows(lead: Person):
    page = lead.page
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Werkblad (Excel)").click()
    book = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    assert "Vragen" in book.sheetnames
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Verslag (PDF)").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
