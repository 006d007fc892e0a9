"""`/zaal/CODE/stroom`: server-sent events. As lean as can be, for thousands at once: no task but the one that listens."""

import asyncio
from contextlib import aclosing, suppress

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from school.routes.room_feed import Channel

HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
BEGIN = b"retry: 2000\n\n"
"""Milliseconds until a browser that lost us comes back."""
ALIVE = b": nog hier\n\n"


class RoomStream(Response):
    """Sends every scene to one phone until it leaves; `have` is the revision it says it has."""

    media_type = "text/event-stream"

    def __init__(self, channel: Channel, have: int | None) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self._channel = channel
        self._have = have

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  (ASGI calls it)
        """Streams; ends when the phone is gone."""
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
        async with aclosing(self._channel.listen(self._have)) as scenes:
            async for scene in scenes:
                await send({"type": "http.response.body", "body": scene.event if scene else ALIVE, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
