"""A phone in a room: it answers by touch and by keyboard, follows the trainer, and comes back after whatever happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from school import live
from school.identity import participant_id
from school.live import Room, Round
from school.runtime import utc_now
from school.store.room_store import RoomStore
from tests.browser.conftest import NewPerson
from tests.browser.looking import axe, show, sideways
from tests.browser.person import PHONE, Person
from tests.browser.server import Server
from tests.browser.teaching import Teaching

pytestmark = pytest.mark.browser

CODE = "417417"
ORDER = ("proef/water-en-thee", "proef/trekken-en-schenken")
STORED = "Je antwoord is opgeslagen."


@pytest.fixture
def hall(teaching: Teaching) -> Server:
    """A server with a room in it; the test is the trainer, in another process, as the presenter's page could be."""
    return teaching.server


@pytest.fixture
def rooms(hall: Server) -> Iterator[RoomStore]:
    rooms = hall.store.rooms
    assert rooms.open(Room("zaal", CODE, "Ochtend", ORDER, utc_now()))
    yield rooms
    rooms.close("zaal", now=utc_now())
    _free_the_code(hall.folder / "school.db")


@pytest.fixture
def phone(new_person: NewPerson, hall: Server, rooms: RoomStore) -> Person:
    person = new_person(at=hall, watched=True, viewport=PHONE, has_touch=True)
    person.page.goto("/zaal")
    person.page.get_by_label("De code van de zaal").fill("417 417")
    person.page.get_by_role("button", name="Doe mee").tap()
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Water en thee")
    return person


def ask(rooms: RoomStore, page: Page, task: str, **more: object) -> str:
    """Puts a question to the room, and waits until the phone shows it."""
    name = f"r-{task}"
    assert rooms.open_round(Round(name, "zaal", task, utc_now(), **more))
    expect(page.locator("#taak")).to_have_attribute("data-ronde", name)
    return name


def says(page: Page) -> Locator:
    return page.locator("#taak .says")


def test_by_touch_and_by_keyboard_whatever_is_asked(phone: Person, rooms: RoomStore) -> None:
    page = phone.page
    who = participant_id(phone.token, "zaal")
    found = [_looks(page)]

    order = ask(rooms, page, "oefen-volgorde")
    taps = page.locator("#taak .tap")
    for place in (1, 0, 2):
        taps.nth(place).tap()
    taps.nth(0).tap()  # no place after all; the others move up
    taps.nth(0).tap()
    found.append(_looks(page))
    page.get_by_role("button", name="Verstuur mijn antwoord").tap()
    expect(says(page)).to_have_text(STORED)
    names = [each.get_attribute("name") for each in page.locator("#taak select").all()]
    shown = [str(name).removeprefix("plaats-") for name in names]
    assert rooms.votes_of("zaal", who)[order].response == [shown[1], shown[2], shown[0]]

    pairs = ask(rooms, page, "oefen-paren")
    for field in page.locator("#taak select").all():
        field.focus()
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # Ik twijfel
    found.append(_looks(page))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(says(page)).to_have_text(STORED)
    assert rooms.votes_of("zaal", who)[pairs].unsure

    choice = ask(rooms, page, "oefen-water")
    page.locator("#taak input[type=radio]").first.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Ik sla deze over").tap()
    expect(says(page)).to_have_text("Je slaat deze over. Dat ziet niemand.")
    assert rooms.votes_of("zaal", who)[choice].response is None
    for n in range(5):
        rooms.vote(live.Vote("zaal", choice, f"ander {n}", "kokend", utc_now(), 1.0))
    rooms.show(choice, now=utc_now(), answers=True, right=True)
    expect(page.get_by_role("heading", name="Dit antwoordde de zaal")).to_be_visible()
    found.append(_looks(page))
    page.goto("/zaal?code=41")
    found.append(_looks(page))
    assert [each for each in found if each] == []
    assert phone.complaints == []
    assert phone.asked.outside == []


