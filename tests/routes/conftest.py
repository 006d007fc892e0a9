import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount

from school.content import Course
from school.learning import Answer
from school.loading import load_course
from school.routes.problems import problem_pages
from school.routes.site import Frontend, Site
from school.runtime import Runtime
from school.settings import Settings
from school.store import Store

CONTENT = Path(__file__).parent.parent / "course"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass
class Shelf:
    """A library that holds the one course it was given."""

    course: Course


async def streamlit_itself(scope, receive, send) -> None:
    """What Streamlit does: its own page, with status 200, for anything."""
    await Response("Streamlit", headers={"etag": '"1"', "last-modified": "x"})(scope, receive, send)


def package(name: str) -> Path:
    return Path(find_spec(name).origin).parent


@pytest.fixture(scope="session")
def course() -> Course:
    return load_course(CONTENT, today=NOW.date())


@pytest.fixture
def store(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'school.db')}")
    yield store
    while store._engine.pool.checkedout():
        time.sleep(0.01)  # somebody still looks, in a thread; what is not given back is never closed, which Python 3.13 reports
    store.close()


@pytest.fixture
def here(course: Course, store: Store) -> Runtime:
    return Runtime(Settings(content=CONTENT), Shelf(course), store, lambda: NOW)


@pytest.fixture(scope="session")
def frontend() -> Frontend:
    return Frontend(package("streamlit") / "static", package("streamlit_player") / "frontend" / "build" / "index.html")


@pytest.fixture
def open_site(here: Runtime, frontend: Frontend) -> Callable[..., Starlette]:
    """The server as it is, around a stand-in for Streamlit; with settings of choice."""

    def build(**settings: object) -> Starlette:
        site = Site(replace(here, settings=replace(here.settings, **settings)), frontend)
        routes = [*site.routes, Mount("/", streamlit_itself)]
        return Starlette(routes=routes, middleware=site.layers(), exception_handlers=problem_pages())

    return build


@pytest.fixture
def app(open_site: Callable[..., Starlette]) -> Starlette:
    return open_site()


@pytest.fixture
def answered(store: Store) -> Callable[[str], None]:
    """Lets a learner answer something, so that there is something to keep or to erase."""

    def give(learner: str) -> None:
        answer = Answer(f"{learner}-1", "een-taak", "12345678", "waar", 1.0, NOW - timedelta(days=1))
        assert store.answer(learner, answer)

    return give
