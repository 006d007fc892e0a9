"""Streamlit hears the next request when the run of the one before has begun, and only what the browser will still have is named."""

import asyncio
from typing import TYPE_CHECKING, Self

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from school.ui.one_at_a_time import OneAtATime
from tests.test_kept_messages import finished, new_session, shown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

Message = dict[str, object]
LONG = 60.0
"""Seconds: nobody waits that long in these tests."""


class Line:
    """A browser on one side and Streamlit on the other; what Streamlit heard, in order."""

    def __init__(self, kind: str = "websocket", *, patience: float = LONG) -> None:
        self.heard: list[Message] = []
        self.told: list[Message] = []
        self.heard_two = asyncio.Event()
        self._kind, self._patience = kind, patience
        self._coming: asyncio.Queue[Message] = asyncio.Queue()
        self._send: Callable[[Message], Awaitable[None]] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(OneAtATime(self._streamlit, self._patience)({"type": self._kind}, self._coming.get, self._gets))
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()

    async def _streamlit(self, scope, receive, send) -> None:
        self._send = send
        while True:
            self.heard.append(await receive())
            if len(self.heard) == 2:
                self.heard_two.set()

    async def _gets(self, message: Message) -> None:
        self.told.append(message)

    async def asks(self, message: Message) -> None:
        """The browser says something, and everything that can happen then has happened."""
        self._coming.put_nowait(message)
        await self._settle()

    async def says(self, *messages: ForwardMsg) -> None:
        """Streamlit sends these."""
        assert self._send is not None
        for message in messages:
            await self._send({"type": "websocket.send", "bytes": message.SerializeToString()})
        await self._settle()

    async def _settle(self) -> None:
        for _ in range(20):
            await asyncio.sleep(0)


def request(query: str, *names: str, clock: bool = False) -> Message:
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.is_auto_rerun = clock
    message.rerun_script.cached_message_hashes.extend(names)
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def test_a_request_waits_until_the_run_of_the_one_before_has_begun() -> None:
    async def happens() -> None:
        async with Line() as line:
            press, leave = request("kijk=na"), request("weg")
            await line.asks(press)
            await line.asks(leave)
            assert line.heard == [press], "it would push the press aside"
            await line.says(finished(ForwardMsg.FINISHED_SUCCESSFULLY, "a"), shown("x", "a", known=False))
            assert line.heard == [press], "this is the end of an earlier run"
            await line.says(new_session())
            assert line.heard == [press, leave]

    asyncio.run(happens())


def test_who_presses_once_does_not_wait() -> None:
    async def happens() -> None:
        async with Line() as line:
            for place in range(3):
                await line.asks(request(str(place)))
                assert len(line.heard) == place + 1
                await line.says(new_session(), finished(ForwardMsg.FINISHED_SUCCESSFULLY, "a"))

    asyncio.run(happens())


def test_a_request_is_heard_as_well_when_the_one_before_has_no_run() -> None:
    async def happens() -> None:
        async with Line(patience=0.01) as line:
            gone, press = request("weg"), request("kijk=na")
            await line.asks(gone)
            await line.asks(press)
            await asyncio.wait_for(line.heard_two.wait(), LONG)
            assert line.heard == [gone, press]

    asyncio.run(happens())


def test_nobody_waits_for_a_clock() -> None:
    async def happens() -> None:
        async with Line() as line:
            tick, press = request("tik", clock=True), request("kijk=na")
            await line.asks(tick)
            await line.asks(press)
            assert line.heard == [tick, press]

    asyncio.run(happens())


def test_a_request_names_only_what_lasts_and_asks_the_same() -> None:
    async def happens() -> None:
        async with Line() as line:
            await line.says(shown("x", "a", known=False))
            await line.asks(request("stap=emdr", "x", "gone"))
            assert line.heard == [request("stap=emdr", "x")]
            assert [message["type"] for message in line.told] == ["websocket.send"]

    asyncio.run(happens())


@pytest.mark.parametrize("kind", ["websocket", "http"])
@pytest.mark.parametrize(
    "message",
    [
        {"type": "websocket.connect"},
        {"type": "websocket.receive", "text": "x", "bytes": None},
        {"type": "websocket.receive", "bytes": b"\xff\xff"},
        {"type": "websocket.receive", "bytes": BackMsg(stop_script=True).SerializeToString()},
        {"type": "websocket.disconnect", "code": 1001},
    ],
)
def test_anything_else_passes_at_once_and_as_it_is(message: Message, kind: str) -> None:
    async def happens() -> None:
        async with Line(kind) as line:
            if kind == "websocket":
                await line.asks(request("kijk=na"))  # still waiting for its run
            await line.asks(message)
            assert line.heard[-1] == message
            await line.says(ForwardMsg(heartbeat_ack=True))
            assert len(line.told) == 1

    asyncio.run(happens())
