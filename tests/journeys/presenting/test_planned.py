"""Presenting: breaks, and questions that are made on the spot and come back."""

from dataclasses import replace

import pytest

from school.routes.room_scene import read_scene
from school.running_orders import Break, OwnQuestion
from school.runtime import Runtime
from tests.journeys.presenting.hall import Hall, ask_own

pytestmark = pytest.mark.thorough


def test_what_is_asked_on_the_spot_is_a_slide_and_comes_back_with_the_running_order(hall: Hall, here: Runtime) -> None:
    plan = here.store.room_plan(hall.room.id)
    assert plan is not None
    here.store.save_running_order(replace(plan, id="ochtend"), hall.clock())
    here.store.plan_room(hall.room.id, replace(plan, id="ochtend"), hall.clock())
    speaker, stage = hall.speaker(), hall.stage()
    before = len(hall.room.order)
    hall.clock.wait(minutes=3)
    ask_own(speaker, "cloud", "Eén woord?")
    assert (hall.room.at, len(hall.room.order)) == (1, before + 1)
    stage.again()
    assert stage.title == "Eén woord?"
    speaker.press("Sluit de vraag")
    speaker.press("Vorige")
    speaker.press("Volgende")
    assert "Toon de vraag weer" in speaker.buttons
    assert speaker.app.metric[0].delta == "3 min bezig"  # the clock went on
    kept = here.store.running_order("ochtend")
    assert kept is not None
    asked = next(part for part in kept.parts if isinstance(part, OwnQuestion))
    assert asked.question.prompt == "Eén woord?"
    assert kept.parts.index(asked) == 1  # behind the step it was asked at

    speaker.go("presenteren")
    speaker._drawn(speaker.app.radio(key="give").set_value("ochtend").run())
    speaker.press("Open de zaal")
    again = here.store.rooms.all()[0]
    assert asked.address in again.order


def test_a_room_of_whole_modules_can_become_a_running_order_with_what_was_asked(hall: Hall, here: Runtime) -> None:
    speaker = hall.speaker()
    ask_own(speaker, "open", "Wat neem je mee?")
    hall.store.close(hall.room.id, now=hall.clock())
    speaker.go("presenteren")
    speaker.press("Bewaar als draaiboek")
    [order] = here.store.running_orders()
    assert [part.question.prompt for part in order.parts if isinstance(part, OwnQuestion)] == ["Wat neem je mee?"]
    assert "Bewaar als draaiboek" not in speaker.buttons


def test_a_break_says_on_every_screen_when_it_is_over(hall: Hall, here: Runtime) -> None:
    plan = here.store.room_plan(hall.room.id)
    assert plan is not None
    pause = Break("koffie", 20)
    here.store.plan_room(hall.room.id, replace(plan, parts=(*plan.parts, pause)), hall.clock())
    hall.store.reorder(hall.room.id, [*hall.room.order, pause.address], at=len(hall.room.order), now=hall.clock())
    stage = hall.stage()
    assert stage.title == "Pauze"
    assert stage.says("We gaan verder om 14:22")
    hall.clock.wait(minutes=5)
    stage.again()
    assert stage.says("We gaan verder om 14:22")
    scene = read_scene(here, hall.room.id)
    assert scene is not None
    assert "We gaan verder om <b>14:22</b>" in scene.html
