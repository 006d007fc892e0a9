"""The layer around Streamlit that hands it what browsers ask, one request at a time, and naming only what they will still have.

Streamlit forgets a press that waits for its run when another request comes: together with a change of page it does nothing at all. So
the next request is handed over when the run of the one before has begun; then what was pressed is done whole
(`whole_callbacks`). Somebody who presses once never waits. See docs/decisions/0007-saving.md.
"""

import asyncio
from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from school.ui.kept_messages import Kept

PATIENCE = 2.0
"""Seconds that a request waits for the run of the one before. There may be none: of a press in what was just taken away."""


class OneAtATime:
    """Reads along with every page that is open."""

    def __init__(self, app: ASGIApp, patience: float = PATIENCE) -> None:
        self._app = app
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Everything passes, in the same order."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        page = _Page(self._patience)

        async def tell(message: Message) -> None:
            if message["type"] == "websocket.send" and message.get("bytes"):
                page.is_told(message["bytes"])
            await send(message)

        async def hear() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes"):
                return {**message, "bytes": await page.asks(message["bytes"])}
            return message

        await self._app(scope, hear, tell)


class _Page:
    """One page that is open, with its line to the server."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._kept = Kept()
        self._begun = asyncio.Event()
        self._begun.set()

    def is_told(self, data: bytes) -> None:
        message = ForwardMsg.FromString(data)
        self._kept.sent(message)
        if message.WhichOneof("type") == "new_session":
            self._begun.set()

    async def asks(self, data: bytes) -> bytes:
        """What the server gets to hear, when it is time for it."""
        message = _request(data)
        if message is None:
            return data
        if not self._begun.is_set():
            with suppress(TimeoutError):  # then it is heard late, but it is heard
                await asyncio.wait_for(self._begun.wait(), self._patience)
        if not message.rerun_script.is_auto_rerun:  # a clock that ticks is nobody's press
            self._begun.clear()
        named = message.rerun_script.cached_message_hashes
        lasting = self._kept.asked(named)
        if len(lasting) == len(named):
            return data
        del named[:]
        named.extend(lasting)
        return bytes(message.SerializeToString())


def _request(data: bytes) -> BackMsg | None:
    """A request for a run; anything else is none of ours, and what is no message at all is for Streamlit to refuse."""
    try:
        message = BackMsg.FromString(data)
    except DecodeError:
        return None
    return message if message.WhichOneof("type") == "rerun_script" else None
