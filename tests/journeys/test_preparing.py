"""A trainer makes a running order: what to give, in which order, how long, and with own notes."""

from collections.abc import Callable

import pytest

from school.identity import new_token, token_hash
from school.running_orders import Break, OwnQuestion, Part, RunningOrder
from school.runtime import Runtime
from tests.journeys.conftest import Clock
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
WATER, POUR = "proef/water-en-thee", "proef/trekken-en-schenken"


@pytest.fixture
def trainer(open_page: Open, here: Runtime, clock: Clock) -> Screen:
    token = new_token()
    assert here.store.make_key("trainer", "link", token_hash(token), at=clock())
    screen = open_page("voorbereiden")
    screen.app.session_state["key"] = token
    screen.again()
    return screen


@pytest.fixture
def order(trainer: Screen, here: Runtime) -> Callable[[], RunningOrder]:
    """A running order of one module, open on the page; gives it as it is stored."""
    trainer.app.text_input(key="new-name").set_value("Oss")
    trainer.app.checkbox(key="new:proef").check()
    trainer.press("Maak het draaiboek")
    return lambda: here.store.running_orders()[0]


def test_a_running_order_begins_with_whole_modules_and_opens(trainer: Screen, order: Callable[[], RunningOrder]) -> None:
    assert trainer.title == "Oss"
    assert [part.step for part in order().parts] == [WATER, POUR]
    assert trainer.address == {"draaiboek": order().id}
    assert trainer.says("Notities (PDF)")
    assert trainer.says("Antwoordkaarten (PDF)")


def test_every_change_is_kept_at_once(trainer: Screen, order: Callable[[], RunningOrder]) -> None:
    name = order().id
    trainer._drawn(trainer.app.button(key=f"Omlaag:{name}:0:{WATER}").click().run())
    assert [part.step for part in order().parts] == [POUR, WATER]
    trainer._drawn(trainer.app.number_input(key=f"minutes:{name}:0:{POUR}").set_value(12).run())
    assert order().parts[0] == Part(POUR, 12)
    trainer._drawn(trainer.app.button(key=f"Haal weg:{name}:1:{WATER}").click().run())
    assert order().parts == (Part(POUR, 12),)
    trainer.app.selectbox(key="new-step").set_value("welkom/welkom")
    trainer.press("Voeg toe")
    assert [part.step for part in order().parts] == [POUR, "welkom/welkom"]
    trainer._drawn(trainer.app.text_input(key=f"name:{name}").set_value("Oss en Uden").run())
    assert trainer.title == "Oss en Uden"


def test_a_break_and_a_question_of_ones_own_stand_between_the_steps(
    trainer: Screen, order: Callable[[], RunningOrder], here: Runtime
) -> None:
    name = order().id
    trainer.press("Pauze toevoegen")
    pause = order().parts[-1]
    assert isinstance(pause, Break)
    trainer._drawn(trainer.app.number_input(key=f"minutes:{name}:2:{pause.address}").set_value(20).run())
    trainer._drawn(trainer.app.button(key=f"Omhoog:{name}:2:{pause.address}").click().run())
    trainer.unfold("add-own")
    trainer.app.text_input(key="plan-prompt").set_value("Thee of koffie?")
    trainer.press("Voeg de vraag toe")
    assert trainer.app.error  # a poll without options
    trainer.app.text_input(key="plan-prompt").set_value("Thee of koffie?")
    trainer.app.text_area(key="plan-options").set_value("Thee\n\nKoffie")
    trainer.press("Voeg de vraag toe")
    asked = order().parts[-1]
    assert isinstance(asked, OwnQuestion)
    assert [part.minutes for part in order().parts[1:]] == [20, *[part.minutes for part in order().parts[2:]]]
    trainer.unfold(f"notes:{name}:{asked.address}")
    trainer._drawn(trainer.app.text_input(key=f"prompt:{name}:3:{asked.id}").set_value("Thee, of toch koffie?").run())
    assert trainer.says("Eigen vraag: Thee, of toch koffie?")
    trainer._drawn(trainer.app.text_area(key=f"note:{name}:{asked.address}").set_value("Handen omhoog.").run())

    trainer.go("presenteren")
    trainer.press("Open de zaal")
    [room] = here.store.rooms.all()
    assert here.store.rooms.steer(room.id, by="x", now=here.now(), at=room.order.index(pause.address))
    trainer.again()
    assert trainer.says("Pauze, 20 minuten")
    assert here.store.rooms.steer(room.id, by="x", now=here.now(), at=len(room.order) - 1)
    trainer.again()
    assert trainer.says("Handen omhoog.")
    assert trainer.says("A. Thee")


def test_a_note_of_ones_own_is_read_in_the_presenters_view(trainer: Screen, order: Callable[[], RunningOrder]) -> None:
    name = order().id
    trainer.unfold(f"notes:{name}:{WATER}")
    assert trainer.says("Vraag eerst wie er thee drinkt")
    trainer._drawn(trainer.app.text_area(key=f"note:{name}:{WATER}").set_value("Schenk eerst zelf thee in.").run())
    assert order().notes == {WATER: "Schenk eerst zelf thee in."}
    trainer.go("presenteren")
    trainer.press("Open de zaal")
    assert trainer.says("Schenk eerst zelf thee in.")


def test_a_room_goes_on_with_its_own_when_the_running_order_is_removed(
    trainer: Screen, order: Callable[[], RunningOrder], here: Runtime
) -> None:
    name = order().id
    trainer.go("presenteren")
    trainer.press("Open de zaal")
    [room] = here.store.rooms.all()
    trainer.go("voorbereiden", draaiboek=name)
    trainer.press("Ja, verwijder het")
    assert here.store.running_orders() == ()
    assert trainer.title == "Voorbereiden"
    trainer.go("presenteren", zaal=room.code, blik="trainer")
    assert trainer.says("Vraag eerst wie er thee drinkt")


def test_without_the_key_no_running_order_is_shown(trainer: Screen, order: Callable[[], RunningOrder], open_page: Open) -> None:
    screen = open_page("voorbereiden", person="b" * 22, draaiboek=order().id)
    assert screen.title == "Alleen voor trainers"
    assert "Oss" not in screen.text


def test_one_that_is_gone_leads_to_the_list(trainer: Screen) -> None:
    trainer.go("voorbereiden", draaiboek="weg")
    assert trainer.title == "Voorbereiden"
