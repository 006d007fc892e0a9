"""The circle of security in a real browser: walked, turned round and without the adult; by mouse, by finger and by keyboard."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from school.content import Course
from school.explainers.walk import ALONE, Moments, Walk
from school.learning import Record
from tests.browser.circling import PART, Keys, Pointer, go_round
from tests.browser.conftest import NewPerson
from tests.browser.looking import axe_in_every_view, show, sideways
from tests.browser.person import LAPTOP, PHONE, Person

pytestmark = pytest.mark.browser

STEP = "/hechting?stap=cirkel-rondlopen"
TREES = Path(__file__).parent / "trees"
STEPS = 15
"""Four places on, turn round, eight moments, Kijk na, and what if the adult is not there."""
NEARLY = {"vraagt-hulp-bij-puzzel": "terug"}


@pytest.fixture(scope="module")
def walk(course: Course) -> Walk:
    found = course.explainers["cirkel-van-veiligheid"]
    assert isinstance(found, Walk)
    return found


@pytest.fixture(scope="module")
def moments(walk: Walk) -> Moments:
    assert walk.moments is not None
    return walk.moments


def placed(walk: Walk, moments: Moments, **other: str) -> dict[str, str]:
    return {**walk.task(moments).pairs, **NEARLY, **other}


def kept(record: Record) -> tuple[list[object], set[str]]:
    return [(answer.task, answer.response, answer.score) for answer in record.answers], {step for step in record.steps if "#" in step}


WAYS: dict[str, tuple[Callable[[Person], Pointer | Keys], dict[str, object]]] = {
    "mouse": (Pointer, {}),
    "finger": (lambda person: Pointer(person, finger=True), {"has_touch": True, "viewport": PHONE}),
    "keyboard": (Keys, {}),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_circle_is_walked_turned_and_left_in_as_many_steps_with_the_same_kept(
    new_person: NewPerson, walk: Walk, moments: Moments, way: str
):
    made, options = WAYS[way]
    person = new_person(**options)
    person.go(STEP)
    hand = made(person)
    go_round(hand, walk, moments, placed(walk, moments))
    assert hand.steps == STEPS
    answers, seen = kept(person.record)
    assert answers == [(moments.exercise, placed(walk, moments), 7 / 8)]
    assert seen == {f"hechting/cirkel-rondlopen#{state}" for state in walk.states[1:]}
    expect(person.page.locator(PART)).to_contain_text("Als de volwassene wegvalt")
    assert person.page.url.endswith(f"{STEP}&plek=alleen")
    assert person.complaints == []


def tree(page: Page) -> str:
    """What a screen reader is told of this part of the page."""
    return re.sub(r"Opgeslagen \d\d:\d\d", "Opgeslagen 14:02", page.locator(PART).aria_snapshot()) + "\n"


def expect_tree(page: Page, name: str) -> None:
    """Compares with the kept text; with KEEP_TREES set it is kept anew, to be read before it is committed."""
    file = TREES / f"{name}.txt"
    if os.environ.get("KEEP_TREES"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(tree(page), encoding="utf-8")
    assert tree(page) == file.read_text(encoding="utf-8")


def test_what_a_screen_reader_is_told_of_each_state_is_as_it_was_kept_and_axe_finds_nothing(new_person: NewPerson, walk: Walk):
    person = new_person()
    person.go(STEP)
    for state in walk.states:
        person.turn_to(f"{STEP}&plek={state}")
        expect_tree(person.page, f"cirkel-{state}")
        if state in ("op-weg", ALONE):
            assert axe_in_every_view(person.page) == []
            assert sideways(person.page) == []
            show(person.page, "light", LAPTOP)


def test_moments_survive_a_reload_and_what_was_looked_at_is_there_in_another_browser(new_person: NewPerson, walk: Walk, moments: Moments):
    person = new_person()
    person.go(f"{STEP}&plek=draai-het-om")
    hand = Pointer(person)
    places = list(placed(walk, moments).values())
    for place in places[:3]:
        hand.place(place)
    person.page.reload()
    person.settled()
    expect(person.page.locator(".now")).to_contain_text("Moment 4 van 8")
    for place in places[3:]:
        hand.place(place)
    hand.button("Kijk na")
    other = new_person()
    other.is_known_as(person.token)
    other.go(f"{STEP}&plek=draai-het-om")
    expect(other.page.locator(".about.look")).to_have_text(
        "Hulp vragen lijkt op terugkomen. Maar Amira wil verder met haar puzzel: ze is nog op de speelplek en vraagt om net genoeg hulp."
    )
    assert axe_in_every_view(other.page) == []
    assert sideways(other.page) == []
    expect_tree(other.page, "cirkel-draai-het-om-nagekeken")


def test_with_reduced_motion_the_adult_leaves_without_fading(new_person: NewPerson):
    person = new_person(reduced_motion="reduce")
    person.go(f"{STEP}&plek=alleen")
    adult = person.page.locator(".picture .volwassene").first
    assert adult.evaluate("adult => getComputedStyle(adult).transitionDuration") == "0s"
    assert float(adult.evaluate("adult => getComputedStyle(adult).opacity")) < 0.2
