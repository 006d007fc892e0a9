"""Cold start: from starting the process to the first page drawn, in turn with an empty script."""

import asyncio
import time
from collections.abc import Mapping
from statistics import median

import aiohttp

from bench.server import Command, Server, serving
from bench.streamlit_client import Tab, browser
from bench.table import Row

TIMES = 2.0
"""How much slower than an empty script (design, section 7)."""
PATIENCE = 60.0
GLANCE = 0.01
"""Seconds between two looks whether the server is there."""


async def measure_cold(commands: Mapping[str, Command], rounds: int) -> list[Row]:
    """`commands` are `course` and `empty`. The first round only warms the disk."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(-1, rounds):
        for name, command in commands.items():
            seconds = await _once(command)
            if number >= 0:
                taken[name].append(seconds)
    ours, empty = median(taken["course"]), median(taken["empty"])
    return [Row("cold start to first page", ours / empty, "x", TIMES, f"{ours:.2f} s, empty {empty:.2f} s, {rounds} rounds")]


async def _once(command: Command) -> float:
    """Seconds until the page was drawn."""
    began = time.perf_counter()
    with serving(command, wait=False) as server:
        async with browser() as http:
            await _until_healthy(http, server)
            async with Tab(http, server.base) as tab:
                run = await tab.open()
                if run.problem:
                    raise SystemExit(f"cold start: {run.problem}")
                return time.perf_counter() - began


async def _until_healthy(http: aiohttp.ClientSession, server: Server) -> None:
    async with asyncio.timeout(PATIENCE):
        while server.alive():
            try:
                async with http.get(f"{server.base}/_stcore/health") as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientConnectionError:
                pass
            await asyncio.sleep(GLANCE)
    raise SystemExit("cold start: the server ended by itself")
