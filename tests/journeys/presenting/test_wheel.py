"""Presenting: two trainers, of whom one drives."""

import pytest

from tests.journeys.conftest import BRAM
from tests.journeys.presenting.hall import Hall

pytestmark = pytest.mark.thorough


def test_a_second_trainer_looks_on_until_the_wheel_is_handed_over(hall: Hall) -> None:
    anna, bram = hall.speaker(), hall.speaker(person=BRAM)
    assert bram.says("Een ander scherm stuurt deze zaal")
    assert bram.app.button(key="go-on").disabled
    bram.press("Neem het stuur over")
    bram.press("Volgende")
    assert hall.room.at == 1
    anna.again()
    assert anna.says("Een ander scherm stuurt deze zaal")


def test_who_does_not_drive_cannot_steer_with_a_stale_page(hall: Hall) -> None:
    anna = hall.speaker()
    hall.speaker(person=BRAM).press("Neem het stuur over")
    anna.press("Volgende")
    assert hall.room.at == 0


def test_the_keys_of_the_big_screen_steer_for_whoever_drives(hall: Hall) -> None:
    hall.speaker(person=BRAM).press("Neem het stuur over")
    driver = hall.room.driver
    hall.stage().act({"to": 1})
    assert (hall.room.at, hall.room.driver) == (1, driver)
