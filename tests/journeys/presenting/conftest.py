"""A room that was opened, with the trainer who steers it."""

import pytest

from school.identity import new_token, token_hash
from school.runtime import Runtime
from tests.journeys.conftest import Clock
from tests.journeys.presenting.hall import Hall, Open, question_slide
from tests.journeys.screen import Screen


@pytest.fixture
def token(here: Runtime, clock: Clock) -> str:
    token = new_token()
    assert here.store.make_key("trainer", "link", token_hash(token), at=clock())
    return token


@pytest.fixture
def trainer(open_page: Open, token: str) -> Screen:
    """The page where a trainer begins."""
    screen = open_page("presenteren")
    screen.app.session_state["key"] = token
    screen.again()
    return screen


@pytest.fixture
def hall(trainer: Screen, here: Runtime, clock: Clock, open_page: Open, token: str) -> Hall:
    """A room that was opened for the second module."""
    trainer.app.checkbox(key="give:proef").check().run()
    trainer.press("Open de zaal")
    [room] = here.store.rooms.all()
    made = Hall(here, clock, room.code, open_page, token)
    assert made.store.steer(room.id, by=_driver(made), now=clock())
    return made


def _driver(hall: Hall) -> str:
    """Anna's browser drives: she pressed something in her own view."""
    speaker = hall.speaker()
    speaker.press("Volgende")
    speaker.press("Vorige")
    driver = hall.room.driver
    assert driver is not None
    return driver


@pytest.fixture
def asked(hall: Hall) -> Hall:
    """The room is at a question, and the trainer asked it."""
    hall.go_to(question_slide(hall))
    hall.speaker().press("Vraag het de zaal")
    return hall
