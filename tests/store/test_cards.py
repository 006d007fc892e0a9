"""Questions that come back: always what the stored answers say, and in the same transaction as the answer."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from school.learning import REVIEW, STARTMETING, Record
from school.reviewing import day_of, rebuild
from school.store import Store
from tests.store.people import ANNA, BRAM, EVENING, an_answer, an_attempt, later

TOMORROW = day_of(EVENING) + timedelta(days=1)


def wrong(name: str, **more: object):
    return replace(an_answer(name), score=0.0, **more)


def right(name: str, **more: object):
    return replace(an_answer(name), score=1.0, **more)


def as_the_answers_say(store: Store, person: str = ANNA, *keys: str) -> bool:
    record = store.record(person)
    return dict(record.cards) == rebuild(record, keys)


def test_a_wrong_answer_and_its_card_are_stored_together(store: Store) -> None:
    assert store.answer(ANNA, wrong("een"))
    assert {task: card.due for task, card in store.cards(ANNA).items()} == {"band": TOMORROW}
    assert as_the_answers_say(store)


def test_telling_it_twice_changes_no_card(store: Store) -> None:
    store.answer(ANNA, wrong("een"))
    before = store.cards(ANNA)
    assert not store.answer(ANNA, wrong("een"))
    assert store.cards(ANNA) == before


def test_a_right_answer_in_a_lesson_makes_none(store: Store) -> None:
    store.answer(ANNA, right("een"))
    assert store.cards(ANNA) == {}


def test_a_review_moves_the_card(store: Store) -> None:
    store.answer(ANNA, wrong("een"))
    store.answer(ANNA, right("twee", context=REVIEW, certainty=3, at=later(days=1)))
    assert store.cards(ANNA)["band"].due > TOMORROW
    assert store.record(ANNA).answers[-1].context == REVIEW
    assert as_the_answers_say(store)


def test_an_answer_that_comes_in_late_gives_the_same_card_as_one_in_time(store: Store) -> None:
    told = [wrong("een"), right("twee", context=REVIEW, at=later(days=1)), wrong("drie", context=REVIEW, at=later(days=4))]
    for answer in told:
        store.answer(ANNA, answer)
    for answer in reversed(told):
        store.answer(BRAM, replace(answer, id=f"bram-{answer.id}"))
    assert store.cards(ANNA) == store.cards(BRAM)
    assert as_the_answers_say(store)


def test_a_quiz_makes_its_cards_when_it_is_handed_in(store: Store) -> None:
    store.start_attempt(ANNA, an_attempt("poging"))
    store.answer(ANNA, wrong("een", attempt="poging"))
    store.answer(ANNA, right("twee", attempt="poging", task="nabijheid"))
    assert store.cards(ANNA) == {}
    assert store.finish_attempt(ANNA, "poging", later(minutes=9), 0.5, keys={"nabijheid"})
    assert set(store.cards(ANNA)) == {"band", "nabijheid"}
    assert store.cards(ANNA)["nabijheid"].key
    assert as_the_answers_say(store, ANNA, "nabijheid")


def test_the_startmeting_makes_none(store: Store) -> None:
    store.start_attempt(ANNA, replace(an_attempt("poging"), quiz=STARTMETING))
    store.answer(ANNA, wrong("een", attempt="poging"))
    store.finish_attempt(ANNA, "poging", later(minutes=9), 0)
    assert store.cards(ANNA) == {}


def test_many_tabs_at_once_lose_no_review(store: Store) -> None:
    store.answer(ANNA, wrong("een"))

    def review(day: int) -> None:
        store.answer(ANNA, right(f"dag-{day}", context=REVIEW, at=later(days=day)))

    with ThreadPoolExecutor(6) as tabs:
        list(tabs.map(review, range(1, 13)))
    assert len(store.record(ANNA).answers) == 13
    assert as_the_answers_say(store)


def test_two_devices_become_one_with_the_cards_of_all_answers(store: Store) -> None:
    store.answer(ANNA, wrong("een"))
    store.answer(ANNA, right("twee", context=REVIEW, at=later(days=1)))
    store.answer(BRAM, wrong("drie", at=later(days=2)))
    store.answer(BRAM, wrong("vier", task="troost"))
    store.show_answer(ANNA, "band", later(minutes=2))
    store.show_answer(BRAM, "band", later(minutes=1))
    store.start_attempt(ANNA, an_attempt("poging"))
    store.answer(ANNA, right("vijf", attempt="poging", task="nabijheid"))
    store.finish_attempt(ANNA, "poging", later(minutes=9), 1, keys={"nabijheid"})
    store.offer_handover(ANNA, token_hash="hash", expires=later(days=9))
    assert store.take_over("hash", into=BRAM, now=later(days=3))
    assert set(store.cards(BRAM)) == {"band", "troost", "nabijheid"}
    assert as_the_answers_say(store, BRAM, "nabijheid")
    assert store.record(ANNA) == store.record(BRAM)
    assert store.record(BRAM).shown == {"band": later(minutes=1)}


def test_that_an_answer_was_shown_is_remembered_once(store: Store) -> None:
    assert store.show_answer(ANNA, "band", EVENING)
    assert not store.show_answer(ANNA, "band", later(minutes=5))
    assert store.record(ANNA) == Record(shown={"band": EVENING}, revision=1)
