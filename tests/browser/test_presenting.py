"""A trainer before a room, in real browsers: a big screen, the presenter's view on a phone, and people who answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from school import keys
from school.content import Course
from school.lesson import ContactList, Explainer
from school.live import Room, Vote
from school.loading import load_course
from school.runtime import utc_now
from school.slides import Slide, all_slides, weight
from tests.browser.conftest import NewPerson
from tests.browser.looking import DRAWN, axe, english, sideways
from tests.browser.person import PHONE, Person
from tests.browser.server import ROOT, Server

pytestmark = pytest.mark.browser

COURSE = ROOT / "tests" / "course"
BEAMER = {"width": 1920, "height": 1080}
STAGE_TEXT = (Path(__file__).parent / "stage_text.js").read_text(encoding="utf-8")
SMALLEST, CONTRAST = 24, 7
RIGHT, WRONG = "Water dat net kookt", "Lauw water"
LOST = "Verbinding kwijt, we proberen het opnieuw; wat opgeslagen is, blijft"
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


@pytest.fixture(scope="module")
def teaching(new_server: Callable[..., Server]) -> Teaching:
    """One server for all; who kills it starts it again."""
    server = new_server(content=COURSE)
    return Teaching(server, keys.make_new(server.store, at=utc_now()))


@pytest.fixture
def stage(teaching: Teaching, new_person: NewPerson) -> Page:
    """A room for the second module, and its big screen."""
    trainer = teaching.enters(new_person(at=teaching.server, viewport=BEAMER))
    trainer.page.goto("/presenteren")
    trainer.page.get_by_text("De proef (").click()
    trainer.page.get_by_role("button", name="Open de zaal").click()
    expect(trainer.page.get_by_text("Nu op het scherm")).to_be_visible(timeout=SOON)
    code = teaching.room().code
    stage = trainer.context.new_page()
    stage.goto(f"/presenteren?zaal={code}")
    expect(stage.get_by_role("heading", level=1)).to_have_text("Water en thee", timeout=SOON)
    expect(stage.get_by_text("1 van ", exact=False).first).to_be_visible(timeout=SOON)  # the keys are there
    return stage


@pytest.fixture
def speaker(teaching: Teaching, stage: Page, new_person: NewPerson) -> Page:
    """The presenter's view on the trainer's own phone, which takes the wheel."""
    page = teaching.enters(new_person(at=teaching.server, viewport=PHONE)).page
    page.goto(f"/presenteren?zaal={teaching.room().code}&blik=trainer")
    expect(page.get_by_text("Nu op het scherm")).to_be_visible(timeout=SOON)
    return page


def join(teaching: Teaching, new_person: NewPerson) -> Page:
    """Somebody types the code that is on the big screen."""
    page = new_person(at=teaching.server, viewport=PHONE, has_touch=True).page
    page.goto("/zaal")
    page.get_by_label("De code van de zaal").fill(teaching.room().code)
    page.get_by_role("button", name="Doe mee").tap()
    expect(page.get_by_text("Je doet mee in zaal")).to_be_visible()
    return page


def answer(page: Page, words: str, of: str) -> None:
    """On a phone, as soon as it shows the round with this id."""
    expect(page.locator("#taak")).to_have_attribute("data-ronde", of, timeout=40_000)
    page.locator("#taak fieldset").get_by_text(words, exact=True).tap(timeout=SOON)
    page.get_by_role("button", name="Verstuur mijn antwoord").tap()
    expect(page.locator("#taak .says")).to_have_text("Je antwoord is opgeslagen.")


def asked(teaching: Teaching, *, after: str = "") -> str:
    """The id of the round that is on the screens, once it is another than `after`."""
    end = time.monotonic() + SOON / 1000
    while (now := teaching.room().round) in (None, after):
        assert time.monotonic() < end, "nothing was asked"
        time.sleep(0.05)
    return str(now)


def question(teaching: Teaching) -> int:
    """The place of the slide with the question about water."""
    course = _course()
    slides = {slide.address: slide.task for slide in all_slides(course, [step.address for step in course.steps()])}
    return next(place for place, address in enumerate(teaching.room().order) if slides.get(address) == "oefen-water")


def _course() -> Course:
    return load_course(COURSE, today=utc_now().date())


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).first.click(timeout=SOON)


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


def test_a_slide_fills_the_screen_by_keyboard_alone_and_phones_and_presenter_follow(
    teaching: Teaching, stage: Page, speaker: Page, new_person: NewPerson
) -> None:
    phone = join(teaching, new_person)
    assert stage.url.endswith("embed=true")
    for gone in ("stSidebar", "stMainMenu", "stToolbar", "stLogo"):
        assert [each for each in stage.get_by_test_id(gone).all() if each.is_visible()] == [], gone
    assert too_small_or_faint(stage) == []
    assert axe(stage) == []
    assert english(stage) == []

    stage.bring_to_front()
    stage.keyboard.press("ArrowRight")
    expect(stage.get_by_text("2 van ", exact=False).first).to_be_visible(timeout=SOON)
    expect(speaker.get_by_text("Beeld 2 van", exact=False)).to_be_visible(timeout=SOON)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    stage.keyboard.press("ArrowLeft")
    expect(stage.get_by_text("1 van ", exact=False).first).to_be_visible(timeout=SOON)
    stage.keyboard.press("b")
    expect(stage.get_by_text("Het scherm is zwart")).to_be_visible(timeout=SOON)
    stage.keyboard.press("b")
    expect(stage.get_by_text("Het scherm is zwart")).to_have_count(0, timeout=SOON)
    stage.keyboard.press("g")
    expect(stage.get_by_role("dialog")).to_be_visible()
    assert axe(stage) == []
    stage.keyboard.press("Escape")
    before = teaching.room().at
    for key in ("c", "r"):  # Streamlit's own; ours do nothing
        stage.keyboard.press(key)
    assert teaching.room().at == before


def test_the_presenters_view_works_by_keyboard_and_on_a_narrow_phone(teaching: Teaching, stage: Page, speaker: Page) -> None:
    stage.keyboard.press("ArrowRight")
    expect(stage.get_by_text("2 van ", exact=False).first).to_be_visible(timeout=SOON)
    speaker.bring_to_front()
    wheel = speaker.get_by_role("button", name="Neem het stuur over")
    expect(wheel).to_be_visible(timeout=SOON)
    wheel.focus()
    speaker.keyboard.press("Enter")
    expect(wheel).to_have_count(0, timeout=SOON)
    for key, shown in (("PageDown", 3), ("ArrowRight", 4), ("ArrowLeft", 3), ("PageUp", 2)):
        speaker.keyboard.press(key)
        expect(speaker.get_by_text(f"Beeld {shown} van", exact=False)).to_be_visible(timeout=SOON)
        expect(stage.get_by_text(f"{shown} van ", exact=False).first).to_be_visible(timeout=SOON)
    assert sideways(speaker) == []
    for button in speaker.locator(".st-key-speaker-buttons button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 44


def test_a_question_is_asked_from_a_phone_and_its_answers_come_on_the_big_screen(
    teaching: Teaching, stage: Page, speaker: Page, new_person: NewPerson
) -> None:
    phones = [join(teaching, new_person) for _ in range(2)]
    place = question(teaching)
    goes_to(stage, teaching, place)
    press(speaker, "Neem het stuur over")
    press(speaker, "Vraag het de zaal")
    now = asked(teaching)
    answer(phones[0], RIGHT, now)
    answer(phones[1], WRONG, now)
    expect(stage.get_by_text("2 van 2 hebben geantwoord", exact=False)).to_be_visible(timeout=SOON)
    assert too_small_or_faint(stage) == []
    _others_answer(teaching, 6)
    press(speaker, "Toon antwoorden")
    expect(stage.locator(".js-plotly-plot")).to_be_visible(timeout=SOON)
    press(speaker, "Toon juiste antwoord")
    expect(stage.get_by_text("Dit klopt:", exact=False)).to_be_visible(timeout=SOON)
    assert too_small_or_faint(stage) == []
    assert axe(stage) == []
    stage.emulate_media(color_scheme="dark")
    press(speaker, "Verberg antwoorden")
    expect(stage.locator(".js-plotly-plot")).to_have_count(0, timeout=SOON)
    press(speaker, "Toon antwoorden")  # drawn anew: a chart takes its colours when it is made
    expect(stage.locator(".js-plotly-plot")).to_be_visible(timeout=SOON)
    assert axe(stage, only_colours=True) == []
    assert too_small_or_faint(stage) == []
    speaker.bring_to_front()
    assert axe(speaker) == []
    speaker.set_viewport_size({"width": 1280, "height": 900})
    assert axe(speaker) == []
    speaker.emulate_media(color_scheme="dark")
    assert axe(speaker, only_colours=True) == []


def _others_answer(teaching: Teaching, number: int) -> None:
    rooms, room = teaching.server.store.rooms, teaching.room()
    for at in range(number):
        assert rooms.vote(Vote(room.id, str(room.round), f"iemand-{at}", "kokend", utc_now(), score=1.0))


def test_when_the_server_is_away_the_last_slide_stays_and_nothing_lies_over_it(teaching: Teaching, stage: Page) -> None:
    stage.bring_to_front()
    text = stage.locator(".st-key-slide").inner_text()
    teaching.server.kill9()
    expect(stage.locator("#verbinding")).to_have_text(LOST, timeout=20_000)
    assert stage.locator(".st-key-slide").inner_text() == text
    slide, line = stage.locator(".st-key-slide").bounding_box(), stage.locator("#verbinding").bounding_box()
    assert slide is not None
    assert line is not None
    assert line["y"] >= 0.85 * BEAMER["height"]
    teaching.server.start_again()
    expect(stage.locator("#verbinding")).to_be_empty(timeout=40_000)
    stage.keyboard.press("ArrowRight")
    expect(stage.get_by_text("2 van ", exact=False).first).to_be_visible(timeout=SOON)


def test_twelve_phones_through_a_running_order_and_nothing_is_lost(
    teaching: Teaching, stage: Page, speaker: Page, new_person: NewPerson
) -> None:
    rooms = teaching.server.store.rooms
    phones = [join(teaching, new_person) for _ in range(11)]
    goes_to(stage, teaching, question(teaching))
    press(speaker, "Neem het stuur over")
    press(speaker, "Vraag het de zaal")
    first = asked(teaching)

    for phone in phones[:5]:
        answer(phone, WRONG, first)
    phones[5].context.set_offline(True)  # a drop
    locked = phones[6].context  # a lock screen: the page is gone, the cookie is not
    phones[6].close()
    assert rooms.voted(first) == 5

    teaching.server.kill9()
    teaching.server.start_again()
    phones[5].context.set_offline(False)
    phones[6] = locked.new_page()
    phones[6].goto(f"/zaal/{teaching.room().code}")
    phones.append(join(teaching, new_person))  # late
    for phone in phones[5:]:
        answer(phone, RIGHT, first)
    assert rooms.voted(first) == 12
    assert teaching.room().round == first
    expect(stage.get_by_text("12 van", exact=False).first).to_be_visible(timeout=40_000)

    press(speaker, "Toon antwoorden")
    expect(stage.locator(".js-plotly-plot")).to_have_count(1, timeout=SOON)
    press(speaker, "Tweede ronde")
    second = asked(teaching, after=first)
    for phone in phones:
        answer(phone, RIGHT, second)
    assert rooms.voted(second) == 12
    press(speaker, "Toon antwoorden")
    expect(stage.locator(".js-plotly-plot")).to_have_count(2, timeout=SOON)
    assert too_small_or_faint(stage) == []
    press(speaker, "Sluit de vraag")
    speaker.get_by_role("button", name="Volgende").click()
    for phone in phones:
        expect(phone.locator("#taak")).to_have_count(0, timeout=SOON)

    told = speaker.request.get(f"/verslag/{teaching.room().code}.csv").text()
    assert "Lauw water;42%;5 · 42%" in told
    assert "Water dat net kookt;100%;12 · 100%;ja" in told
    assert new_person(at=teaching.server).page.request.get(f"/verslag/{teaching.room().code}.csv").status == 403


TO_THE_END = "() => document.querySelector('[data-testid=stMain]').scrollTo({ top: 1e6, behavior: 'instant' })"
HIDDEN = """() => {
  const stage = [...document.querySelectorAll("*")].find((one) => one.shadowRoot?.querySelector(".foot"))
  const bottoms = [...document.querySelector(".st-key-slide").children].map((one) => one.getBoundingClientRect().bottom)
  return Math.round(Math.max(0, ...bottoms) - stage.shadowRoot.querySelector(".foot").getBoundingClientRect().top)
}"""


def telling(slides: tuple[Slide, ...], *, fullest: int) -> list[Slide]:
    """One slide of each make-up, and the fullest ones."""
    made = {tuple(type(block).__name__ for block in slide.blocks): slide for slide in slides}
    explained = [slide for slide in slides if any(isinstance(block, Explainer) for block in slide.blocks)]
    full = sorted(slides, key=lambda slide: -sum(weight(block) for block in slide.blocks))[:fullest]
    return list(dict.fromkeys([*made.values(), *explained, *full]))


def test_slides_of_every_make_up_fit_a_screen_in_large_letters_with_strong_contrast(
    new_server: Callable[..., Server], new_person: NewPerson, course: Course
) -> None:
    server = new_server()
    slides = telling(all_slides(course, [step.address for step in course.steps()]), fullest=20)
    room = Room("alles", "417418", "Alles", tuple(slide.address for slide in slides), utc_now())
    assert server.store.rooms.open(room)
    stage = Teaching(server, keys.make_new(server.store, at=utc_now())).enters(new_person(at=server, viewport=BEAMER)).page
    stage.goto(f"/presenteren?zaal={room.code}&embed=true")
    wrong = []
    for place, slide in enumerate(slides):
        expect(stage.get_by_text(f"{place + 1} van {len(slides)}", exact=True)).to_be_visible(timeout=SOON)
        stage.evaluate(DRAWN)
        wrong += [f"{slide.address}: {each}" for each in too_small_or_faint(stage)]
        if any(isinstance(block, (Explainer, ContactList)) for block in slide.blocks):
            stage.evaluate(TO_THE_END)  # to work with, and longer than a screen: it can be scrolled
        if (hidden := stage.evaluate(HIDDEN)) > 0:
            wrong.append(f"{slide.address}: {hidden} px lies under the bar")
        stage.keyboard.press("ArrowRight")
    server.stop()
    assert wrong == [], "\n".join(wrong)
