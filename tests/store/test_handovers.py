"""Taking progress along: one record, reached from both devices."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from school.learning import Record
from school.store import Store
from tests.store.people import ANNA, BRAM, CATO, EVENING, an_answer, an_attempt, later, live_through_everything

SOON = later(minutes=15)


def taken(store: Store, person: str, *, into: str, token_hash: str = "hash") -> bool:
    """Take somebody's progress along to another device."""
    assert store.offer_handover(person, token_hash=token_hash, expires=later(minutes=20))
    return store.take_over(token_hash, into=into, now=later(minutes=5))


def test_a_new_device_gets_everything_and_the_old_one_keeps_it(store: Store) -> None:
    live_through_everything(store, ANNA, prefix="anna")
    before = store.record(ANNA)
    assert taken(store, ANNA, into=BRAM)
    assert store.record(BRAM) == store.record(ANNA) == replace(before, revision=before.revision + 1)
    assert store.counts()["learners"] == 1


def test_merging_keeps_what_both_did(store: Store) -> None:
    store.answer(ANNA, an_answer("een", at=later(minutes=1)))
    store.answer(BRAM, an_answer("twee", at=EVENING))
    store.start_attempt(ANNA, an_attempt("a", started=later(minutes=2)))
    store.start_attempt(BRAM, an_attempt("b", started=later(minutes=1)))
    assert taken(store, ANNA, into=BRAM)
    record = store.record(BRAM)
    assert [answer.id for answer in record.answers] == ["twee", "een"]
    assert [attempt.id for attempt in record.attempts] == ["b", "a"]


@pytest.mark.parametrize(("person", "into"), [(ANNA, BRAM), (BRAM, ANNA)], ids=["forth", "back"])
def test_merging_keeps_the_earliest_step_and_the_highest_position(store: Store, person: str, into: str) -> None:
    for who, minutes in ((ANNA, (1, 2)), (BRAM, (2, 1))):
        store.finish_step(who, "hechting/een", at=later(minutes=minutes[0]))
        store.finish_step(who, "hechting/twee", at=later(minutes=minutes[1]))
        store.watch(who, "een", seconds=minutes[0], at=EVENING)
        store.watch(who, "twee", seconds=minutes[1], at=EVENING)
    store.finish_step(person, "alleen-hier", at=EVENING)
    store.watch(into, "alleen-daar", seconds=3, at=EVENING)
    assert taken(store, person, into=into)
    record = store.record(into)
    assert record.steps == {
        "alleen-hier": EVENING,
        "hechting/een": later(minutes=1),
        "hechting/twee": later(minutes=1),
    }
    assert record.watched == {"een": 2, "twee": 2, "alleen-daar": 3}


@pytest.mark.parametrize("paused", [True, False])
def test_a_pause_is_of_the_device_that_takes_over(store: Store, paused: bool) -> None:
    store.answer(ANNA, an_answer("een"))
    store.answer(BRAM, an_answer("twee"))
    store.pause(ANNA, paused=not paused, at=EVENING)
    store.pause(BRAM, paused=paused, at=EVENING)
    assert taken(store, ANNA, into=BRAM)
    assert store.record(BRAM).paused is paused


def test_both_devices_see_a_new_revision(store: Store) -> None:
    for number in range(3):
        store.answer(ANNA, an_answer(f"a{number}"))
    store.answer(BRAM, an_answer("b"))
    assert taken(store, ANNA, into=BRAM)
    assert store.revision(ANNA) == store.revision(BRAM) == 4


def test_the_old_device_goes_on_in_the_same_record(store: Store) -> None:
    live_through_everything(store, ANNA, prefix="anna")
    assert taken(store, ANNA, into=BRAM)
    assert store.answer(ANNA, an_answer("oud", attempt="anna-poging", at=later(minutes=6)))
    assert store.answer(BRAM, an_answer("nieuw", attempt="anna-poging", at=later(minutes=7)))
    assert store.finish_step(ANNA, "trauma/een", at=EVENING)
    assert store.mark(ANNA, "anna-poging", "band", marked=False, at=EVENING)
    assert store.finish_attempt(ANNA, "anna-poging", at=later(minutes=8), score=1)
    assert store.watch(ANNA, "still-face-film", seconds=99, at=EVENING)
    assert store.pause(ANNA, paused=True, at=EVENING)
    record = store.record(BRAM)
    assert [answer.id for answer in record.answers][-2:] == ["oud", "nieuw"]
    assert record == store.record(ANNA)
    assert record.watched == {"still-face-film": 99}
    assert store.counts()["learners"] == 1


