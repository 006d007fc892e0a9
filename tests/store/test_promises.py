"""What was acknowledged is kept, what failed leaves nothing, and several may write at once."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import pytest
from sqlalchemy.exc import SQLAlchemyError

from school.learning import Attempt, Record
from school.store import UNREACHABLE, Store
from tests.store.people import ANNA, BRAM, EVENING, an_answer, an_attempt, later

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
NOTHING: Any = None
UNSTORABLE: Any = object()
WRITER = """
import sys
from itertools import count
from school.store import Store
from tests.store.people import ANNA, an_answer

store = Store(sys.argv[1])
for number in count():
    if store.answer(ANNA, an_answer(f"antwoord-{number}")):
        print(f"antwoord-{number}", flush=True)
"""


@pytest.mark.parametrize(
    "broken",
    [
        replace(an_attempt("poging"), pass_mark=NOTHING),
        replace(an_attempt("poging"), started=EVENING.replace(tzinfo=None)),
    ],
    ids=["a value is missing", "a moment without a time zone"],
)
def test_a_change_that_fails_leaves_nothing(store: Store, broken: Attempt) -> None:
    with pytest.raises(SQLAlchemyError):
        store.start_attempt(ANNA, broken)
    assert set(store.counts().values()) == {0}


def test_a_change_that_fails_halfway_takes_back_the_first_half(store: Store) -> None:
    store.answer(ANNA, an_answer("een"))
    with pytest.raises(TypeError):  # after the attempt itself was stored, when its marks are put in order
        store.start_attempt(ANNA, replace(an_attempt("poging"), marked=frozenset({"band", NOTHING})))
    assert replace(store.record(ANNA), cards={}) == Record(answers=(an_answer("een"),), revision=1)


def test_the_store_can_be_used_after_a_failure(store: Store) -> None:
    for _ in range(40):  # more often than there are connections
        with pytest.raises(SQLAlchemyError):
            store.answer(ANNA, replace(an_answer("een"), score=NOTHING))
    assert store.answer(ANNA, an_answer("een"))


def test_eight_at_once_lose_nothing_and_store_nothing_twice(store: Store) -> None:
    people = [ANNA, BRAM]

    def write(writer: int) -> list[str]:
        names = [f"{writer // 2}-{number}" for number in range(50)]  # each pair of writers tells the same fifty
        return [name for name in names if store.answer(people[writer // 2 % 2], an_answer(name))]

    with ThreadPoolExecutor(8) as writers:
        stored = [name for names in writers.map(write, range(8)) for name in names]

    kept = [answer.id for person in people for answer in store.record(person).answers]
    assert sorted(stored) == sorted(kept) == sorted(f"{pair}-{number}" for pair in range(4) for number in range(50))
    assert [store.revision(person) for person in people] == [100, 100]


def test_another_process_may_write_meanwhile(url: str, store: Store) -> None:
    other = Store(url)
    store.answer(ANNA, an_answer("een"))

    def offer(number: int) -> bool:  # reads before it writes
        return other.offer_handover(ANNA, token_hash=f"hash-{number}", expires=later(minutes=15))

    with ThreadPoolExecutor(2) as writers:
        offered = writers.submit(lambda: [offer(number) for number in range(200)])
        answered = writers.submit(lambda: [store.answer(ANNA, an_answer(str(number))) for number in range(200)])
    other.close()
    assert all(offered.result())
    assert all(answered.result())


def test_what_was_acknowledged_before_a_kill_is_there(url: str, store: Store) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, url], cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = _lines(writer.stdout, 100)
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged += writer.stdout.read().splitlines(keepends=True)
    acknowledged = [line.strip() for line in acknowledged if line.endswith("\n")]  # the last may be cut off

    record = store.record(ANNA)
    kept = [answer.id for answer in record.answers]
    assert len(acknowledged) >= 100
    assert kept[: len(acknowledged)] == acknowledged
    assert record.revision == len(kept)  # nothing half done
    assert store.answer(ANNA, an_answer("daarna", at=later(minutes=1)))


def _lines(stream: IO[str], number: int) -> list[str]:
    return [stream.readline() for _ in range(number)]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A store whose database cannot be reached."""
    file, server = f"sqlite:///{tmp_path}/no/such/folder/school.db", "postgresql://niemand@127.0.0.1:1/niets"
    return Store(file if request.param == "sqlite" else server)


def test_an_unreachable_database_is_said_to_be_so(nowhere: Store) -> None:
    assert not nowhere.ready()
    with pytest.raises(UNREACHABLE):
        nowhere.revision(ANNA)
    with pytest.raises(UNREACHABLE):
        nowhere.record(ANNA)
    with pytest.raises(UNREACHABLE):
        nowhere.answer(ANNA, an_answer("een"))


def test_an_error_does_not_repeat_what_somebody_answered(store: Store) -> None:
    secret = "iets persoonlijks"
    with pytest.raises(SQLAlchemyError) as problem:
        store.answer(ANNA, replace(an_answer("een"), response=secret, certainty=UNSTORABLE))
    assert secret not in str(problem.value)
