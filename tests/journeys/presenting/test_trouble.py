"""Presenting: when things go wrong, and what must never be kept."""

from collections.abc import Callable

import pytest
from sqlalchemy.exc import OperationalError

from school.store.room_store import RoomStore
from tests.journeys.presenting.hall import Hall

pytestmark = pytest.mark.thorough


def test_without_the_store_the_last_slide_stays_on_the_big_screen(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = hall.stage()

    def away(*_: object, **__: object) -> None:
        raise OperationalError("", {}, Exception())

    for name in ("by_code", "pulse", "rounds", "steer"):
        monkeypatch.setattr(RoomStore, name, away)
    stage.again()
    assert stage.title == "Water en thee"
    stage.act({"to": 1})
    assert stage.title == "Water en thee"


def test_nothing_is_kept_of_a_trainer_who_presents(hall: Hall, record: Callable[..., object]) -> None:
    from school.learning import Record  # noqa: PLC0415

    stage = hall.stage()
    for place in range(len(hall.room.order)):
        stage.act({"to": place})
    assert record() == Record()


def test_a_closed_room_says_so_and_nobody_can_join(hall: Hall) -> None:
    speaker, stage = hall.speaker(), hall.stage()
    speaker.unfold("stop")
    speaker.press("Ja, sluit de zaal")
    assert hall.room.closed is not None
    assert speaker.says("Deze zaal is gesloten")
    stage.again()
    assert stage.given_to("stage")["join"] is None
    assert stage.given_to("stage")["note"] == "Deze zaal is gesloten"
