"""What lies there and was not looked at, in a real browser: it survives a power cut, goes to another device, and is erased."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from school.learning import Record
from tests.browser.conftest import NewPerson
from tests.browser.person import Person, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Table:
    """Where something is laid: the address, what to press one after the other, and what then lies there by place."""

    address: str
    presses: tuple[str, ...]
    lies: Mapping[str, str]


TABLES = {
    "circle": Table(
        "/hechting?stap=cirkel-rondlopen&plek=draai-het-om",
        ('.spot[data-place="bij-de-bank"]', '.spot[data-place="op-weg"]'),
        {'.spot[data-place="bij-de-bank"]': "Bij de bank (1)", '.spot[data-place="op-weg"]': "Op weg (2)", ".now .k": "Moment 3 van 8"},
    ),
    "styles": Table(
        "/hechting?stap=stijlen-oefening",
        ('.card[data-card="klampt"]', '.place[data-column="ouder-en-kind"][data-row="wisselt"]'),
        {'.place[data-column="ouder-en-kind"][data-row="wisselt"]': "Klampt zich vast"},
    ),
    "balance": Table(
        "/hechting?stap=beschermende-factoren",
        (".tile[data-right=risico]", ".tile[data-right=bescherming]"),
        {".slot[data-left=huilbaby]": "Risico", ".count": "Kaartje 3 van 9"},
    ),
    "still face": Table(
        "/hechting?stap=still-face&plek=hereniging",
        (".order li:nth-child(2) [data-go=up]", ".order li:nth-child(3) [data-go=up]"),
        {},
    ),
    "first hours": Table(
        "/take-home?stap=eerste-uren-en-weken&plek=alles-op-een-rij",
        ("li[data-thing=troosten] [data-box=doen]", "li[data-thing=zwijgen] [data-box=niet-doen]"),
        {"li[data-thing=troosten] [aria-pressed=true]": "Doen", "li[data-thing=zwijgen] [aria-pressed=true]": "Niet doen"},
    ),
    "thoughts": Table(
        "/trauma?stap=gedachten",
        (".tile[data-right=schuld]", ".tile[data-right=schaamte]"),
        {".slot[data-left=iets-doen]": "Schuld", ".slot[data-left=slecht]": "Schaamte"},
    ),
}


def lay(person: Person, table: Table) -> None:
    person.turn_to(table.address)
    *first, last = table.presses
    for press in first:
        if ".card" in press:
            person.page.locator(press).click()  # taking up a card is not sent
        else:
            person.doing(person.page.locator(press).click)
    person.doing(person.page.locator(last).click)


def order(page: Page) -> list[str]:
    return page.locator(".order li .text").all_inner_texts() if page.locator(".order").count() else []


def expect_lies(page: Page, table: Table) -> None:
    for place, words in table.lies.items():
        expect(page.locator(place)).to_contain_text(words)


def test_what_lies_everywhere_survives_a_power_cut_and_is_there_on_another_device(new_person: NewPerson, fragile: Server) -> None:
    person, orders = new_person(at=fragile, watched=True), {}
    person.go("/contacten")
    for name, table in TABLES.items():
        lay(person, table)
        expect_lies(person.page, table)
        orders[name] = order(person.page)
    fragile.kill9()
    fragile.start_again()
    other = new_person(at=fragile)
    other.is_known_as(person.token)
    other.go("/contacten")
    for name, table in TABLES.items():
        other.turn_to(table.address)
        expect_lies(other.page, table)
        assert order(other.page) == orders[name]
    assert person.record.answers == ()
    assert person.asked.outside == []


@pytest.mark.parametrize("name", TABLES)
def test_what_lies_is_still_there_after_going_elsewhere_and_back(new_person: NewPerson, name: str) -> None:
    person, table = new_person(), TABLES[name]
    person.go("/")
    lay(person, table)
    laid = order(person.page)
    person.doing(person.page.get_by_role("button", name="Volgende: ").click)
    person.doing(person.page.go_back)
    expect_lies(person.page, table)
    assert order(person.page) == laid
    if name == "circle":
        person.doing(person.page.get_by_role("button", name="Weer rondlopen").click)
        person.doing(person.page.go_back)
        expect_lies(person.page, table)


def test_wis_alles_clears_it_for_whoever_comes_next_and_in_a_tab_that_was_left_open(new_person: NewPerson, server: Server) -> None:
    person = new_person()
    person.go("/contacten")
    table = TABLES["styles"]
    lay(person, table)
    token = person.token  # erasing takes it away
    tab = person.page.context.new_page()
    tab.goto("/voortgang")
    settled(tab)  # nothing moves any more while it is pressed
    tab.get_by_text("Wis alles").first.click()
    tab.get_by_role("button", name="Wis alles").click()
    expect(tab.get_by_text("half gelegd antwoord")).to_be_visible()
    assert server.record(token) == Record()

    person.page.bring_to_front()
    person.page.locator('.card[data-card="alleen"]').click()
    person.doing(person.page.locator('.place[data-column="ouder-en-kind"][data-row="weinig-er"]').click)
    expect(person.page.locator(".place.full")).to_have_count(0)
    assert server.record(token) == Record()
