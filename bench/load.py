"""Many learners at once, who read, think, answer and go on: how long they wait, and whether anything is lost."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp

from bench.page import Run
from bench.server import Server
from bench.streamlit_client import Tab, browser
from bench.table import Row, percentile

THINK = (2.0, 6.0)
"""Seconds between two clicks of one learner."""
P95_MS = 100.0
NEXT = "way:on:"
OPENED_PER_SECOND = 15


Follow = Callable[[Tab, "Crowd"], Awaitable[None]]
"""What a learner does on a page that was opened."""


@dataclass
class Crowd:
    """What all learners together saw."""

    addresses: list[str]
    follow: Follow
    reruns: list[float] = field(default_factory=list)
    opens: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    answers: int = 0
    counting: bool = False
    over: bool = False

    def saw(self, run: Run, *, opening: bool = False) -> None:
        """Keeps a run; before counting only its problem."""
        if self.over:
            return  # tabs are being closed
        if run.problem:
            self.problems.append(run.problem)
        elif opening:
            self.opens.append(run.ms)
        elif self.counting:
            self.reruns.append(run.ms)


async def measure_load(server: Server, addresses: list[str], learners: int, seconds: float) -> tuple[list[Row], int]:
    """The rows, and how many answers were given."""
    crowd, used = await _watch(server, Crowd(addresses, _follow), learners, seconds)
    kinds = "; ".join(sorted(set(crowd.problems))[:3])
    rows = [
        Row(f"load {learners} learners, p95", percentile(crowd.reruns, 0.95), "ms", P95_MS, used),
        Row(f"load {learners} learners, median", percentile(crowd.reruns, 0.5), "ms"),
        Row(f"load {learners} learners, opening a page, p95", percentile(crowd.opens, 0.95), "ms"),
        Row(f"load {learners} learners, errors", len(crowd.problems), "", 0, kinds),
    ]
    return rows, crowd.answers


async def measure_floor(bare: Server, learners: int, seconds: float) -> list[Row]:
    """As many learners who only see the bare page again and again: what Streamlit costs without us."""
    crowd, used = await _watch(bare, Crowd(["/"], _see_again), learners, seconds)
    return [Row(f"load {learners} on the bare page, p95", percentile(crowd.reruns, 0.95), "ms", None, used)]


async def _watch(server: Server, crowd: Crowd, learners: int, seconds: float) -> tuple[Crowd, str]:
    """What they saw, and what it took. Learners come in one by one and are counted when all are there."""
    here = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(_learner(server.base, crowd, number / OPENED_PER_SECOND, here)) for number in range(learners)]
    for _ in tasks:
        await here.acquire()
    await asyncio.sleep(THINK[1])
    crowd.counting, cpu, own, began = True, server.cpu(), time.process_time(), time.perf_counter()
    await asyncio.sleep(seconds)
    took = time.perf_counter() - began
    used, own = server.cpu() - cpu, time.process_time() - own
    crowd.counting, crowd.over = False, True
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    done = len(crowd.reruns)
    if not done:
        raise SystemExit(f"load: nobody could go on; {crowd.problems[:3]}")
    served = f"{done / took:.0f} reruns/s, {1e3 * used / done:.1f} ms of processor each"
    return crowd, f"{served}; server {used / took:.0%}, this client {own / took:.0%} of a core"


async def _learner(base: str, crowd: Crowd, wait: float, here: asyncio.Semaphore) -> None:
    """One learner, until the measuring is over: a module, step by step, and then another."""
    await asyncio.sleep(wait)
    arrived = False
    while True:
        try:
            async with browser() as http, Tab(http, base) as tab:
                crowd.saw(await tab.open(random.choice(crowd.addresses)), opening=True)
                if not arrived:
                    arrived = True
                    here.release()
                await crowd.follow(tab, crowd)
        except (aiohttp.ClientError, OSError, LookupError) as problem:
            crowd.problems.append(f"{type(problem).__name__}: {problem}")
        await asyncio.sleep(random.uniform(*THINK))


async def _follow(tab: Tab, crowd: Crowd) -> None:
    """Answers when there is something to choose, else goes on, until there is no next step."""
    answered = False
    while tab.page.has("button", NEXT):
        await asyncio.sleep(random.uniform(*THINK))
        if not answered and tab.page.has("radio", "exercise:") and tab.page.has("button", "check:"):
            # Shielded: an answer that is under way when time is up must still be counted as given.
            answered = await asyncio.shield(_answer(tab, crowd))
        else:
            answered = False
            crowd.saw(await tab.click(NEXT))


async def _answer(tab: Tab, crowd: Crowd) -> bool:
    """The first choice on the page; done when that is so whatever came of it."""
    radio, _ = tab.page.find("radio", "exercise:")
    name = radio.id.rpartition("-exercise:")[2].split(":")[0]
    await tab.choose(f"exercise:{name}:", random.randrange(8))
    run = await tab.click(f"check:{name}")
    crowd.answers += not run.problem
    crowd.saw(run)
    return True


async def _see_again(tab: Tab, crowd: Crowd) -> None:
    while True:
        await asyncio.sleep(random.uniform(*THINK))
        crowd.saw(await tab.rerun())
