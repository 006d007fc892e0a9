"""Presenting: what moves on a slide is moved from the presenter's view, and the big screen follows."""

import json
from datetime import date

import pytest
import streamlit_player
from streamlit_player import _PlayerEvent

from school.live import PAUSED, PLAYS
from school.loading import load_course
from school.settings import ROOT
from school.slides import Slide, all_slides
from school.ui.explainers.states import state_titles
from tests.journeys.conftest import BRAM
from tests.journeys.presenting.hall import Hall
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough


def slide_with(hall: Hall, what: str, name: str = "") -> Slide:
    """The first slide with a film or an explainer (of this name) that is in the room."""
    slides = all_slides(hall.here.library.course, [step.address for step in hall.here.library.course.steps()])
    return next(s for s in slides if getattr(s, what) and name in ("", getattr(s, what)) and s.address in hall.room.order)


def test_an_explainer_is_moved_from_the_presenters_view_and_the_screen_follows(hall: Hall) -> None:
    slide = slide_with(hall, "explainer")
    explainer = hall.here.library.course.explainers[slide.explainer or ""]
    titles = list(state_titles(explainer).values())
    hall.go_to(slide.address)
    speaker, stage = hall.speaker(), hall.stage()
    assert "plek" not in stage.address
    assert speaker.says(f"1 van {len(titles)}: {titles[0]}")
    speaker.press("Verder")
    assert speaker.says(f"2 van {len(titles)}: {titles[1]}")
    stage.again()
    assert stage.address["plek"] == explainer.states[1]
    assert hall.stage().address["plek"] == explainer.states[1]  # a reload, or a second screen
    speaker.press("Terug")
    stage.again()
    assert stage.address["plek"] == explainer.states[0]
    speaker.press("Volgende")
    stage.again()
    assert "plek" not in stage.address
    assert hall.room.state is None


def test_who_does_not_drive_moves_nothing(hall: Hall) -> None:
    hall.go_to(slide_with(hall, "explainer").address)
    speaker = hall.speaker()
    hall.speaker(person=BRAM).press("Neem het stuur over")
    speaker.press("Verder")  # a page of before the wheel was taken
    assert hall.room.state is None


def test_a_film_starts_and_stops_from_the_presenters_view(hall: Hall) -> None:
    slide = slide_with(hall, "film")
    hall.go_to(slide.address)
    speaker, stage = hall.speaker(), hall.stage()
    assert not players(stage)
    speaker.press("Start de film")
    assert hall.room.film == PLAYS
    stage.again()
    assert players(stage) == [True]
    speaker.press("Zet de film stil")
    stage.again()
    assert (hall.room.film, players(stage)) == (PAUSED, [False])
    assert players(hall.stage()) == [False]
    speaker.press("Speel de film verder")
    stage.again()
    assert players(stage) == [True]
    speaker.press("Volgende")
    assert hall.room.film is None


def test_a_film_that_is_started_at_the_screen_itself_is_stopped_from_the_presenters_view(hall: Hall) -> None:
    hall.go_to(slide_with(hall, "film").address)
    speaker, stage = hall.speaker(), hall.stage()
    stage._drawn(next(b for b in stage.app.button if str(b.key).startswith("load:")).click().run())
    assert hall.room.film == PLAYS
    speaker.again()
    speaker.press("Zet de film stil")
    stage.again()
    assert players(stage) == [False]


def test_a_browser_that_refuses_to_play_unasked_makes_the_film_wait_and_not_fail(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    hall.go_to(slide_with(hall, "film").address)
    speaker, stage = hall.speaker(), hall.stage()
    speaker.press("Start de film")
    told = iter(["onError", "onError", "onError", "onPlay"])
    monkeypatch.setattr(streamlit_player, "st_player", lambda *_, **__: _PlayerEvent(next(told), None))
    stage.again()
    assert hall.room.film == PAUSED
    assert not stage.says("De film laadt niet")
    speaker.again()
    speaker.press("Speel de film verder")
    stage.again()  # the same event again is no news
    assert hall.room.film == PLAYS
    speaker.press("Zet de film stil")
    stage.again()
    assert hall.room.film == PAUSED
    stage.again()  # and then somebody clicks on it
    assert hall.room.film == PLAYS


def players(stage: Screen) -> list[bool]:
    """What each player on the screen was told to do."""
    return [json.loads(one.proto.json_args)["playing"] for one in stage.app.get("component_instance")]


def test_every_state_of_every_explainer_has_a_name() -> None:
    course = load_course(ROOT, today=date(2026, 11, 22))
    for explainer in course.explainers.values():
        assert tuple(state_titles(explainer)) == explainer.states
        assert all(state_titles(explainer).values())
