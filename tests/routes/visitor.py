"""Talks to a real `st.App` as Streamlit's frontend does, in one event loop: starts it, opens a page, reads what comes."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from starlette.types import ASGIApp, Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.routes.asgi import http_scope

PATIENCE = 30  # seconds, before a test gives up on a server that does not answer


@asynccontextmanager
async def running(app: ASGIApp) -> AsyncIterator[None]:
    """The application between its start and its end."""
    to_app: asyncio.Queue[Message] = asyncio.Queue()
    from_app: asyncio.Queue[Message] = asyncio.Queue()
    task = asyncio.create_task(app({"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}, to_app.get, from_app.put))
    await to_app.put({"type": "lifespan.startup"})
    started = await asyncio.wait_for(from_app.get(), PATIENCE)
    assert started["type"] == "lifespan.startup.complete", started
    yield
    await to_app.put({"type": "lifespan.shutdown"})
    await asyncio.wait_for(task, PATIENCE)


async def visit(app: ASGIApp, page: str, *, headers: Mapping[str, str] | None = None) -> str:
    """Everything that a visitor who opens `page` gets to see, as text."""
    to_app: asyncio.Queue[Message] = asyncio.Queue()
    from_app: asyncio.Queue[Message] = asyncio.Queue()
    scope = {**http_scope("/_stcore/stream", "GET", headers or {}), "type": "websocket", "scheme": "ws", "subprotocols": ["streamlit"]}
    task = asyncio.create_task(app(scope, to_app.get, from_app.put))
    await to_app.put({"type": "websocket.connect"})
    accepted = await asyncio.wait_for(from_app.get(), PATIENCE)
    assert accepted["type"] == "websocket.accept", accepted
    ask = BackMsg()
    ask.rerun_script.page_name = page
    await to_app.put({"type": "websocket.receive", "bytes": ask.SerializeToString()})
    seen = await _read(from_app)
    await to_app.put({"type": "websocket.disconnect", "code": 1000})
    await asyncio.wait_for(task, PATIENCE)
    return seen


async def _read(from_app: asyncio.Queue[Message]) -> str:
    seen = []
    while True:
        message = await asyncio.wait_for(from_app.get(), PATIENCE)
        if message["type"] != "websocket.send":
            return "\n".join(seen)
        forward = ForwardMsg.FromString(message["bytes"])
        seen.append(str(forward))
        if forward.WhichOneof("type") == "script_finished":
            return "\n".join(seen)
