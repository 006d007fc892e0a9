"""Running orders are kept by name; a room follows a copy of its own."""

from dataclasses import replace

from school.live import live_question
from school.running_orders import Break, OwnQuestion, Part, RunningOrder
from school.store import Store
from tests.store.people import EVENING, later

SHORT = RunningOrder("Kort", (Part("trauma/emdr", 3), Part("hechting/prognose", 5)), {"trauma/emdr/2": "Neem de tijd."}, "kort")
LONG = RunningOrder("Lang", (Part("trauma/popp", 30),), {}, "lang")


def test_what_was_saved_comes_back_the_same(store: Store) -> None:
    assert store.save_running_order(SHORT, at=EVENING)
    assert store.running_order("kort") == SHORT
    assert store.running_order("anders") is None


def test_breaks_and_questions_of_the_trainers_own_come_back_whole(store: Store) -> None:
    own = live_question({"kind": "poll", "prompt": "Waar?", "options": {"thuis": "Thuis", "weg": "Op weg"}})
    whole = replace(SHORT, parts=(Break("koffie", 15), *SHORT.parts, OwnQuestion("waar", own, 2)))
    store.save_running_order(whole, at=EVENING)
    assert store.running_order("kort") == whole


def test_all_come_by_name(store: Store) -> None:
    for order in (LONG, SHORT):
        store.save_running_order(order, at=EVENING)
    assert store.running_orders() == (SHORT, LONG)


def test_saving_again_takes_the_place_of_what_was_there(store: Store) -> None:
    store.save_running_order(SHORT, at=EVENING)
    store.save_running_order(replace(SHORT, name="Korter", notes={}), at=later(minutes=1))
    assert store.running_orders() == (replace(SHORT, name="Korter", notes={}),)


def test_one_that_was_removed_is_gone_and_the_others_stay(store: Store) -> None:
    for order in (LONG, SHORT):
        store.save_running_order(order, at=EVENING)
    assert store.remove_running_order("lang") == 1
    assert store.remove_running_order("lang") == 0
    assert store.running_orders() == (SHORT,)


def test_a_room_keeps_its_own_when_the_saved_one_changes_or_goes(store: Store) -> None:
    store.save_running_order(SHORT, at=EVENING)
    store.plan_room("zaal-1", SHORT, at=EVENING)
    store.save_running_order(replace(SHORT, parts=()), at=later(minutes=1))
    store.remove_running_order("kort")
    assert store.room_plan("zaal-1") == SHORT  # which also says what it was copied from
    assert store.room_plan("zaal-2") is None


def test_a_room_can_be_given_another_plan(store: Store) -> None:
    store.plan_room("zaal-1", SHORT, at=EVENING)
    store.plan_room("zaal-1", LONG, at=later(minutes=1))
    assert store.room_plan("zaal-1") == LONG
