"""A trainer before a room, in real browsers: a big screen, the presenter's view on a phone, and people who answer."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from school.live import Vote
from school.loading import load_course
from school.runtime import utc_now
from school.slides import all_slides
from tests.browser.conftest import NewPerson
from tests.browser.looking import axe, english, sideways
from tests.browser.person import PHONE
from tests.browser.teaching import BEAMER, SOON, Teaching, goes_to, press, take_the_wheel, too_small_or_faint
from tests.tools import need_tools, run

pytestmark = pytest.mark.browser

RIGHT, WRONG = "Water dat net kookt", "Lauw water"
LOST = "Verbinding kwijt, we proberen het opnieuw; wat opgeslagen is, blijft"


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
    course = load_course(teaching.server.content, today=utc_now().date())
    slides = {slide.address: slide.task for slide in all_slides(course, [step.address for step in course.steps()])}
    return next(place for place, address in enumerate(teaching.room().order) if slides.get(address) == "oefen-water")


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

    bar = stage.get_by_role("toolbar", name="Toetsen")
    for name, key in (("Vorige", "←"), ("Volgende", "→"), ("Ga naar", "G"), ("Zwart", "B"), ("Vol scherm", "F")):
        named = bar.get_by_role("button", name=name)
        expect(named.get_by_text(key, exact=True)).to_be_visible()

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
    stage.get_by_role("dialog").get_by_role("button").nth(3).press("Enter")  # after the button that closes it
    expect(stage.get_by_text("3 van ", exact=False).first).to_be_visible(timeout=SOON)
    stage.keyboard.press("Home")
    expect(stage.get_by_text("1 van ", exact=False).first).to_be_visible(timeout=SOON)
    stage.keyboard.press("f")
    stage.wait_for_function("document.fullscreenElement !== null")
    stage.keyboard.press("f")
    stage.wait_for_function("document.fullscreenElement === null")
    before = teaching.room().at
    for key in ("c", "r"):  # Streamlit's own; ours do nothing
        stage.keyboard.press(key)
    assert teaching.room().at == before


def test_a_camera_reads_the_way_in_from_the_big_screen(teaching: Teaching, stage: Page, tmp_path: Path) -> None:
    need_tools()
    code = stage.get_by_role("img", name="QR-code naar")
    expect(code).to_be_visible()
    code.screenshot(path=tmp_path / "code.png")
    assert run("zbarimg", "--quiet", "--raw", tmp_path / "code.png").strip() == f"{teaching.server.address}/zaal/{teaching.room().code}"


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
    take_the_wheel(speaker)
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
    take_the_wheel(speaker)
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
    phones[6].set_viewport_size(PHONE)  # type: ignore[arg-type]
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
