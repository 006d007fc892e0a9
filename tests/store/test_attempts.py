"""A quiz attempt takes answers from its own learner until it is finished."""

from dataclasses import replace

from school.learning import Record
from school.store import Store
from tests.store.people import ANNA, BRAM, an_answer, an_attempt, later

BAND = frozenset({"band"})


def test_an_attempt_is_started_once(store: Store) -> None:
    assert store.start_attempt(ANNA, an_attempt("poging"))
    assert not store.start_attempt(ANNA, replace(an_attempt("poging"), seed=2))
    assert not store.start_attempt(BRAM, an_attempt("poging"))
    assert store.record(ANNA).attempts == (an_attempt("poging"),)
    assert store.record(BRAM) == Record()


def test_an_answer_may_be_changed_until_the_attempt_is_finished(store: Store) -> None:
    store.start_attempt(ANNA, an_attempt("poging"))
    assert store.answer(ANNA, an_answer("een", attempt="poging"))
    assert store.answer(ANNA, an_answer("twee", attempt="poging"))
    store.finish_attempt(ANNA, "poging", at=later(minutes=5), score=0.5)
    assert not store.answer(ANNA, an_answer("drie", attempt="poging"))
    record = store.record(ANNA)
    assert [answer.id for answer in record.answers] == ["een", "twee"]
    assert record.answers_in(record.attempts[0])["band"].id == "twee"


def test_an_answer_to_an_attempt_that_is_not_ones_own_is_refused(store: Store) -> None:
    store.start_attempt(ANNA, an_attempt("poging"))
    assert not store.answer(BRAM, an_answer("een", attempt="poging"))
    assert not store.answer(BRAM, an_answer("twee", attempt="bestaat-niet"))
    assert store.record(BRAM) == Record()
    assert store.counts()["answers"] == 0


def test_an_attempt_is_finished_once(store: Store) -> None:
    store.start_attempt(ANNA, an_attempt("poging"))
    assert store.finish_attempt(ANNA, "poging", at=later(minutes=5), score=0.5)
    assert not store.finish_attempt(ANNA, "poging", at=later(minutes=9), score=1.0)
    [attempt] = store.record(ANNA).attempts
    assert (attempt.finished, attempt.score) == (later(minutes=5), 0.5)


def test_only_ones_own_attempt_can_be_finished(store: Store) -> None:
    store.start_attempt(ANNA, an_attempt("poging"))
    assert not store.finish_attempt(BRAM, "poging", at=later(minutes=5), score=0.0)
    assert store.record(ANNA).attempts[0].finished is None
    assert store.record(BRAM) == Record()


def test_finishing_one_attempt_leaves_the_others_open(store: Store) -> None:
    store.start_attempt(ANNA, an_attempt("een"))
    store.start_attempt(ANNA, an_attempt("twee"))
    store.finish_attempt(ANNA, "een", at=later(minutes=5), score=0.5)
    assert [attempt.finished for attempt in store.record(ANNA).attempts] == [later(minutes=5), None]


def test_a_question_can_be_marked_and_unmarked_while_the_attempt_is_open(store: Store) -> None:
    store.start_attempt(ANNA, an_attempt("poging"))

    def marked(*, wanted: bool, person: str = ANNA) -> tuple[bool, frozenset[str]]:
        changed = store.mark(person, "poging", "band", marked=wanted, at=later(minutes=1))
        return changed, store.record(ANNA).attempts[0].marked

    assert marked(wanted=True, person=BRAM) == (False, frozenset())
    assert marked(wanted=True) == (True, BAND)
    assert marked(wanted=True) == (False, BAND)
    assert marked(wanted=False, person=BRAM) == (False, BAND)
    assert marked(wanted=False) == (True, frozenset())
    assert marked(wanted=True) == (True, BAND)
    store.finish_attempt(ANNA, "poging", at=later(minutes=5), score=0.5)
    assert marked(wanted=False) == (False, BAND)
