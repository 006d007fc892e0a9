"""The stream of a room: every phone sees what the store says, whoever changed it, and a phone that comes back is up to date."""

import asyncio
import re
import signal
import threading

import pytest
from sqlalchemy.exc import OperationalError

from school.live import Question, Vote
from school.routes.leaving import let_go_when_told_to_stop
from school.routes.room_ballots import BallotBox
from school.routes.room_feed import Feed
from tests.routes.conftest import NOW
from tests.routes.room import CODE, Stream, ask_room, open_room

pytestmark = pytest.mark.thorough


@pytest.fixture
def room(store):
    return open_room(store)


def test_a_phone_gets_the_slide_at_once_and_every_change_after_it(app, room, store):
    async def watch():
        stream = Stream(app)
        first, page = await stream.next()
        assert "Water en thee" in page
        store.rooms.steer("zaal", by="een ander proces", now=NOW, at=1)
        second, page = await stream.next()
        assert second > first
        assert "Trekken en schenken" in page
        round_id = ask_room(store, "oefen-groen")
        _, page = await stream.next()
        assert round_id in page
        await stream.leave()

    asyncio.run(watch())


def test_a_phone_that_has_the_last_revision_is_not_sent_it_again(app, room, store):
    async def watch():
        for headers, path in (({"last-event-id": "1"}, ""), ({}, "?r=1")):
            stream = Stream(app, path=f"/zaal/{CODE}/stroom{path}", headers=headers)
            store.rooms.steer("zaal", by="a", now=NOW, at=1)
            revision, _ = await stream.next()
            assert revision > 1
            await stream.leave()
            store.rooms.steer("zaal", by="a", now=NOW, at=0)

    asyncio.run(watch())


@pytest.mark.parametrize("have", ["-1", "abc", "9" * 30, "1.5", "٣"])
def test_a_revision_that_is_none_is_ignored(app, room, have):
    async def watch():
        stream = Stream(app, path=f"/zaal/{CODE}/stroom?r={have}")
        assert (await stream.next())[0] == 1
        await stream.leave()

    asyncio.run(watch())


def test_what_others_may_not_see_wakes_nobody(app, room, store):
    async def watch():
        stream = Stream(app)
        await stream.next()
        store.rooms.ask(Question("v1", "zaal", "Geheim?", NOW), participant="an")
        store.rooms.vote(Vote("zaal", ask_room(store, "oefen-groen"), "an", "waar", NOW))
        _, page = await stream.next()  # the question of the trainer, and no event before it
        assert "oefen-groen" in page
        assert "Geheim" not in page
        await stream.leave()

    asyncio.run(watch())


def test_all_phones_share_one_reader_and_the_store_knows_how_many_listen(app, room, store):
    async def watch():
        streams = [Stream(app) for _ in range(7)]
        pages = {page for _, page in [await stream.next() for stream in streams]}
        assert len(pages) == 1
        store.rooms.steer("zaal", by="a", now=NOW, at=1)
        assert {re.search("<h1[^>]*>([^<]+)", (await stream.next())[1])[1] for stream in streams} == {"Trekken en schenken"}
        for stream in streams:
            await stream.leave()

    asyncio.run(watch())
    assert 1 <= store.rooms.phones("zaal", since=NOW) <= 7


def test_a_big_screen_hears_of_every_change_and_every_vote_and_is_no_phone(app, room, store):
    async def watch():
        stage = Stream(app, path=f"/zaal/{CODE}/puls")
        assert await stage.beat() == [1, 0]
        store.rooms.steer("zaal", by="a", now=NOW, film="speelt")
        assert await stage.beat() == [2, 0]
        round_id = ask_room(store, "oefen-groen")
        revision, _ = await stage.beat()
        assert revision > 2
        store.rooms.vote(Vote("zaal", round_id, "an", "waar", NOW))
        assert await stage.beat() == [revision, 1]
        await stage.leave()

    asyncio.run(watch())
    assert store.rooms.phones("zaal", since=NOW) == 0


