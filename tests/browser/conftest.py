"""One browser for all tests of a process, one server for those that do not break it, and people who use them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from school.content import Course
from school.loading import load_course
from school.runtime import utc_now
from tests.browser.chromium import FLAGS, NONE, find
from tests.browser.person import Person
from tests.browser.server import ROOT, Server

NewPerson = Callable[..., Person]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.skip(NONE)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def course() -> Course:
    return load_course(ROOT, today=utc_now().date())


@pytest.fixture(scope="session")
def new_server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """A server of one's own, started; `content` is the course to show. Without a browser nothing is started."""
    started: list[Server] = []

    def start(*, content: Path = ROOT) -> Server:
        server = Server(tmp_path_factory.mktemp("server"), content=content)
        started.append(server)
        server.start()
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def server(new_server: Callable[..., Server]) -> Server:
    """The server for tests that leave it running."""
    return new_server()


@pytest.fixture(scope="session")
def mortal(new_server: Callable[..., Server]) -> Server:
    return new_server()


@pytest.fixture
def fragile(mortal: Server) -> Server:
    """The server for tests that kill it; it runs again for each of them, also after one that failed."""
    if not mortal.runs:
        mortal.start_again()
    return mortal


@pytest.fixture
def new_person(browser: Browser, server: Server) -> Iterator[NewPerson]:
    """Somebody who opens the course in a browser of their own; `at` another server when given."""
    people: list[Person] = []

    def arrive(*, at: Server = server, **options: object) -> Person:
        people.append(Person.arrives(browser, at, **options))
        return people[-1]

    yield arrive
    for person in people:
        person.context.close()


@pytest.fixture
def person(new_person: NewPerson) -> Person:
    return new_person()


@pytest.fixture
def page(person: Person) -> Page:
    return person.page
