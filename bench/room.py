"""One room full of phones and a big screen, one server process: how long an answer waits, how soon a slide is everywhere, what is lost."""

import asyncio
import json
import random
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlencode

import aiohttp

from bench.big_screen import BigScreen, big_screen, idle
from bench.server import Server
from bench.table import Row, percentile
from school import keys
from school.content import Course
from school.identity import new_token, participant_id
from school.live import Room, Round
from school.slides import slides_of
from school.store import Store
from school.tasks import Choice

CODE, ROOM, ROUND = "417417", "bench-zaal", "bench-ronde"
JOIN_PER_SECOND = 150
ANSWER_WITHIN = 10.0
"""Seconds in which everybody answers."""
ACK_MS, SLIDE_MS, MEGABYTES = 250.0, 1000.0, 300.0
IDLE_PERCENT = 3.0
ALONE, CROWDED = (4, 5, 6), (7, 8, 9)
"""Places in the running order to go to, each once."""
PATIENCE = 60.0


@dataclass
class Phone:
    """One phone: who it is, what it saw when, and what was acknowledged."""

    token: str = field(default_factory=new_token)
    seen: dict[int, float] = field(default_factory=dict)
    here: asyncio.Event = field(default_factory=asyncio.Event)
    acknowledged: str | None = None


@dataclass
class Hall:
    """All phones together, and what they saw."""

    base: str
    options: list[str]
    phones: list[Phone]
    waits: list[float] = field(default_factory=list)
    opens: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


async def measure_room(server: Server, store: Store, course: Course, phones: int) -> list[Row]:
    """The rows. The trainer steers through the store, as a page of another process would."""
    _open_room(store, course)
    key = keys.make_new(store, at=_now())
    async with big_screen(f"{server.base}/presenteren?zaal={CODE}&embed=true", key) as stage:
        alone = await _alone(server, store, stage) if stage else []
        return [*alone, *await _full(server, store, course, phones, stage)]


async def _alone(server: Server, store: Store, stage: BigScreen) -> list[Row]:
    """A big screen in an empty room."""
    followed = [await stage.follows(partial(_steer, store, place), to=place) for place in ALONE]
    busy = await idle(server)
    return [
        Row("big screen alone, new slide drawn", max(followed), "ms", SLIDE_MS, f"in Chromium, of {len(followed)} slides"),
        Row("big screen alone, server busy while nothing happens", 100 * busy, "% of a core", IDLE_PERCENT),
    ]


async def _full(server: Server, store: Store, course: Course, phones: int, stage: BigScreen | None) -> list[Row]:
    name, options = _question(course)
    hall = Hall(server.base, options, [Phone() for _ in range(phones)])
    connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=60)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as http:
        listening = [asyncio.create_task(_live(hall, http, phone, n / JOIN_PER_SECOND)) for n, phone in enumerate(hall.phones)]
        await asyncio.wait_for(asyncio.gather(*(phone.here.wait() for phone in hall.phones)), phones / JOIN_PER_SECOND + PATIENCE)
        asked = await _spread(hall, store, lambda: store.rooms.open_round(Round(ROUND, ROOM, name, _now())))
        cpu, own, began = server.cpu(), time.process_time(), time.perf_counter()
        await asyncio.gather(*(_answer(hall, http, phone) for phone in hall.phones))
        took = time.perf_counter() - began
        busy = f"server {(server.cpu() - cpu) / took:.0%}, this client {(time.process_time() - own) / took:.0%} of a core"
        full = server.megabytes()
        slides, drawn = [], []
        for place in CROWDED:
            began = 1e3 * time.time()
            slides.append(await _spread(hall, store, partial(_steer, store, place)))
            drawn += [await stage.drawn_at(place) - began] if stage else []
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    rows = _rows(hall, store, busy, asked, slides, max(full, server.megabytes()))
    if drawn:
        rows.append(
            Row(f"room {phones} phones, new slide on the big screen", max(drawn), "ms", SLIDE_MS, "drawn in Chromium, of three slides")
        )
    return rows


def _steer(store: Store, place: int) -> bool:
    return store.rooms.steer(ROOM, by="bench", now=_now(), at=place)


def _now() -> datetime:
    return datetime.now(UTC)


def _question(course: Course) -> tuple[str, list[str]]:
    return next((name, list(task.options)) for name, task in course.tasks.items() if isinstance(task, Choice))


def _open_room(store: Store, course: Course) -> None:
    order = tuple(slide.address for step in course.steps() for slide in slides_of(course, step))
    store.rooms.open(Room(ROOM, CODE, "Bench", order, _now()))