def test_a_big_screen_that_idles_writes_nothing(app, room, store, monkeypatch):
    told = []
    attend = store.rooms.attend
    monkeypatch.setattr(store.rooms, "attend", lambda *given, **more: told.append(given) or attend(*given, **more))
    looks = threading.Semaphore(0)
    pulse = store.rooms.pulse
    monkeypatch.setattr(store.rooms, "pulse", lambda name: looks.release() or pulse(name))

    async def watch():
        stage = Stream(app, path=f"/zaal/{CODE}/puls")
        await stage.beat()
        for _ in range(5):
            assert await asyncio.to_thread(looks.acquire, timeout=20)
        await stage.leave()

    asyncio.run(watch())
    assert len(told) == 1


def test_a_store_that_is_away_costs_nobody_the_stream(here, room, store, monkeypatch):
    async def watch():
        channel = Feed(here).channel("zaal")
        scenes = channel.listen(None)
        first = await anext(scenes)
        real, failed = store.rooms.pulse, threading.Event()

        def away(_):
            failed.set()
            raise OperationalError("SELECT", None, Exception("away"))

        monkeypatch.setattr(store.rooms, "pulse", away)
        await asyncio.to_thread(failed.wait, 20)
        assert failed.is_set()
        monkeypatch.setattr(store.rooms, "pulse", real)
        store.rooms.steer("zaal", by="a", now=NOW, at=1)
        second = await asyncio.wait_for(anext(scenes), 20)
        assert b"Trekken en schenken" in second
        assert b"Trekken en schenken" not in first
        await scenes.aclose()

    asyncio.run(watch())


# Votes on their way


def a_vote(who):
    return Vote("zaal", "r", who, "a", NOW)


def test_votes_that_come_together_are_written_together_and_each_hears_of_its_own():
    written = []

    def store(batch):
        written.append([vote.participant for vote in batch])
        return [vote.participant != "p3" for vote in batch]

    async def vote():
        box = BallotBox(store)
        return await asyncio.gather(*(box.put(a_vote(f"p{n}")) for n in range(6)))

    assert asyncio.run(vote()) == [True, True, True, False, True, True]
    assert sorted(who for batch in written for who in batch) == [f"p{n}" for n in range(6)]
    assert len(written) < 6


def test_a_failing_store_is_told_to_everybody_in_the_batch_and_the_next_is_tried_again():
    fails = [True]

    def store(batch):
        if fails.pop() if fails else False:
            raise OperationalError("INSERT", None, Exception("away"))
        return [True] * len(batch)

    async def vote():
        box = BallotBox(store)
        first = await asyncio.gather(*(box.put(a_vote(f"p{n}")) for n in range(3)), return_exceptions=True)
        return first, await box.put(a_vote("later"))

    first, later = asyncio.run(vote())
    assert [type(each) for each in first] == [OperationalError] * 3
    assert later is True


def test_a_server_that_stops_lets_its_phones_go(here, room):
    async def stop():
        feed = Feed(here)
        scenes = feed.channel("zaal").listen(None)
        await anext(scenes)
        asyncio.get_running_loop().call_later(0.05, feed.end)
        return [scene async for scene in scenes]

    assert asyncio.run(asyncio.wait_for(stop(), 20)) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_stop_ends_the_streams_and_then_does_what_it_did(number):
    heard = []
    before = signal.signal(number, lambda *_: heard.append("the server"))

    async def told():
        ended = asyncio.Event()
        async with let_go_when_told_to_stop(ended.set):
            signal.raise_signal(number)
            await asyncio.wait_for(ended.wait(), 20)
        assert heard == ["the server"]
        signal.raise_signal(number)

    try:
        asyncio.run(told())
        assert heard == ["the server"] * 2
    finally:
        signal.signal(number, before)
