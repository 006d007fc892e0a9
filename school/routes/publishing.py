"""Making the figures of teams, beside the pages and never in them: a few times an hour, of teams where something happened."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.concurrency import run_in_threadpool

from school.routes.later import SETTLED
from school.runtime import Runtime
from school.store import UNREACHABLE

log = logging.getLogger(__name__)
TEN_MINUTES = 600.0
"""In seconds. How often does not matter to anybody's privacy: see docs/decisions/0017-team-figures.md."""


@asynccontextmanager
async def regular_publishing(here: Runtime, *, after_seconds: float = SETTLED, every_seconds: float = TEN_MINUTES) -> AsyncIterator[None]:
    """Publishes soon after the start and then regularly, as long as the server runs."""
    task = asyncio.create_task(_publish_regularly(here, after_seconds, every_seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _publish_regularly(here: Runtime, after_seconds: float, every_seconds: float) -> None:
    await asyncio.sleep(after_seconds)
    while True:
        await run_in_threadpool(publish_now, here)
        await asyncio.sleep(every_seconds)


def publish_now(here: Runtime) -> int:
    """Publishes what can be: of how many teams. A store that is away waits for the next time."""
    from school.publishing import Press  # noqa: PLC0415 - all about teams, which a start need not wait for

    try:
        press = Press(here.store, here.library.course, minimum=here.settings.min_group)
        made = press.publish_due(here.now())
        press.publish_everyone(here.now())
    except UNREACHABLE:
        log.warning("publishing: the store cannot be reached, tried again later")
        return 0
    return made
