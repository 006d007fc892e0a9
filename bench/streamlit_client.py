"""A small client that speaks Streamlit's websocket as a browser tab does. It draws nothing."""

import asyncio
import json
import socket
import struct
import sys
import time
from typing import Self
from urllib.parse import urlsplit

import aiohttp
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.page import Page, Run

PATIENCE = 60.0
"""Seconds to wait for a run to finish."""
RECEIVED_AT = 128
"""Where the bytes received stand in Linux's `struct tcp_info`."""


def browser() -> aiohttp.ClientSession:
    """A fresh browser profile: its own cookies."""
    jar = aiohttp.CookieJar(unsafe=True, quote_cookie=False)  # unsafe: keeps cookies of an IP address too
    return aiohttp.ClientSession(cookie_jar=jar, connector=aiohttp.TCPConnector(limit=0))


class Tab:
    """One tab of a browser. Opening, clicking and choosing give the `Run` that followed."""

    def __init__(self, http: aiohttp.ClientSession, base: str) -> None:
        self.page = Page()
        self._http, self._base = http, base
        self._socket: aiohttp.ClientWebSocketResponse | None = None

    async def __aenter__(self) -> Self:
        """Nothing to prepare; leaving closes the connection."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Closes the connection."""
        if self._socket:
            await self._socket.close()

    async def open(self, address: str = "/") -> Run:
        """Goes to an address, such as '/hechting?stap=still-face'; the time is that of everything up to the page drawn."""
        began = time.perf_counter()
        path, _, self.page.query = address.partition("?")
        await self._get(path)
        await asyncio.gather(self._get("/_stcore/health"), self._get("/_stcore/host-config"))
        await self._connect()
        run = await self._ask(page_name=path.strip("/"))
        run.ms = (time.perf_counter() - began) * 1e3
        return run

    async def rerun(self) -> Run:
        """The whole page again."""
        return await self._ask()

    async def click(self, key: str) -> Run:
        """Presses the button whose key begins with `key`."""
        button, fragment = self.page.find("button", key)
        return await self._ask(fragment=fragment, pressed=WidgetState(id=button.id, trigger_value=True))

    async def choose(self, key: str, place: int) -> Run | None:
        """Chooses an option of the radio whose key begins with `key`; no run when that waits for a button."""
        radio, fragment = self.page.find("radio", key)
        chosen = WidgetState(id=radio.id, string_value=radio.options[place % len(radio.options)])
        self.page.values[radio.id] = chosen
        return None if radio.ignore_rerun else await self._ask(fragment=fragment)

    def told(self, key: str) -> dict[str, object]:
        """What the widget of our own whose key begins with `key` was told to draw."""
        widget, _ = self.page.find("bidi_component", key)
        return dict(json.loads(widget.json)[0])

    async def lay(self, key: str, placed: object) -> Run:
        """Lays something in the widget of our own whose key begins with `key`."""
        widget, fragment = self.page.find("bidi_component", key)
        self.page.values[widget.id] = WidgetState(id=widget.id, json_value=json.dumps({"placed": placed}))
        return await self._ask(fragment=fragment)

    async def _get(self, path: str) -> None:
        async with self._http.get(self._base + path) as response:
            response.raise_for_status()
            await response.read()

    async def _connect(self) -> None:
        parts = urlsplit(self._base)
        xsrf = next((c.value for c in self._http.cookie_jar if c.key == "_streamlit_xsrf"), "PLACEHOLDER_AUTH_TOKEN")
        self._socket = await self._http.ws_connect(
            f"ws://{parts.netloc}/_stcore/stream",
            origin=self._base,
            max_msg_size=0,
            compress=15,
            headers={"Sec-WebSocket-Protocol": f"streamlit, {xsrf}"},
        )

    async def _ask(self, *, fragment: str = "", page_name: str = "", pressed: WidgetState | None = None) -> Run:
        """Asks for a run and waits until it is finished."""
        assert self._socket is not None
        run, before, began = Run(), self._received(), time.perf_counter()
        await self._socket.send_bytes(self._request(fragment, page_name, pressed))
        try:
            async with asyncio.timeout(PATIENCE):
                while not self.page.take(await self._socket.receive_bytes(), run):
                    pass
        except (TimeoutError, TypeError, KeyError) as problem:  # TypeError: the server closed the connection
            run.problem = f"{type(problem).__name__}: {problem}"
        run.ms = (time.perf_counter() - began) * 1e3
        after = self._received()
        run.wire = None if before is None or after is None else after - before
        return run

    def _request(self, fragment: str, page_name: str, pressed: WidgetState | None) -> bytes:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.fragment_id, state.page_name = self.page.query, fragment, page_name
        state.page_script_hash = self.page.hash
        state.cached_message_hashes.extend(self.page.hashes)
        state.widget_states.widgets.extend([*self.page.values.values(), *([pressed] if pressed else [])])
        context = state.context_info
        context.timezone, context.locale, context.url = "Europe/Amsterdam", "nl-NL", self._base
        return bytes(message.SerializeToString())

    def _received(self) -> int | None:
        """Bytes that came over the wire, as the kernel counts them; nothing where it does not."""
        connection = self._socket.get_extra_info("socket") if self._socket else None
        if connection is None or sys.platform != "linux":
            return None
        info = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, RECEIVED_AT + 8)
        return int(struct.unpack_from("=Q", info, RECEIVED_AT)[0])
