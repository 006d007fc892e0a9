"""A trainer before a room, in real browsers: a big screen, the presenter's view on a phone, and what can be read on them."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from school import keys
from school.live import Room
from tests.browser.looking import DRAWN
from tests.browser.person import PHONE, NewPerson, Person
from tests.browser.server import Server

BEAMER = {"width": 1920, "height": 1080}
STAGE_TEXT = (Path(__file__).parent / "stage_text.js").read_text(encoding="utf-8")
SMALLEST, CONTRAST = 24, 7
SOON = 15_000


@dataclass
class Teaching:
    """A server, and the trainer's token on it."""

    server: Server
    token: str

    def room(self) -> Room:
        return self.server.store.rooms.all()[0]

    def enters(self, person: Person) -> Person:
        """Gives somebody the trainer's key."""
        person.context.add_cookies([{"name": keys.COOKIE, "value": self.token, "url": self.server.address}])
        return person


def open_stage(teaching: Teaching, new_person: NewPerson) -> Page:
    """A room for the second module of the small course, and its big screen."""
    trainer = teaching.enters(new_person(at=teaching.server, viewport=BEAMER))
    trainer.page.goto("/presenteren")
    trainer.page.get_by_text("De proef (").click()
    trainer.page.get_by_role("button", name="Open de zaal").click()
    expect(trainer.page.get_by_text("Nu op het scherm")).to_be_visible(timeout=SOON)
    code = teaching.room().code
    stage = trainer.context.new_page()
    stage.set_viewport_size(BEAMER)  # type: ignore[arg-type]
    stage.goto(f"/presenteren?zaal={code}")
    expect(stage.get_by_role("heading", level=1)).to_have_text("Water en thee", timeout=SOON)
    expect(stage.get_by_text("1 van ", exact=False).first).to_be_visible(timeout=SOON)  # the keys are there
    return stage


def open_speaker(teaching: Teaching, new_person: NewPerson) -> Page:
    """The presenter's view on the trainer's own phone."""
    page = teaching.enters(new_person(at=teaching.server, viewport=PHONE)).page
    page.goto(f"/presenteren?zaal={teaching.room().code}&blik=trainer")
    expect(page.get_by_text("Nu op het scherm")).to_be_visible(timeout=SOON)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).first.click(timeout=SOON)


def take_the_wheel(page: Page) -> None:
    """Waits until it has it: what is pressed before that is pressed by somebody who does not steer."""
    wheel = page.get_by_role("button", name="Neem het stuur over")
    wheel.click(timeout=SOON)
    expect(wheel).to_have_count(0, timeout=SOON)


def goes_to(stage: Page, teaching: Teaching, place: int) -> None:
    """By keyboard, one slide at a time."""
    while (at := teaching.room().at) < place:
        stage.keyboard.press("PageDown")
        expect(stage.get_by_text(f"{at + 2} van ", exact=False).first).to_be_visible(timeout=SOON)


def too_small_or_faint(page: Page) -> list[dict[str, object]]:
    page.bring_to_front()
    page.mouse.move(0, 0)
    page.evaluate(DRAWN)
    return [each for each in page.evaluate(STAGE_TEXT) if each["size"] < SMALLEST - 0.1 or each["contrast"] < CONTRAST]
