import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import OperationalError

from school.learning import Answer
from school.live import Question
from school.retention import months_before
from school.routes.retention import daily_retention, forget_idle, forget_rooms
from tests.routes.room import open_room


def at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "months", "before"),
    [
        (at(2026, 11, 22), 24, at(2024, 11, 22)),
        (at(2026, 3, 31), 1, at(2026, 2, 28)),
        (at(2024, 3, 31), 1, at(2024, 2, 29)),
        (at(2026, 1, 15), 1, at(2025, 12, 15)),
        (at(2026, 1, 15), 13, at(2024, 12, 15)),
    ],
)
def test_months_are_counted_on_the_calendar(moment, months, before):
    assert months_before(moment, months) == before


@pytest.fixture
def two_learners(store):
    for learner, moment in (("lang-weg", at(2024, 11, 21)), ("net-op-tijd", at(2024, 11, 23))):
        store.answer(learner, Answer(learner, "taak", "12345678", "waar", 1.0, moment))
    return store


def test_who_was_away_longer_than_we_keep_is_forgotten(here, two_learners):
    assert forget_idle(replace(here, now=lambda: at(2026, 11, 22))) == 1
    assert not two_learners.revision("lang-weg")
    assert two_learners.revision("net-op-tijd")


def test_the_server_forgets_soon_after_it_starts(here, two_learners):
    async def run_a_moment() -> None:
        async with daily_retention(replace(here, now=lambda: at(2026, 11, 22)), after_seconds=0):
            for _ in range(200):
                if not two_learners.revision("lang-weg"):
                    return
                await asyncio.sleep(0.01)

    asyncio.run(run_a_moment())

    assert not two_learners.revision("lang-weg")


def test_a_store_that_is_away_does_not_stop_the_server(here, store, monkeypatch):
    def away(*_: object, **__: object) -> None:
        raise OperationalError("", {}, Exception())

    monkeypatch.setattr(type(store), "erase_idle", away)

    assert forget_idle(here) == 0


def test_rooms_forget_with_the_rest_every_day(here, store, course):
    year_ago = replace(here, now=lambda: at(2025, 11, 1))
    open_room(store, opened=at(2025, 11, 1))
    store.rooms.ask(Question("v1", "zaal", "Van Jan", at(2025, 11, 1)), participant="an")
    forget_rooms(year_ago)
    assert store.rooms.questions("zaal")[0].text == "Van Jan"

    async def a_day():
        async with daily_retention(replace(here, now=lambda: at(2026, 11, 22)), after_seconds=0):
            while store.rooms.by_id("zaal").closed is None or store.rooms.questions("zaal")[0].text:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(a_day(), 20))


def test_a_store_that_is_away_is_asked_again_tomorrow(here, store, monkeypatch, caplog):
    def away(_):
        raise OperationalError("UPDATE", None, Exception("away"))

    monkeypatch.setattr(store.rooms, "forget", away)
    forget_rooms(here)
    assert "tomorrow" in caplog.text
