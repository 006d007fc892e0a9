"""A film of the trainer's own, twelve seconds long, really played."""

import time

import pytest
from playwright.sync_api import FrameLocator, Locator, expect

from tests.browser.conftest import FILM, NewPerson
from tests.browser.looking import axe_in_every_view, sideways
from tests.browser.person import Person
from tests.browser.server import Server
from tests.browser.teaching import Teaching

pytestmark = pytest.mark.browser

STEP = "/proef?stap=trekken-en-schenken"
LENGTH, STRIDE = 12, 5
"""Seconds: of the film, and between two reports of how far it is."""
PATIENCE = 40
"""Seconds that a film of twelve may take: a busy machine plays with pauses."""
REACHES = """
([video, there, patience]) => new Promise((done, fail) => {
  const began = performance.now()
  const look = () => {
    if (video.ended || video.currentTime > there) return done(video.currentTime)
    if (performance.now() - began < patience * 1000) return setTimeout(look, 50)
    fail(new Error(`at ${video.currentTime} s, ready ${video.readyState}, paused ${video.paused}`))
  }
  look()
})
"""


@pytest.fixture
def tea(teaching: Teaching) -> Server:
    return teaching.server


def player(person: Person) -> FrameLocator:
    return person.page.frame_locator("iframe[src*='streamlit_player']")


def play(video: Locator) -> None:
    """Presses play as a person does, once the film is there."""
    expect(video).to_have_js_property("readyState", 4)
    video.click()
    expect(video).to_have_js_property("paused", False)


def reaches(video: Locator, seconds: float) -> float:
    """Waits until the film is that far, or at its end; gives where it is."""
    film = video.element_handle()
    assert film is not None
    return float(film.evaluate(f"video => ({REACHES})([video, {seconds}, {PATIENCE}])"))


def watched(person: Person, *, beyond: float = 0) -> float:
    """How far the server knows that somebody is, in seconds, as soon as it is further than `beyond`."""
    end = time.monotonic() + PATIENCE
    while (now := person.record.watched.get(FILM, 0)) <= beyond:
        assert time.monotonic() < end, f"no more than {now} s of the film was reported"
        person.page.wait_for_timeout(50)
    return now


def test_an_own_film_is_played_to_the_end_and_continued_where_it_was_left(new_person: NewPerson, tea: Server):
    person = new_person(at=tea, watched=True)
    person.go(STEP)
    person.doing(person.page.get_by_role("button", name="Speel de film af").click)
    video = player(person).locator("video")
    play(video)
    watched(person, beyond=reaches(video, STRIDE + 1) - STRIDE)
    person.page.reload()
    person.settled()
    left_at = watched(person)
    assert 1 < left_at < LENGTH - 1
    person.doing(person.page.get_by_role("button", name="Kijk verder").click)
    expect(person.page.get_by_text(f"Je gaat verder bij 0:0{int(left_at)}.")).to_be_visible()
    video = player(person).locator("video")
    assert video.evaluate("video => video.currentSrc").endswith(f"/film/{FILM}#t={int(left_at)}")
    play(video)
    assert reaches(video, 0.1) >= int(left_at)
    reaches(video, LENGTH)
    watched(person, beyond=LENGTH - STRIDE)
    assert person.asked.outside == []
    assert person.complaints == []


def test_a_film_that_is_played_does_not_jump_back_when_the_page_is_drawn_again(new_person: NewPerson, tea: Server):
    person = new_person(at=tea)
    person.go(STEP)
    person.doing(person.page.get_by_role("button", name="Speel de film af").click)
    video = player(person).locator("video")
    play(video)
    before = reaches(video, 1)

    words = person.page.locator("summary", has_text="De film in woorden").or_(person.page.locator("summary", has_text="Wat we"))
    person.doing(words.first.click)

    assert video.evaluate("video => [video.currentTime, video.paused]")[0] >= before
    assert not video.evaluate("video => video.paused")


@pytest.mark.parametrize("path", ["/?stap=welkom", "/proef?stap=water-en-thee", STEP])
def test_nothing_is_wrong_with_the_blocks_that_only_the_test_course_has(new_person: NewPerson, tea: Server, path: str):
    person = new_person(at=tea, watched=True)
    person.go(path)
    if path == STEP:
        person.doing(
            person.page.get_by_role("button", name="Speel de film af").or_(person.page.get_by_role("button", name="Kijk verder")).click
        )

    expect(person.page.get_by_role("heading", level=1)).to_be_visible()
    assert axe_in_every_view(person.page) == []
    assert sideways(person.page) == []
    assert person.asked.outside == []
