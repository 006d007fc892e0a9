"""The course in a process of its own: the content, an empty store, and a clock that stands still until it is set."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from school.guessing import Guesses
from school.identity import learner_id
from school.learning import Record
from school.runtime import Runtime, open_runtime, use_runtime
from school.settings import Settings
from school.store import Store
from tests.journeys.screen import Screen

SMALL = Path(__file__).parent.parent / "course"
ANNA, BRAM = "a" * 22, "b" * 22


class Clock:
    """14:02 in Amsterdam, until somebody lets time pass."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 13, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, **time: float) -> None:
        self.moment += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def content() -> Path:
    """Where the content is: the small course, unless a test file says otherwise."""
    return SMALL


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Runtime]:
    """The course as a server opens it, once for all tests, with a database in which nothing is remembered yet."""

    @cache
    def once(content: Path) -> Runtime:
        database = tmp_path_factory.mktemp("opened") / "school.db"
        runtime = open_runtime(Settings(database_url=f"sqlite:///{database}", content=content), now=Clock())
        runtime.store.close()
        return runtime

    return once


@pytest.fixture
def here(content: Path, tmp_path: Path, clock: Clock, opened: Callable[[Path], Runtime]) -> Iterator[Runtime]:
    """What the pages work with: a store of this test alone."""
    runtime = opened(content)
    database = shutil.copy(runtime.settings.database_url.removeprefix("sqlite:///"), tmp_path / "school.db")
    url = f"sqlite:///{database}"
    runtime = replace(runtime, settings=replace(runtime.settings, database_url=url), store=Store(url), now=clock, guesses=Guesses())
    use_runtime(runtime)
    yield runtime
    use_runtime(None)
    runtime.store.close()


@pytest.fixture
def open_page(here: Runtime) -> Callable[..., Screen]:
    """Opens an address in a new session, as `person`; without one for a browser that keeps no cookies."""

    def visit(page: str = "welkom", *, person: str | None = ANNA, **query: str) -> Screen:
        return Screen(page, query, person)

    return visit


@pytest.fixture
def record(here: Runtime) -> Callable[..., Record]:
    """What is stored of somebody."""

    def read(person: str = ANNA) -> Record:
        learner = learner_id(person)
        assert learner is not None
        return here.store.record(learner)

    return read


@pytest.fixture
def learner() -> str:
    """Anna, as the store knows her."""
    found = learner_id(ANNA)
    assert found is not None
    return found
