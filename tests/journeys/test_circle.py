"""The circle of security in the real course: what is kept of a walk and of the moments on it, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.explainers.walk import Walk
from school.grading import solution
from school.learning import Record
from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.conftest import BRAM
from tests.journeys.logs import ours
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]

MAP, TASK = "walk:cirkel-van-veiligheid", "momenten-op-de-cirkel"


@pytest.fixture
def content() -> Path:
    return ROOT


@pytest.fixture
def walk(here: Runtime) -> Walk:
    found = here.library.course.explainers["cirkel-van-veiligheid"]
    assert isinstance(found, Walk)
    return found


def at_circle(open_page: Open, plek: str = "bij-de-bank", **who: str) -> Screen:
    return open_page("hechting", stap="cirkel-rondlopen", plek=plek, **who)


def test_every_place_says_what_the_child_needs_does_and_says_and_what_the_adult_is(open_page: Open, walk: Walk) -> None:
    for name, place in walk.places.items():
        screen = at_circle(open_page, name)
        for words in (place.role, place.needs, place.child, place.adult, walk.attribution):
            assert screen.says(words)


def test_a_press_on_the_drawing_opens_the_place_and_is_remembered(open_page: Open, record: Read) -> None:
    screen = at_circle(open_page)
    screen.follow(MAP, "terug", "picked")
    assert screen.says("Weten dat terugkomen altijd mag.")
    assert screen.address == {"stap": "cirkel-rondlopen", "plek": "terug"}
    assert set(record().steps) == {"hechting/cirkel-rondlopen#terug"}
    assert at_circle(open_page).given_to(MAP)["seen"] == ["terug"]
    assert at_circle(open_page, person=BRAM).given_to(MAP)["seen"] == []


@pytest.mark.parametrize("value", ["de-maan", "", None, 3, ["terug"], {"plek": "terug"}], ids=str)
def test_a_place_that_is_not_there_is_refused_and_the_page_stays(open_page: Open, record: Read, value: object) -> None:
    screen = at_circle(open_page)
    screen.follow(MAP, value, "picked")
    assert screen.says("Steun om eropuit te gaan.")
    assert record() == Record()


def test_an_address_of_a_place_that_is_not_there_opens_the_first(open_page: Open) -> None:
    assert at_circle(open_page, "de-maan").says("Steun om eropuit te gaan.")


def test_every_moment_is_explained_where_it_belongs_and_wherever_else_it_may_be_put(walk: Walk) -> None:
    assert walk.moments is not None
    task = walk.task(walk.moments)
    assert len(task.left) == 8
    near = {left for mistake in task.mistakes.values() for left in mistake.pairs}
    assert near == set(task.left), "every moment has a near miss with an explanation of its own"
    for moment, own in task.pairs.items():
        for place in walk.places:
            fits, text = walk.said(walk.moments, {**task.pairs, moment: place})[moment]
            assert fits == (place == own)
            assert text


def test_eight_moments_on_their_places_are_one_right_answer(open_page: Open, record: Read, here: Runtime) -> None:
    screen = at_circle(open_page, "draai-het-om")
    right = solution(here.library.course.tasks[TASK])
    screen.answer(TASK, right)
    assert [(answer.task, answer.response, answer.score) for answer in record().answers] == [(TASK, right, 1)]
    assert screen.says("Dit klopt")


def test_a_near_miss_is_explained_and_gives_part_of_the_score(open_page: Open, record: Read, walk: Walk) -> None:
    screen = at_circle(open_page, "draai-het-om")
    assert walk.moments is not None
    screen.answer(TASK, {**walk.task(walk.moments).pairs, "rent-weg-van-de-hond": "weer-welkom"})
    assert record().answers[0].score == 7 / 8
    assert screen.says("Bij elk moment staat wat er speelt.")
    _, fits, text = screen.given_to(TASK)["said"]["rent-weg-van-de-hond"]
    assert not fits
    assert text.startswith("Finn is er nog niet")


@pytest.mark.parametrize("spoilt", [{"bouwt-een-toren": "de-maan"}, {"buurman": "terug"}, {"bouwt-een-toren": ["terug"]}], ids=str)
def test_what_nobody_could_place_is_refused(
    open_page: Open, record: Read, walk: Walk, caplog: pytest.LogCaptureFixture, spoilt: dict[str, object]
) -> None:
    screen = at_circle(open_page, "draai-het-om")
    assert walk.moments is not None
    screen.answer(TASK, {**walk.task(walk.moments).pairs, **spoilt})
    assert record() == Record()
    assert f"answer to {TASK} refused" in ours(caplog)
    assert "de-maan" not in ours(caplog)
    assert screen.title == "De cirkel rondlopen"


def test_moments_without_a_place_are_no_answer_yet(open_page: Open, record: Read) -> None:
    screen = at_circle(open_page, "draai-het-om")
    screen.answer(TASK, {"bouwt-een-toren": "de-speelplek"})
    assert screen.says("Kies of vul eerst een antwoord in.")
    assert record().answers == ()


def test_without_the_adult_three_ways_of_missing_are_told(open_page: Open, walk: Walk) -> None:
    screen = at_circle(open_page, "alleen")
    assert screen.given_to(MAP)["alone"]
    for state in walk.alone.values():
        assert screen.says(state.feedback)
