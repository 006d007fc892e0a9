"""What must be let go when the server is told to stop: streams that stay open would keep it waiting for ever."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@asynccontextmanager
async def let_go_when_told_to_stop(end: Callable[[], None]) -> AsyncIterator[None]:
    """Calls `end` in the loop as soon as a signal to stop comes, before the server itself acts on it.

    The server waits for its connections first and tells us only afterwards (the end of the lifespan), which is too late.
    """
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in SIGNALS} if _in_charge() else {}

    def told(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(end)
        handler = before[signal.Signals(number)]
        if callable(handler):
            handler(number, frame)

    for number, handler in before.items():
        if callable(handler):
            signal.signal(number, told)
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is told:
                signal.signal(number, handler)


def _in_charge() -> bool:
    """Only the main thread may say what a signal does."""
    return threading.current_thread() is threading.main_thread()
