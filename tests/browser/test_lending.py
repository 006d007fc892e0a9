"""A browser that somebody had before is as new to the next one."""

import pytest

from tests.browser.lending import Lending
from tests.browser.person import LAPTOP, PLAIN, Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser

LEAVE = """async () => {
  document.cookie = "koekje=1"
  localStorage.setItem("eigen", "1")
  sessionStorage.setItem("eigen", "1")
  await caches.open("eigen")
  await new Promise((done) => (indexedDB.open("eigen").onsuccess = (opened) => done(opened.target.result.close())))
}"""
LEFT = """async () => [
  document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length, (await indexedDB.databases()).length,
  innerWidth, matchMedia("(prefers-color-scheme: dark)").matches, matchMedia("(prefers-reduced-motion: reduce)").matches, navigator.onLine,
]"""
NOTHING = ["", 0, 0, 0, 0, LAPTOP["width"], False, False, True]


def left(person: Person) -> list[object]:
    found: list[object] = person.page.evaluate(LEFT)
    return found


def test_nothing_of_the_one_before_is_left(lending: Lending, server: Server) -> None:
    first = lending.lend(server)
    first.page.goto(PLAIN)
    assert left(first) == NOTHING
    first.page.evaluate(LEAVE)
    first.is_known_as("a" * 22)
    first.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    first.page.set_viewport_size({"width": 390, "height": 844})
    first.context.new_page()
    first.context.route("**/*", lambda route: route.abort())
    first.context.set_offline(True)
    assert all(now != new for now, new in zip(left(first), NOTHING, strict=True)), "what did not change cannot be seen to come back"
    before = first.context
    first.complaints.append("iets")
    first.watch()

    lending.take_back(first)
    second = lending.lend(server)

    assert second.context == before
    assert second.complaints == []
    assert second.asked is None
    assert second.context.cookies() == []
    assert second.context.pages == [second.page]
    second.page.goto(PLAIN)
    assert left(second) == NOTHING
    lending.take_back(second)


def test_two_people_at_a_time_have_two_browsers_and_another_kind_is_another_browser(lending: Lending, server: Server) -> None:
    people = [lending.lend(server), lending.lend(server), lending.lend(server, has_touch=True)]
    assert len({person.context for person in people}) == 3
    for person in people:
        lending.take_back(person)
    again = lending.lend(server, has_touch=True)
    assert again is people[-1]
    lending.take_back(again)


def test_a_browser_that_cannot_be_emptied_is_not_lent_again(lending: Lending, server: Server) -> None:
    person = lending.lend(server)
    person.page.close()
    lending.take_back(person)
    other = lending.lend(server)
    assert other is not person
    lending.take_back(other)
