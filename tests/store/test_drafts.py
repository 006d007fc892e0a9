"""What lies there of an answer before it is looked at: what was laid last, once, of its own person."""

import pytest

from school.store import Store
from tests.store.people import ANNA, BRAM, EVENING, a_draft, an_answer, later


def test_what_was_laid_last_stands_in_the_place_of_what_lay_there(store: Store) -> None:
    last = a_draft({"a": "p", "b": "q"}, at=later(seconds=1))
    assert store.lay(ANNA, a_draft({"a": "p"}))
    assert store.lay(ANNA, last)
    assert store.record(ANNA).drafts == {"kaartjes": last}
    assert store.counts()["drafts"] == 1


@pytest.mark.parametrize(
    "again", [a_draft({"a": "p"}), a_draft({"a": "p"}, at=later(minutes=1)), a_draft({"a": "q"}, at=later(minutes=-1))]
)
def test_what_is_the_same_or_older_changes_nothing(store: Store, again: object) -> None:
    store.lay(ANNA, a_draft({"a": "p"}))
    before = store.record(ANNA)
    assert not store.lay(ANNA, again)  # type: ignore[arg-type]
    assert store.record(ANNA) == before


def test_laying_makes_a_page_read_again_and_is_no_answer(store: Store) -> None:
    store.lay(ANNA, a_draft({"a": "p"}))
    assert store.revision(ANNA) == 1
    assert store.record(ANNA).answers == ()
    assert store.record(BRAM).drafts == {}


def test_a_draft_counts_until_it_is_looked_at(store: Store) -> None:
    store.lay(ANNA, a_draft({"a": "p"}))
    assert store.record(ANNA).draft("kaartjes") == a_draft({"a": "p"})
    store.answer(ANNA, an_answer("een", task="kaartjes", at=later(minutes=1)))
    assert store.record(ANNA).draft("kaartjes") is None
    store.lay(ANNA, a_draft({"a": "q"}, at=later(minutes=2)))
    assert store.record(ANNA).draft("kaartjes") is not None


@pytest.mark.parametrize(("theirs", "ours"), [(0, 5), (5, 0)])
def test_of_two_devices_what_was_laid_last_stays(store: Store, theirs: int, ours: int) -> None:
    store.lay(ANNA, a_draft({"a": "p"}, at=later(minutes=theirs)))
    store.lay(BRAM, a_draft({"b": "q"}, at=later(minutes=ours)))
    assert store.offer_handover(ANNA, token_hash="hash", expires=later(minutes=20))
    assert store.take_over("hash", into=BRAM, now=later(minutes=6))
    last = a_draft({"a": "p"} if theirs > ours else {"b": "q"}, at=later(minutes=5))
    assert store.record(BRAM).drafts == {"kaartjes": last}
    assert store.counts()["drafts"] == 1


def test_who_is_idle_too_long_loses_what_was_laid(store: Store) -> None:
    store.lay(ANNA, a_draft({"a": "p"}, at=EVENING))
    assert store.erase_idle(later(days=1)) == 1
    assert store.counts()["drafts"] == 0
