"""A copy of everything, and being forgotten."""

import json
from datetime import timedelta

from sqlalchemy import Table

from school.learning import Record
from school.store import Store
from school.store.tables import metadata
from tests.store.people import ANNA, BRAM, CATO, EVENING, an_answer, later, live_through_everything
from tests.store.teams import a_team, count_in, make


def _leads_to_a_learner(table: Table) -> bool:
    """Whether a row of this table belongs to a learner, itself or by what it belongs to."""
    return table.name == "learners" or any(_leads_to_a_learner(key.column.table) for key in table.foreign_keys)


ABOUT_A_LEARNER = {name for name, table in metadata.tables.items() if _leads_to_a_learner(table)}
"""All others are of nobody, so they are in no copy and no learner takes them along."""

OF_A_TEAM = {"teams": 1, "keys": 1, "batches": 1, "snapshots": 1}
NOTHING = dict.fromkeys(metadata.tables, 0)
STAYS = {"certificates": 1, **OF_A_TEAM}
"""What erasing leaves of somebody who lived through everything; it is nobody's from then on."""


def live_on_two_devices(store: Store) -> None:
    """Anna ends up with rows in every table there is; CATO is her older device."""
    store.answer(CATO, an_answer("eerst", at=later(minutes=-5)))
    store.offer_handover(CATO, token_hash="oud", expires=later(minutes=15))
    assert store.take_over("oud", into=ANNA, now=EVENING)
    live_through_everything(store, ANNA, prefix="anna")
    team = make(store, a_team())
    store.teams.join(ANNA, team.id, at=EVENING)
    count_in(store, team.id, ANNA)


def test_a_copy_holds_every_table(store: Store) -> None:
    live_on_two_devices(store)
    live_through_everything(store, BRAM, prefix="bram")
    copy = store.export(ANNA)
    assert set(copy) == ABOUT_A_LEARNER
    assert {name: len(rows) for name, rows in copy.items()} == {
        "learners": 1,
        "aliases": 1,
        "answers": 3,
        "steps": 1,
        "attempts": 2,
        "marks": 1,
        "watched": 1,
        "shown": 1,
        "cards": 1,
        "choices": 1,
        "drafts": 1,
        "handovers": 2,
        "memberships": 1,
        "counted": 1,
        "certificates": 1,
    }
    assert copy == store.export(CATO)
    assert "bram" not in json.dumps(copy)


def test_a_copy_can_be_read_as_json(store: Store) -> None:
    live_on_two_devices(store)
    copy = json.loads(json.dumps(store.export(ANNA)))
    [attempt] = [row for row in copy["attempts"] if row["id"] == "anna-poging"]
    assert attempt["started"] == "2026-11-22T20:00:00+00:00"
    assert attempt["questions"] == ["band", "nabijheid"]
    assert {row["id"] for row in copy["answers"]} == {"eerst", "anna-1", "anna-2"}


def test_a_copy_of_somebody_unknown_is_empty(store: Store) -> None:
    assert store.export(ANNA) == {name: [] for name in ABOUT_A_LEARNER}


def test_erasing_leaves_nothing_but_a_certificate_and_says_what_went(store: Store) -> None:
    live_on_two_devices(store)
    copy = store.export(ANNA)
    assert store.erase(ANNA) == {name: len(rows) for name, rows in copy.items()}
    assert store.counts() == NOTHING | STAYS
    assert store.export(ANNA) == store.export(CATO) == {name: [] for name in ABOUT_A_LEARNER}
    assert store.record(ANNA) == store.record(CATO) == Record()


def test_erasing_on_the_old_device_erases_everywhere(store: Store) -> None:
    live_on_two_devices(store)
    store.erase(CATO)
    assert store.counts() == NOTHING | STAYS


def test_erasing_leaves_others_alone(store: Store) -> None:
    live_on_two_devices(store)
    live_through_everything(store, BRAM, prefix="bram")
    kept = store.export(BRAM)
    store.erase(ANNA)
    assert store.export(BRAM) == kept
    assert store.counts() == NOTHING | {name: len(rows) for name, rows in kept.items()} | OF_A_TEAM | {"certificates": 2}


def test_after_erasing_one_can_begin_again(store: Store) -> None:
    live_on_two_devices(store)
    store.erase(ANNA)
    assert store.answer(CATO, an_answer("anna-1"))
    assert len(store.record(CATO).answers) == 1
    assert store.record(ANNA) == Record()


def test_who_did_nothing_for_long_is_forgotten_and_who_did_is_not(store: Store) -> None:
    live_on_two_devices(store)
    live_through_everything(store, BRAM, prefix="bram")
    store.finish_step(BRAM, "trauma/een", at=later(days=1))
    kept = store.export(BRAM)
    assert store.idle(before=EVENING) == store.erase_idle(before=EVENING) == 0
    assert store.idle(before=later(days=1)) == store.erase_idle(before=later(days=1)) == 1
    assert store.export(BRAM) == kept
    assert store.counts() == NOTHING | {name: len(rows) for name, rows in kept.items()} | OF_A_TEAM | {"certificates": 2}


def test_a_fact_that_comes_in_late_does_not_make_somebody_less_active(store: Store) -> None:
    store.answer(ANNA, an_answer("een", at=EVENING))
    store.answer(ANNA, an_answer("twee", at=EVENING - timedelta(days=900)))
    assert store.erase_idle(before=EVENING) == 0
