"""Figures are made beside the pages: when the server starts, and then regularly."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy.exc import OperationalError

from school.learning import Answer
from school.routes.publishing import publish_now, regular_publishing
from tests.routes.conftest import NOW
from tests.store.teams import a_team, make


def _five_answer(store) -> None:
    team = make(store, a_team())
    for number in range(5):
        person = f"persoon-{number}"
        store.answer(person, Answer(person, "een-taak", "12345678", "waar", 1.0, NOW - timedelta(days=1)))
        store.teams.join(person, team.id, NOW - timedelta(days=1))


def test_what_five_people_did_is_published_once(here, store):
    _five_answer(store)

    assert publish_now(here) == 1
    assert store.teams.snapshot("team", "id-noord").periods["all"].people.started == 5
    assert publish_now(here) == 0


def test_the_server_publishes_soon_after_it_starts(here, store):
    _five_answer(store)

    async def run_a_moment() -> None:
        async with regular_publishing(here, after_seconds=0):
            for _ in range(300):
                if store.teams.snapshot("team", "id-noord"):
                    return
                await asyncio.sleep(0.01)

    asyncio.run(run_a_moment())

    assert store.teams.snapshot("team", "id-noord")


def test_four_people_are_too_few_to_say_anything(here, store):
    _five_answer(store)
    store.erase("persoon-0")

    publish_now(here)

    assert store.teams.snapshot("team", "id-noord") is None


def test_a_store_that_is_away_does_not_stop_the_server(here, store, monkeypatch):
    def away(*_: object, **__: object) -> None:
        raise OperationalError("", {}, Exception())

    monkeypatch.setattr(type(store.teams), "due", away)

    assert publish_now(replace(here)) == 0
