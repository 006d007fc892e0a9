"""`python -m bench`: measures the course beside an empty script and prints one table."""

import argparse
import asyncio
import json
import os
import platform
import tempfile
from collections.abc import Awaitable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from bench import server
from bench.cold import measure_cold
from bench.first_load import measure_first_load
from bench.learner import give_past, spots
from bench.load import measure_floor, measure_load
from bench.reruns import WARM_UP, Places, measure_reruns, people_in
from bench.room import CODE, allow_files, measure_room
from bench.room_page import measure_room_page
from bench.server import Server, serving
from bench.soak import measure_soak
from bench.table import Row, table
from bench.teams import measure_teams
from school.content import Course
from school.identity import learner_id, new_token
from school.loading import Library
from school.store import Store

BESIDE_EMPTY = ("reruns", "first-load", "load")
"""Measured on one server with an empty one beside it."""
PARTS = (*BESIDE_EMPTY, "cold", "room")
ONLY_WHEN_ASKED = ("teams",)
"""It fills two databases with a million answers each."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, *ONLY_WHEN_ASKED, []], help="only these (default: all but teams)")
    parser.add_argument("--rounds", type=int, default=150, help="reruns of each page (150)")
    parser.add_argument("--starts", type=int, default=5, help="cold starts (5)")
    parser.add_argument("--learners", type=int, default=200, help="learners at once (200)")
    parser.add_argument("--seconds", type=float, default=20, help="how long they are measured (20)")
    parser.add_argument("--phones", type=int, default=2000, help="phones in one room (2000)")
    parser.add_argument("--answers", type=int, default=1_000_000, help="answers in the large store of teams (1000000)")
    parser.add_argument("--soak", type=int, default=0, metavar="N", help="also N reruns of a page with charts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    return parser.parse_args()


class Bench:
    """One run: a database with one learner in it, and the servers on it."""

    def __init__(self, folder: Path, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._parts = arguments.parts or PARTS
        self._database = folder / "school.db"
        self._commands = {"course": server.course(self._database), "empty": server.empty(folder / "empty")}
        self._bare = server.empty(folder / "bare", server.BARE)
        self._course = _course()
        self._store = Store(f"sqlite:///{self._database}")

    async def run(self) -> list[Row]:
        """All parts that were asked for."""
        self._store.migrate()
        rows: list[Row] = []
        if "cold" in self._parts:
            rows += await measure_cold(self._commands, self._arguments.starts)
        if "teams" in self._parts:
            rows += await measure_teams(self._course, self._arguments.answers)
        if "room" in self._parts:
            rows += await self._measure_room(self._arguments.phones)
        if self._arguments.soak or set(self._parts) & set(BESIDE_EMPTY):
            with serving(self._commands["course"]) as course, serving(self._commands["empty"]) as empty, serving(self._bare) as bare:
                rows += await self._measure(course, empty, bare)
        self._store.close()
        return rows

    def _learner(self) -> str:
        """The cookie of somebody with a past."""
        cookie = new_token()
        learner = learner_id(cookie)
        assert learner is not None
        give_past(self._store, self._course, learner)
        return cookie

    async def _measure_room(self, phones: int) -> list[Row]:
        """On a server of its own, so that its memory is that of the room."""
        allow_files(phones)
        with serving(self._commands["course"]) as course:
            rows = await measure_room(course, self._store, self._course, phones)
            return [*rows, *await measure_room_page(f"{course.base}/zaal/{CODE}")]

    async def _measure(self, course: Server, empty: Server, bare: Server) -> list[Row]:
        arguments, where, rows = self._arguments, spots(self._course), []
        if "first-load" in self._parts:
            pages = {"home": f"{course.base}/", "lesson step": f"{course.base}{where.lesson}"}
            rows += await measure_first_load(pages, empty.base)
        if "reruns" in self._parts:
            people = [self._learner() for _ in range(people_in(where))]
            places = Places(course.base, empty.base, bare.base, people, where)
            rows += await self._checked(measure_reruns(places, arguments.rounds), 2 * (arguments.rounds + WARM_UP))
        if "load" in self._parts:
            rows += await self._measure_load(course, bare)
        if arguments.soak:
            rows += await measure_soak(course, self._learner(), arguments.soak)
        return rows

    async def _checked(self, measuring: Awaitable[list[Row]], given: int) -> list[Row]:
        """What was measured, and whether every answer that was given meanwhile is in the database."""
        before = self._store.counts()["answers"]
        rows = await measuring
        return [*rows, _lost("reruns", given, self._store.counts()["answers"] - before)]

    async def _measure_load(self, course: Server, bare: Server) -> list[Row]:
        steps = [f"/{step.module}?stap={step.id}" for step in self._course.steps() if step.module != self._course.modules[0].id]
        before = self._store.counts()["answers"]
        rows, given = await measure_load(course, steps, self._arguments.learners, self._arguments.seconds)
        stored = self._store.counts()["answers"] - before
        floor = await measure_floor(bare, self._arguments.learners, self._arguments.seconds)
        return [*floor, *rows, _lost("load", given, stored)]


def _lost(part: str, given: int, stored: int) -> Row:
    return Row(f"{part}, answers given but not stored", max(given - stored, 0), "", 0, f"{given} given, {stored} stored")


def _course() -> Course:
    return Library(server.ROOT, today=lambda: datetime.now(UTC).date()).course


def _write(file: Path, rows: list[Row]) -> None:
    machine = {"cores": os.cpu_count(), "load": os.getloadavg(), "python": platform.python_version()}
    figures = [{**asdict(row), "verdict": row.verdict} for row in rows]
    file.write_text(json.dumps({"at": datetime.now(UTC).isoformat(), "machine": machine, "figures": figures}, indent=1))


def main() -> None:
    """Measures, prints, writes."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(Bench(Path(folder), arguments).run())
    print(table(rows))
    if arguments.json:
        _write(arguments.json, rows)


if __name__ == "__main__":
    main()
