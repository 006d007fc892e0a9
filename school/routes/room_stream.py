"""Server-sent events: `/zaal/CODE/stroom` for phones and `/zaal/CODE/puls` for big screens. As lean as can be, for thousands at once."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
BEGIN = b"retry: 2000\n\n"
"""Milliseconds until a browser that lost us comes back."""
ALIVE = b": nog hier\n\n"


class RoomStream(Response):
    """Sends events to one screen until it leaves; a nothing among them is sent as a sign of life."""

    media_type = "text/event-stream"

    def __init__(self, events: AsyncGenerator[bytes | None]) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self._events = events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  (ASGI calls it)
        """Streams; ends when the screen is gone."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        sending = asyncio.ensure_future(self._send(send))
        leaving = asyncio.ensure_future(_left(receive))
        try:
            await asyncio.wait((sending, leaving), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (sending, leaving):
                task.cancel()
                with suppress(asyncio.CancelledError, OSError):
                    await task

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.body", "body": BEGIN, "more_body": True})
        async with aclosing(self._events) as events:
            async for event in events:
                await send({"type": "http.response.body", "body": event or ALIVE, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