def test_progress_can_be_taken_along_again_and_again(store: Store) -> None:
    store.answer(ANNA, an_answer("een"))
    assert taken(store, ANNA, into=BRAM, token_hash="een")
    assert taken(store, BRAM, into=CATO, token_hash="twee")
    assert taken(store, ANNA, into=BRAM, token_hash="drie")  # already one record
    store.answer(ANNA, an_answer("twee", at=later(minutes=9)))
    assert {len(store.record(person).answers) for person in (ANNA, BRAM, CATO)} == {2}
    assert store.counts() | {"learners": 1, "aliases": 2} == store.counts()


def test_a_link_works_once(store: Store) -> None:
    store.answer(ANNA, an_answer("een"))
    assert taken(store, ANNA, into=BRAM)
    assert not store.handover_valid("hash", now=later(minutes=5))
    assert not store.take_over("hash", into=CATO, now=later(minutes=5))
    assert not store.offer_handover(BRAM, token_hash="hash", expires=later(days=1))
    assert store.record(CATO) == Record()


def test_a_link_works_in_time(store: Store) -> None:
    store.answer(ANNA, an_answer("een"))
    store.offer_handover(ANNA, token_hash="hash", expires=SOON)
    assert store.handover_valid("hash", now=later(minutes=14.99))
    assert not store.handover_valid("hash", now=SOON)
    assert not store.take_over("hash", into=BRAM, now=SOON)
    assert store.record(BRAM) == Record()


def test_a_link_that_was_never_made_does_not_work(store: Store) -> None:
    assert not store.handover_valid("hash", now=EVENING)
    assert not store.take_over("hash", into=BRAM, now=EVENING)
    assert set(store.counts().values()) == {0}


def test_a_new_link_takes_the_place_of_the_one_before(store: Store) -> None:
    store.answer(ANNA, an_answer("een"))
    store.offer_handover(ANNA, token_hash="een", expires=SOON)
    store.offer_handover(ANNA, token_hash="twee", expires=SOON)
    assert not store.handover_valid("een", now=EVENING)
    assert store.handover_valid("twee", now=EVENING)


def test_somebody_with_nothing_to_take_along_gets_no_link(store: Store) -> None:
    assert not store.offer_handover(ANNA, token_hash="hash", expires=SOON)
    assert set(store.counts().values()) == {0}


def test_two_devices_with_the_same_link_do_not_both_get_in(store: Store) -> None:
    store.answer(ANNA, an_answer("een"))
    store.offer_handover(ANNA, token_hash="hash", expires=SOON)
    with ThreadPoolExecutor(2) as devices:
        got_in = list(devices.map(lambda into: store.take_over("hash", into=into, now=EVENING), (BRAM, CATO)))
    assert sorted(got_in) == [False, True]


def test_no_answer_is_lost_while_records_merge(store: Store) -> None:
    people = [ANNA, BRAM, CATO]
    for person in people:
        store.answer(person, an_answer(f"{person}-eerst"))
    store.offer_handover(ANNA, token_hash="een", expires=SOON)
    store.offer_handover(BRAM, token_hash="twee", expires=SOON)

    def write(person: str) -> None:
        for number in range(40):
            assert store.answer(person, an_answer(f"{person}-{number}"))
            if number == 15 and person == ANNA:
                assert store.take_over("een", into=BRAM, now=EVENING)
            if number == 25 and person == CATO:
                assert store.take_over("twee", into=CATO, now=EVENING)

    with ThreadPoolExecutor(3) as devices:
        list(devices.map(write, people))
    assert store.counts() | {"learners": 1} == store.counts()
    assert {len(store.record(person).answers) for person in people} == {3 * 41}
