"""Every slide of the real course on a big screen: nothing too small, too faint or out of sight."""

import pytest
from playwright.sync_api import Page, expect

from school import keys
from school.content import Course
from school.live import Room
from school.runtime import utc_now
from school.slides import Slide, all_slides
from school.store.room_store import RoomStore
from tests.browser.conftest import NewPerson
from tests.browser.server import Server
from tests.browser.teaching import BEAMER, SOON, Teaching, too_small_or_faint

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

TO_THE_END = "() => document.querySelector('[data-testid=stMain]').scrollTo({ top: 1e6, behavior: 'instant' })"
HIDDEN = """() => {
  const stage = [...document.querySelectorAll("*")].find((one) => one.shadowRoot?.querySelector(".foot"))
  const bottoms = [...document.querySelector(".st-key-slide").children].map((one) => one.getBoundingClientRect().bottom)
  return Math.round(Math.max(0, ...bottoms) - stage.shadowRoot.querySelector(".foot").getBoundingClientRect().top)
}"""


@pytest.fixture(scope="module")
def teaching(server: Server) -> Teaching:
    return Teaching(server, keys.make_new(server.store, at=utc_now()))


@pytest.mark.timeout(900)
@pytest.mark.parametrize("module", ["welkom", "ervaringsverhaal", "hechting", "trauma", "take-home", "vragen", "contacten"])
def test_every_slide_fits_a_screen_in_large_letters_with_strong_contrast(
    teaching: Teaching, new_person: NewPerson, course: Course, module: str
) -> None:
    slides = all_slides(course, [step.address for step in course.steps() if step.module == module])
    stage, rooms = open_room(teaching, new_person, slides, f"4174{[m.id for m in course.modules].index(module) + 10}")
    wrong = []
    for place, slide in enumerate(slides):
        if place:
            assert rooms.steer(module_room(slides), by="test", now=utc_now(), at=place)
        expect(stage.get_by_text(f"{place + 1} van {len(slides)}", exact=True)).to_be_visible(timeout=SOON)
        wrong += [f"{slide.address}: {each}" for each in too_small_or_faint(stage)]
        if slide.explainer:
            stage.evaluate(TO_THE_END)  # to work with, and longer than a screen: it can be scrolled
        if (hidden := stage.evaluate(HIDDEN)) > 0:
            wrong.append(f"{slide.address}: {hidden} px lies under the bar")
    assert wrong == [], "\n".join(wrong)


def open_room(teaching: Teaching, new_person: NewPerson, slides: tuple[Slide, ...], code: str) -> tuple[Page, RoomStore]:
    """A room of its own with these slides, and its big screen."""
    rooms = teaching.server.store.rooms
    assert rooms.open(Room(module_room(slides), code, "Alles", tuple(slide.address for slide in slides), utc_now()))
    stage = teaching.enters(new_person(at=teaching.server, viewport=BEAMER)).page
    stage.goto(f"/presenteren?zaal={code}&embed=true")
    return stage, rooms


def module_room(slides: tuple[Slide, ...]) -> str:
    return f"zaal-{slides[0].module}"


def test_these_are_all_modules(course: Course) -> None:
    [mark] = [
        mark for mark in test_every_slide_fits_a_screen_in_large_letters_with_strong_contrast.pytestmark if mark.name == "parametrize"
    ]
    assert mark.args[1] == [module.id for module in course.modules]
