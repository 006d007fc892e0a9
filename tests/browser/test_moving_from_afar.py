"""A film and an explainer on the big screen, moved from the presenter's phone; the big screen itself is never touched."""

import pytest
from playwright.sync_api import Page, expect

from school.loading import load_course
from school.runtime import utc_now
from school.slides import all_slides
from school.ui.explainers.states import state_titles
from tests.browser.looking import axe, sideways
from tests.browser.teaching import SOON, Teaching, press, take_the_wheel, too_small_or_faint

pytestmark = pytest.mark.browser


def goes_to(teaching: Teaching, what: str) -> str:
    """The room stands at the first slide with a film or an explainer: its id."""
    course, room = load_course(teaching.server.content, today=utc_now().date()), teaching.room()
    slides = {slide.address: slide for slide in all_slides(course, [step.address for step in course.steps()])}
    address = next(address for address in room.order if getattr(slides[address], what))
    assert teaching.server.store.rooms.steer(room.id, by=room.driver or "test", now=utc_now(), at=room.order.index(address))
    return str(getattr(slides[address], what))


def test_a_film_of_ones_own_plays_and_stops_from_the_phone_and_nothing_leaves_the_house(
    teaching: Teaching, stage: Page, speaker: Page
) -> None:
    outside: list[str] = []
    stage.on(
        "request", lambda asked: None if asked.url.startswith((teaching.server.address, "data:", "blob:")) else outside.append(asked.url)
    )
    goes_to(teaching, "film")
    take_the_wheel(speaker)
    press(speaker, "Start de film")
    video = stage.frame_locator("iframe[src*='streamlit_player']").locator("video")
    expect(video).to_have_js_property("paused", False, timeout=SOON)
    assert video.evaluate(
        "video => new Promise(done => video.addEventListener('timeupdate', () => done(video.currentTime > 0), { once: true }))"
    )
    box = video.bounding_box()
    assert box is not None
    assert box["height"] > 600  # the screen is for the film
    press(speaker, "Zet de film stil")
    expect(video).to_have_js_property("paused", True, timeout=SOON)
    at = video.evaluate("video => video.currentTime")
    press(speaker, "Speel de film verder")
    expect(video).to_have_js_property("paused", False, timeout=SOON)
    assert video.evaluate("video => video.currentTime") >= at
    expect(speaker.get_by_role("button", name="Zet de film stil")).to_be_visible(timeout=SOON)
    assert sideways(speaker) == []
    assert outside == []


def test_an_explainer_goes_where_the_phone_says(teaching: Teaching, stage: Page, speaker: Page) -> None:
    course = load_course(teaching.server.content, today=utc_now().date())
    explainer = course.explainers[goes_to(teaching, "explainer")]
    titles = list(state_titles(explainer).values())
    take_the_wheel(speaker)
    for place in (1, 2):
        press(speaker, "Verder")
        expect(speaker.get_by_text(f"{place + 1} van {len(titles)}: {titles[place]}")).to_be_visible(timeout=SOON)
        stage.wait_for_url(lambda url, state=explainer.states[place]: f"plek={state}" in url, timeout=SOON)
    assert too_small_or_faint(stage) == []
    assert axe(speaker) == []
    stage.reload()
    stage.wait_for_url(lambda url: f"plek={explainer.states[2]}" in url, timeout=SOON)