def test_a_word_that_is_being_typed_survives_what_happens_in_the_room(phone: Person, rooms: RoomStore) -> None:
    page = phone.page
    ask(rooms, page, "eigen-1", own=live.live_question({"kind": "open", "prompt": "Wat neem je mee?"}))
    page.get_by_label("Jouw antwoord").fill("Een halve zin")
    assert rooms.ask(live.Question("v1", "zaal", "<b>Mag dit?</b>", utc_now(), "shown"), participant="iemand anders")
    rooms.steer("zaal", by="trainer", now=utc_now(), at=1)
    expect(page.get_by_role("heading", name="Trekken en schenken")).to_be_visible()
    expect(page.locator("#vragen li").first).to_contain_text("<b>Mag dit?</b>")
    expect(page.get_by_label("Jouw antwoord")).to_have_value("Een halve zin")
    page.get_by_role("button", name="Ook mijn vraag").tap()
    expect(page.locator("#vragen")).to_contain_text("2 stemmen")
    expect(page.get_by_role("button", name="Ook mijn vraag")).to_have_attribute("aria-pressed", "true")


def test_a_phone_comes_back_after_a_reload_a_lock_screen_and_a_killed_server(phone: Person, rooms: RoomStore, hall: Server) -> None:
    page = phone.page
    first = ask(rooms, page, "oefen-groen")
    page.get_by_label("Waar", exact=True).check()
    page.get_by_role("button", name="Verstuur mijn antwoord").tap()
    expect(says(page)).to_have_text(STORED)
    page.reload()
    expect(says(page)).to_have_text(STORED)
    expect(page.get_by_label("Waar", exact=True)).to_be_checked()

    phone.context.set_offline(True)  # in a pocket; meanwhile the trainer goes on
    rooms.close_round(first, now=utc_now())
    rooms.steer("zaal", by="trainer", now=utc_now(), at=1)
    phone.context.set_offline(False)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trekken en schenken")

    second = ask(rooms, page, "oefen-minuten")
    page.get_by_label("Jouw getal").fill("4")
    hall.kill9()
    expect(page.locator("#verbinding")).to_be_visible()
    page.get_by_role("button", name="Verstuur mijn antwoord").tap()
    expect(says(page)).to_have_text("Nog niet opgeslagen. We proberen het opnieuw.")
    hall.start_again()
    expect(says(page)).to_have_text(STORED, timeout=30_000)
    expect(page.locator("#verbinding")).to_be_hidden(timeout=30_000)
    assert rooms.votes_of("zaal", participant_id(phone.token, "zaal"))[second].response == 4
    rooms.steer("zaal", by="trainer", now=utc_now(), dark=True)
    expect(page.get_by_role("heading", name="Kijk naar de zaal")).to_be_visible()
    rooms.close("zaal", now=utc_now())
    expect(page.get_by_role("heading", level=1)).to_have_text("De zaal is gesloten")
    page.get_by_role("button", name="Neem mee").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meegenomen")
    assert [answer.task for answer in phone.record.answers] == ["oefen-groen", "oefen-minuten"]


def test_a_phone_without_scripts_answers_by_its_forms(new_person: NewPerson, rooms: RoomStore, hall: Server) -> None:
    page = new_person(at=hall, viewport=PHONE, java_script_enabled=False).page
    rooms.open_round(Round("r1", "zaal", "oefen-volgorde", utc_now()))
    page.goto(f"/zaal/{CODE}")
    for place, field in enumerate(page.locator("#taak select").all(), 1):
        field.select_option(str(place))
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    expect(says(page)).to_have_text(STORED)
    assert rooms.voted("r1") == 1
    rooms.close_round("r1", now=utc_now())
    page.get_by_role("link", name="Kijk of er iets nieuws is").click()
    expect(says(page)).to_have_text("De vraag is gesloten.")


def _looks(page: Page) -> list[str]:
    """What axe finds on the phone in both themes, and what is wider than the narrowest screens."""
    found = sideways(page)
    for theme in ("light", "dark"):
        show(page, theme, PHONE, streamlit=False)
        found += [f"{theme}: {each}" for each in axe(page)]
    return found


def _free_the_code(database: Path) -> None:
    """So that the next test can have a room of the same name."""
    import sqlite3  # noqa: PLC0415

    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM rooms WHERE id = 'zaal'")
    connection.close()
