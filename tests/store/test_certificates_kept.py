"""Certificates are issued once, for what was really passed, and are never taken away."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import select

from school.store import Store
from school.store.tables import certificates
from tests.store.people import ANNA, BRAM, CATO, EVENING, a_certificate, an_answer, an_attempt, later

CODE = "7Q4M-2XTA-9FD4-HC3V"


def pass_test(store: Store, person: str = ANNA, *, name: str = "poging", score: float = 0.85) -> None:
    store.start_attempt(person, an_attempt(name))
    store.finish_attempt(person, name, at=EVENING, score=score)


def owners(store: Store) -> list[tuple[str | None, str | None]]:
    with store._engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(certificates.c.learner, certificates.c.attempt))]


def test_a_certificate_is_found_by_its_code_as_it_was_issued(store: Store) -> None:
    pass_test(store)
    assert store.issue_certificate(ANNA, "poging", a_certificate(CODE)) == a_certificate(CODE)
    assert store.certificate(CODE) == a_certificate(CODE)
    assert store.certificate("7Q4M-2XTA-9FD4-HC3W") is None


def test_asking_again_gives_the_first_one(store: Store) -> None:
    pass_test(store)
    first = store.issue_certificate(ANNA, "poging", a_certificate(CODE))
    later_on = replace(a_certificate("een-andere"), course="Andere naam", version="2.0.0", issued=later(days=30))
    assert store.issue_certificate(ANNA, "poging", later_on) == first
    assert store.certificate("een-andere") is None
    assert store.counts()["certificates"] == 1


def test_of_many_who_ask_at_once_all_get_the_same(store: Store) -> None:
    pass_test(store)
    with ThreadPoolExecutor(8) as asking:
        given = list(asking.map(lambda n: store.issue_certificate(ANNA, "poging", a_certificate(f"code-{n}")), range(8)))
    assert len(set(given)) == 1
    assert store.counts()["certificates"] == 1


def test_each_attempt_that_was_passed_has_its_own(store: Store) -> None:
    pass_test(store, name="een")
    pass_test(store, name="twee", score=0.95)
    store.issue_certificate(ANNA, "een", a_certificate("code-een"))
    store.issue_certificate(ANNA, "twee", a_certificate("code-twee", score=0.95))
    assert store.counts()["certificates"] == 2


@pytest.mark.parametrize(
    ("person", "attempt", "certificate"),
    [
        (BRAM, "poging", a_certificate(CODE)),
        (ANNA, "bestaat-niet", a_certificate(CODE)),
        (ANNA, "gezakt", a_certificate(CODE, score=0.69)),
        (ANNA, "open", a_certificate(CODE)),
        (ANNA, "poging", a_certificate(CODE, score=1.0)),
        (ANNA, "poging", a_certificate(CODE, quiz="eindtoets")),
    ],
    ids=["somebody else's", "unknown", "failed", "not finished", "another score", "another quiz"],
)
def test_nothing_is_issued_that_was_not_earned(store: Store, person, attempt, certificate) -> None:
    pass_test(store)
    pass_test(store, name="gezakt", score=0.69)
    store.start_attempt(ANNA, an_attempt("open"))
    store.answer(BRAM, an_answer("bram"))
    assert store.issue_certificate(person, attempt, certificate) is None
    assert store.counts()["certificates"] == 0


def test_erasing_leaves_the_certificate_and_forgets_whose_it_is(store: Store) -> None:
    pass_test(store)
    store.issue_certificate(ANNA, "poging", a_certificate(CODE))
    assert store.erase(ANNA)["certificates"] == 1
    assert store.certificate(CODE) == a_certificate(CODE)
    assert owners(store) == [(None, None)]
    assert store.erase(ANNA)["certificates"] == 0


def test_so_does_being_away_for_long(store: Store) -> None:
    pass_test(store)
    store.issue_certificate(ANNA, "poging", a_certificate(CODE))
    assert store.erase_idle(before=later(days=900)) == 1
    assert store.certificate(CODE) == a_certificate(CODE)
    assert owners(store) == [(None, None)]


def test_certificates_of_two_who_erased_do_not_get_in_each_others_way(store: Store) -> None:
    for person, name in ((ANNA, "anna"), (BRAM, "bram")):
        pass_test(store, person, name=name)
        store.issue_certificate(person, name, a_certificate(f"code-{name}"))
        store.erase(person)
    assert store.counts()["certificates"] == 2


def test_a_certificate_is_taken_along_to_another_device(store: Store) -> None:
    pass_test(store, CATO)
    store.issue_certificate(CATO, "poging", a_certificate(CODE))
    store.offer_handover(CATO, token_hash="link", expires=later(minutes=15))
    assert store.take_over("link", into=ANNA, now=EVENING)
    [row] = store.export(ANNA)["certificates"]
    assert row["code"] == CODE
    for device in (ANNA, CATO):
        assert store.issue_certificate(device, "poging", a_certificate("een-andere")) == a_certificate(CODE)


def test_a_copy_says_that_a_certificate_stays_after_erasing(store: Store) -> None:
    pass_test(store)
    store.issue_certificate(ANNA, "poging", a_certificate(CODE))
    [row] = store.export(ANNA)["certificates"]
    assert row["stays_after_erasing"] is True
    assert row["issued"] == "2026-11-22T20:05:00+00:00"


def test_there_is_no_room_for_a_name() -> None:
    assert {column.name for column in certificates.columns} == {
        *("code", "learner", "attempt", "course", "version", "quiz"),
        *("score", "pass_mark", "minutes", "achieved", "issued"),
    }
