"""Forgetting, once a day, who has not been here for a long time (how long is a setting), and what was said in rooms."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.concurrency import run_in_threadpool

from school.retention import months_before
from school.routes.later import SETTLED
from school.runtime import Runtime
from school.store import UNREACHABLE

log = logging.getLogger(__name__)
A_DAY = 24 * 60 * 60.0
"""In seconds."""


@asynccontextmanager
async def daily_retention(here: Runtime, *, after_seconds: float = SETTLED, every_seconds: float = A_DAY) -> AsyncIterator[None]:
    """Forgets soon after the start and then every day, as long as the server runs."""
    task = asyncio.create_task(_forget_daily(here, after_seconds, every_seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _forget_daily(here: Runtime, after_seconds: float, every_seconds: float) -> None:
    await asyncio.sleep(after_seconds)
    while True:
        await run_in_threadpool(forget_idle, here)
        await run_in_threadpool(forget_rooms, here)
        await asyncio.sleep(every_seconds)


def forget_idle(here: Runtime) -> int:
    """Erases every learner without activity since the months we keep; how many. A store that is away waits a day."""
    before = months_before(here.now(), here.settings.keep_months)
    try:
        forgotten = here.store.erase_idle(before=before)
    except UNREACHABLE:
        log.warning("retention: the store cannot be reached, tried again tomorrow")
        return 0
    if forgotten:
        log.info("retention: %d learners without activity erased", forgotten)
    return forgotten


def forget_rooms(here: Runtime) -> None:
    """Forgets what rooms may not keep longer; a store that is away waits a day."""
    try:
        gone = here.store.rooms.forget(here.now())
    except UNREACHABLE:
        log.warning("retention: the store cannot be reached, rooms are looked at tomorrow")
        return
    if any((gone.closed, gone.texts, gone.anonymised)):
        log.info("retention: %d rooms closed, %d texts deleted, %d rooms made anonymous", gone.closed, gone.texts, gone.anonymised)
