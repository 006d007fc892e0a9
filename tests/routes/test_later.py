"""Routes that are loaded when they are asked for: the same answers as when they had been there from the start."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from school.routes.later import Later
from school.routes.problems import problem_pages
from school.routes.site import Site
from tests.routes.asgi import asked


@pytest.fixture
def loads():
    """How often the routes were loaded."""
    return []


@pytest.fixture
def ask(loads):
    def load() -> list[Route]:
        loads.append(1)
        return [
            Route("/thee", lambda _: PlainTextResponse("alle thee")),
            Route("/thee", lambda _: PlainTextResponse("gezet"), methods=["POST"]),
            Route("/thee/{sort}", lambda request: PlainTextResponse(request.path_params["sort"])),
        ]

    app = Starlette(
        routes=[Later(["thee"], load), Route("/koffie", lambda _: PlainTextResponse("koffie"))], exception_handlers=problem_pages()
    )
    return lambda path, method="GET": asyncio.run(asked(app, path, method=method))


@pytest.mark.parametrize("path", ["/koffie", "/", "/theepot", "/x/thee", "/theepot/groen"])
def test_another_address_loads_nothing(ask, loads, path):
    ask(path)

    assert not loads


def test_the_first_who_asks_loads_them_once(ask, loads):
    assert [ask("/thee").text, ask("/thee/groen").text, ask("/thee", "POST").text] == ["alle thee", "groen", "gezet"]
    assert loads == [1]


@pytest.mark.parametrize(("path", "method", "status"), [("/thee/a/b", "GET", 404), ("/thee/groen", "POST", 405)])
def test_what_is_not_there_is_refused(ask, path, method, status):
    assert ask(path, method).status == status


def test_two_who_ask_at_once_get_the_same(loads):
    def load() -> list[Route]:
        sleep(0.05)
        loads.append(1)
        return []

    later = Later(["thee"], load)
    with ThreadPoolExecutor(4) as asking:
        got = [*asking.map(lambda _: later.routes, range(4))]

    assert loads == [1]
    assert all(each is got[0] for each in got)


def test_the_site_loads_what_nobody_asked_for(here, frontend):
    site = Site(here, frontend)
    later = [route for route in site.routes if isinstance(route, Later)]
    assert all(group._routes is None for group in later)

    site.load()

    assert all(group._routes for group in later)
    site.end()


def test_a_site_without_rooms_ends_as_well(here, frontend):
    Site(here, frontend).end()


def test_every_word_of_the_site_leads_somewhere(here, frontend):
    """And everything that is loaded later begins with one of its words: else nobody would ever get there."""
    later = [route for route in Site(here, frontend).routes if isinstance(route, Later)]

    for group in later:
        paths = {route.path.split("/")[1] for route in group.routes}
        assert {f"/{word}/" for word in paths} == set(group._beginnings)
