"""One browser for all tests of a process, one server for those that do not break it, and people who use them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from school import keys
from school.content import Course
from school.loading import load_course
from school.runtime import utc_now
from tests.browser.chromium import FLAGS, NONE, find
from tests.browser.lending import Lending
from tests.browser.person import NewPerson, Person
from tests.browser.server import ROOT, Server
from tests.browser.teaching import Teaching, open_speaker, open_stage

HERE = Path(__file__).parent
expect.set_options(timeout=15_000)  # a busy machine is no reason to fail
FILM = "eigen-film"
"""The film of the small course that is a trainer's own."""


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
def small_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course for tests, with a film that can be played."""
    content = tmp_path_factory.mktemp("small") / "course"
    shutil.copytree(HERE.parent / "course", content)
    shutil.copy(HERE / "films" / "twaalf-seconden.webm", content / "films" / f"{FILM}.webm")
    media = content / "media_links.yaml"
    media.write_text(media.read_text(encoding="utf-8").replace(f"{FILM}.mp4", f"{FILM}.webm"), encoding="utf-8")
    return content


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


@pytest.fixture(scope="session")
def lending(browser: Browser) -> Lending:
    return Lending(browser)


@pytest.fixture
def new_person(browser: Browser, lending: Lending, server: Server, request: pytest.FixtureRequest) -> Iterator[NewPerson]:
    """Somebody who opens the course in a browser of their own; `at` another server when given. With `lent=False` it is one that
    nobody had before, and that nobody gets after: for what is about a first load, or changes a browser for good. With `watched` it is written down what it asks.
    """
    people: list[tuple[Person, bool]] = []
    failed = request.session.testsfailed

    def arrive(*, at: Server = server, lent: bool = True, watched: bool = False, **options: object) -> Person:
        person = lending.lend(at, **options) if lent else Person.arrives(browser, at, **options)
        if watched:
            person.watch()
        people.append((person, lent))
        return person

    yield arrive
    for person, lent in people:
        if lent and request.session.testsfailed == failed:
            lending.take_back(person)
        else:
            person.context.close()


@pytest.fixture
def person(new_person: NewPerson) -> Person:
    return new_person()


@pytest.fixture
def page(person: Person) -> Page:
    return person.page


@pytest.fixture(scope="session")
def teaching(new_server: Callable[..., Server], small_course: Path) -> Teaching:
    """A server with the small course, for a trainer; who kills it starts it again."""
    server = new_server(content=small_course)
    return Teaching(server, keys.make_new(server.store, at=utc_now()))


@pytest.fixture
def stage(teaching: Teaching, new_person: NewPerson) -> Page:
    """A room for the second module, and its big screen."""
    return open_stage(teaching, new_person)


@pytest.fixture
def speaker(teaching: Teaching, stage: Page, new_person: NewPerson) -> Page:
    """The presenter's view on the trainer's own phone, which takes the wheel."""
    return open_speaker(teaching, new_person)
