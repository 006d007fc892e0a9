"""What was chosen in a case: every choice is kept, in order, with its place and its time."""

from school.store import Store
from tests.store.people import ANNA, BRAM, EVENING, a_choice, later


def test_every_choice_is_kept_with_its_place_and_time_and_in_order(store: Store) -> None:
    made = [a_choice("een"), a_choice("twee", choice="wachten"), a_choice("drie", node="gang", at=later(minutes=1))]
    assert [store.choose(ANNA, choice) for choice in made] == [True, True, True]
    assert list(store.record(ANNA).choices) == made


def test_a_choice_that_is_stored_twice_is_there_once(store: Store) -> None:
    store.choose(ANNA, a_choice("een"))
    before = store.record(ANNA)
    assert not store.choose(ANNA, a_choice("een", choice="wachten"))
    assert store.record(ANNA) == before


def test_a_choice_makes_a_page_read_again(store: Store) -> None:
    store.choose(ANNA, a_choice("een"))
    assert store.revision(ANNA) == 1


def test_nobody_sees_the_choices_of_somebody_else(store: Store) -> None:
    store.choose(ANNA, a_choice("een"))
    assert store.record(BRAM).choices == ()


def test_taking_progress_along_keeps_what_was_chosen_on_both_devices(store: Store) -> None:
    store.choose(ANNA, a_choice("nieuw", at=later(minutes=2)))
    store.choose(BRAM, a_choice("oud", at=EVENING))
    assert store.offer_handover(ANNA, token_hash="hash", expires=later(minutes=20))
    assert store.take_over("hash", into=BRAM, now=later(minutes=5))
    assert [choice.id for choice in store.record(BRAM).choices] == ["oud", "nieuw"]
    assert store.record(ANNA) == store.record(BRAM)