async def _live(hall: Hall, http: aiohttp.ClientSession, phone: Phone, wait: float) -> None:
    """Joins, and then listens until the end."""
    await asyncio.sleep(wait)
    cookie = {"cookie": f"leerling={phone.token}"}
    try:
        began = time.perf_counter()
        async with http.get(f"{hall.base}/zaal/{CODE}", headers=cookie) as page:
            await page.read()
            hall.opens.append(1e3 * (time.perf_counter() - began))
        async with http.get(f"{hall.base}/zaal/{CODE}/stroom", headers=cookie, timeout=aiohttp.ClientTimeout(None)) as stream:
            async for line in stream.content:
                if line.startswith(b"id: "):
                    phone.seen[int(line[4:])] = time.perf_counter()
                    phone.here.set()
    except (aiohttp.ClientError, OSError, ValueError) as problem:
        hall.problems.append(f"{type(problem).__name__}: {problem}")
        phone.here.set()


async def _spread(hall: Hall, store: Store, change: Callable[[], bool]) -> list[float]:
    """Makes a change; after how many ms each phone had it."""
    began = time.perf_counter()
    await asyncio.to_thread(change)
    pulse = await asyncio.to_thread(store.rooms.pulse, ROOM)
    assert pulse is not None
    until = time.perf_counter() + PATIENCE
    while not all(pulse.revision in phone.seen for phone in hall.phones) and time.perf_counter() < until:  # noqa: ASYNC110  (the phones say when; this waits for the last)
        await asyncio.sleep(0.05)
    return [1e3 * (phone.seen.get(pulse.revision, float("inf")) - began) for phone in hall.phones]


async def _answer(hall: Hall, http: aiohttp.ClientSession, phone: Phone) -> None:
    """Answers once; one in ten changes their mind, and the last answer must stand."""
    await asyncio.sleep(random.uniform(0, ANSWER_WITHIN * 0.9))
    for _ in range(2 if random.random() < 0.1 else 1):
        chosen = random.choice(hall.options)
        headers = {
            "cookie": f"leerling={phone.token}",
            "accept": "application/json",
            "sec-fetch-site": "same-origin",
            "content-type": "application/x-www-form-urlencoded",
        }
        body = urlencode({"ronde": ROUND, "antwoord": chosen, "doe": "antwoord"})
        began = time.perf_counter()
        try:
            async with http.post(f"{hall.base}/zaal/{CODE}/antwoord", data=body, headers=headers) as reply:
                told = json.loads(await reply.read())
                if reply.status == 200:
                    hall.waits.append(1e3 * (time.perf_counter() - began))
                    phone.acknowledged = chosen
                else:
                    hall.problems.append(f"{reply.status}: {told}")
        except (aiohttp.ClientError, OSError, ValueError) as problem:
            hall.problems.append(f"{type(problem).__name__}: {problem}")


def _rows(hall: Hall, store: Store, busy: str, asked: list[float], slides: list[list[float]], megabytes: float) -> list[Row]:
    people = len(hall.phones)
    stored = sum(ballot.count for ballot in store.rooms.ballots(ROUND))
    lost = sum(_lost(store, phone) for phone in hall.phones)
    given = sum(phone.acknowledged is not None for phone in hall.phones)
    kinds = "; ".join(sorted(set(hall.problems))[:3])
    every = [wait for slide in slides for wait in slide]
    what = f"room {people} phones"
    return [
        Row(f"{what}, answer acknowledged, p95", percentile(hall.waits, 0.95), "ms", ACK_MS, f"{len(hall.waits)} answers; {busy}"),
        Row(f"{what}, answer acknowledged, median", percentile(hall.waits, 0.5), "ms"),
        Row(f"{what}, opening the page, p95", percentile(hall.opens, 0.95), "ms"),
        Row(f"{what}, new slide on the last phone", max(every), "ms", SLIDE_MS, f"p95 {percentile(every, 0.95):.0f} ms, of three slides"),
        Row(f"{what}, new question on the last phone", max(asked), "ms", SLIDE_MS),
        Row(f"{what}, memory of the server", megabytes, "MB", MEGABYTES),
        Row(f"{what}, acknowledged but not stored as given", lost, "", 0, f"{given} phones acknowledged, {stored} stored"),
        Row(f"{what}, stored more than once", max(0, stored - given), "", 0),
        Row(f"{what}, errors", len(hall.problems), "", 0, kinds),
    ]


def _lost(store: Store, phone: Phone) -> bool:
    vote = store.rooms.votes_of(ROOM, participant_id(phone.token, ROOM)).get(ROUND)
    return phone.acknowledged is not None and (vote is None or vote.response != phone.acknowledged)


def allow_files(phones: int) -> None:
    """Lets this process, and every server it starts from here on, have two connections for each phone."""
    wanted = 3 * phones + 500
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
