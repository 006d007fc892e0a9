"""Presenting: who comes in, and opening a room."""

import pytest

from school.runtime import Runtime
from tests.journeys.conftest import BRAM
from tests.journeys.presenting.hall import Hall, Open
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize("query", [{}, {"zaal": "123456"}, {"zaal": "123456", "blik": "trainer"}])
def test_without_the_key_there_is_nothing_to_see(open_page: Open, token: str, query: dict[str, str]) -> None:
    screen = open_page("presenteren", **query)
    assert screen.title == "Alleen voor trainers"
    assert screen.buttons == ["Naar het begin van de cursus"]


def test_without_the_key_nobody_sees_or_steers_an_open_room(hall: Hall, open_page: Open) -> None:
    for view in ({}, {"blik": "trainer"}):
        screen = open_page("presenteren", person=BRAM, zaal=hall.code, **view)
        assert screen.title == "Alleen voor trainers"
        assert "Water en thee" not in screen.text


@pytest.mark.parametrize("code", ["000000", "999999", "", "abc", "١٢٣٤٥٦", "1" * 500])
def test_a_room_that_is_not_there_is_said_kindly(trainer: Screen, code: str) -> None:
    trainer.go("presenteren", zaal=code)
    assert trainer.title == "Deze zaal is er niet"


def test_a_trainer_chooses_what_to_give_and_the_room_opens_in_the_presenters_view(trainer: Screen, here: Runtime) -> None:
    assert trainer.title == "Presenteren"
    assert trainer.says("Kies minstens één onderdeel")
    trainer.app.checkbox(key="give:proef").check().run()
    trainer.press("Open de zaal")
    [room] = here.store.rooms.all()
    assert trainer.address == {"zaal": room.code, "blik": "trainer"}
    assert room.title == "De proef"
    assert room.order[0] == "proef/water-en-thee"
    assert {address.rsplit("/", address.count("/") - 1)[0] for address in room.order} == {
        "proef/water-en-thee",
        "proef/trekken-en-schenken",
    }


def test_an_open_room_can_be_entered_again_and_a_closed_one_has_its_report(hall: Hall, trainer: Screen) -> None:
    trainer.go("presenteren")
    trainer.press("Ga naar deze zaal")
    assert trainer.address == {"zaal": hall.code, "blik": "trainer"}
    hall.store.close(hall.room.id, now=hall.clock())
    trainer.go("presenteren")
    assert "Ga naar deze zaal" not in trainer.buttons
    assert trainer.says("Het verslag noemt geen namen")
