"""How soon what a page says is sent. Streamlit gathers messages and sends them in rounds, with a rest of 5 ms in between.

For a handful of people that rest is most of what a click takes; with hundreds in one process a round costs something for each
of them, and then the rest is worth having.
"""

from types import ModuleType

from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import runtime

REST = "MESSAGE_FLUSH_INTERVAL_SECS"
"""What Streamlit calls it, in seconds (docs/decisions/0004-speed.md)."""
PEOPLE_PER_MS = 200


def rest(people: int, most: float) -> float:
    """Seconds between two rounds with so many people connected: none for a few, and never more than `most`."""
    return min(most, people // PEOPLE_PER_MS / 1000)


class Pace:
    """Counts who is connected, and has Streamlit rest accordingly; a Streamlit that is built otherwise is left alone."""

    def __init__(self, app: ASGIApp, streamlit: ModuleType = runtime) -> None:
        self._app = app
        self._streamlit = streamlit
        most = getattr(streamlit, REST, None)
        self._most = most if isinstance(most, float) else None
        self._people = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Everything passes; of a page that is open we keep count."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        self._count(1)
        try:
            await self._app(scope, receive, send)
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        self._people += change
        if self._most is not None:
            setattr(self._streamlit, REST, rest(self._people, self._most))
