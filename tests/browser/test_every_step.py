"""One walk through every step of the course, as a reader goes; each promise is then kept for all of them."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, expect

from school import addresses
from school.content import Course
from tests.browser.looking import VIEWS, axe, english, show, sideways
from tests.browser.person import Asked, Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser


@dataclass
class Walk:
    """What was found, by address of the step."""

    asked: Asked
    complaints: list[str]
    axe: dict[str, list[str]] = field(default_factory=dict)
    sideways: dict[str, list[str]] = field(default_factory=dict)
    english: dict[str, list[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    ahead: list[str] = field(default_factory=list)


def wrong_in(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {step: each for step, each in found.items() if each}


@pytest.fixture(scope="module")
def walk(browser: Browser, server: Server, course: Course) -> Walk:
    """Opens the first step and presses Volgende until the last; each step in the next of the four views."""
    person = Person.arrives(browser, server)
    found = Walk(person.watch(), person.complaints)
    steps = list(course.steps())
    person.go(addresses.step(steps[0]))
    for place, step in enumerate(steps):
        expect(person.page.get_by_role("heading", level=1)).to_have_text(step.title)
        found.titles[step.address] = person.page.title()
        show(person.page, *VIEWS[place % len(VIEWS)])
        found.axe[step.address] = axe(person.page)
        found.english[step.address] = english(person.page)
        found.sideways[step.address] = sideways(person.page)
        found.ahead += person.page.evaluate("[...document.querySelectorAll('link[rel*=pre],link[rel*=dns]')].map(link => link.href)")
        if place + 1 < len(steps):
            person.doing(person.page.get_by_role("button", name=f"Volgende: {steps[place + 1].title}").click)
    person.context.close()
    return found


def test_axe_finds_nothing_on_any_step(walk: Walk):
    assert wrong_in(walk.axe) == {}


def test_no_step_scrolls_sideways(walk: Walk):
    assert wrong_in(walk.sideways) == {}


def test_no_step_holds_a_word_of_streamlits(walk: Walk):
    assert wrong_in(walk.english) == {}


def test_every_step_has_a_title_of_its_own(walk: Walk, course: Course):
    assert len(set(walk.titles.values())) == len(list(course.steps()))
    assert all(step.title in walk.titles[step.address] for step in course.steps())


def test_no_request_leaves_the_server_on_any_step_that_is_only_read(walk: Walk, server: Server):
    assert walk.asked.outside == []
    assert [address for address in walk.ahead if not address.startswith(server.address)] == []


def test_the_console_stays_silent_on_every_step(walk: Walk):
    assert walk.complaints == []
