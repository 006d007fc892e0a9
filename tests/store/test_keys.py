"""Links that open a role: one for each role and name, known by its hash, gone when it is revoked."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from school.store import Store
from school.store.engine import engine_for, for_writing, make_folder
from school.store.schema import SCRIPTS
from tests.store.people import ANNA, EVENING, an_answer, later


def test_a_key_opens_its_role_and_another_opens_nothing(store: Store) -> None:
    assert store.make_key("trainer", "link", "hash-1", at=EVENING)
    assert store.make_key("team", "link", "hash-2", at=EVENING)
    assert [store.key_role(each) for each in ("hash-1", "hash-2", "hash-3", "")] == ["trainer", "team", None, None]


def test_a_role_has_a_key_after_one_was_made_for_it(store: Store) -> None:
    assert not store.has_key("trainer")
    store.make_key("team", "link", "hash-1", at=EVENING)
    assert not store.has_key("trainer")
    store.make_key("trainer", "link", "hash-2", at=EVENING)
    assert store.has_key("trainer")


def test_the_second_key_of_one_name_is_not_made(store: Store) -> None:
    assert store.make_key("trainer", "link", "hash-1", at=EVENING)
    assert not store.make_key("trainer", "link", "hash-2", at=later(days=1))
    assert (store.key_role("hash-1"), store.key_role("hash-2")) == ("trainer", None)


def test_of_many_who_make_the_first_key_at_once_one_does(url: str) -> None:
    stores = [Store(url) for _ in range(4)]

    def make(number: int) -> bool:
        return stores[number].make_key("trainer", "link", f"hash-{number}", at=EVENING)

    with ThreadPoolExecutor(4) as starting:
        made = list(starting.map(make, range(4)))
    assert made.count(True) == 1
    assert stores[0].counts()["keys"] == 1
    assert stores[0].key_role(f"hash-{made.index(True)}") == "trainer"
    for store in stores:
        store.close()


def test_a_renewed_key_takes_the_place_of_the_old_one(store: Store) -> None:
    store.make_key("trainer", "link", "hash-1", at=EVENING)
    assert store.renew_key("trainer", "link", "hash-2", at=later(days=1))
    assert (store.key_role("hash-1"), store.key_role("hash-2")) == (None, "trainer")
    assert store.counts()["keys"] == 1


def test_a_key_that_was_never_there_can_be_renewed(store: Store) -> None:
    assert store.renew_key("trainer", "link", "hash-1", at=EVENING)
    assert store.key_role("hash-1") == "trainer"


def test_a_revoked_key_opens_nothing_and_the_others_still_do(store: Store) -> None:
    for role, name in (("trainer", "link"), ("team", "link"), ("team", "noord")):
        store.make_key(role, name, f"{role}-{name}", at=EVENING)
    assert store.revoke_keys("team", "link") == 1
    assert store.revoke_keys("team", "link") == 0
    assert [store.key_role(each) for each in ("trainer-link", "team-link", "team-noord")] == ["trainer", None, "team"]


def test_after_revoking_a_new_key_can_be_made(store: Store) -> None:
    store.make_key("trainer", "link", "hash-1", at=EVENING)
    store.revoke_keys("trainer", "link")
    assert not store.has_key("trainer")
    assert store.make_key("trainer", "link", "hash-2", at=EVENING)


def test_one_link_never_opens_two_roles(store: Store) -> None:
    store.make_key("trainer", "link", "hash-1", at=EVENING)
    with pytest.raises(IntegrityError):
        store.renew_key("team", "link", "hash-1", at=EVENING)
    assert store.key_role("hash-1") == "trainer"


def test_no_learner_takes_a_key_along(store: Store) -> None:
    store.make_key("trainer", "link", "hash-1", at=EVENING)
    store.answer(ANNA, an_answer("een"))
    assert "keys" not in store.export(ANNA)
    assert "keys" not in store.erase(ANNA)
    store.answer(ANNA, an_answer("een"))
    assert store.erase_idle(before=later(days=900)) == 1
    assert store.key_role("hash-1") == "trainer"


def test_a_database_from_before_there_were_keys_gets_them_and_keeps_its_learners(empty_url: str) -> None:
    store, engine = Store(empty_url), engine_for(empty_url)
    make_folder(engine)
    with for_writing(engine).begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(SCRIPTS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO learners VALUES ('anna', '2026-11-22 20:00:00', '2026-11-22 20:00:00', 7, false)"))
    store.migrate()
    assert store.make_key("trainer", "link", "hash-1", at=EVENING)
    assert store.revision("anna") == 7
    store.close()
    engine.dispose()
