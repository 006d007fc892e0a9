"""Routes whose code is loaded when somebody first asks for one, so that a start need not wait for it."""

from collections.abc import Callable, Sequence
from threading import Lock

from starlette.routing import BaseRoute, Match, Router
from starlette.types import Receive, Scope, Send

SETTLED = 5.0
"""Seconds after the start; before that whoever comes first should not have to wait for work that is not for them."""


class Later(BaseRoute):
    """All routes of ours whose address begins with one of these words; `load` gives them, and is called once, from whatever thread."""

    def __init__(self, words: Sequence[str], load: Callable[[], Sequence[BaseRoute]]) -> None:
        self._beginnings = tuple(f"/{word}/" for word in words)
        self._load = load
        self._loading = Lock()
        self._routes: Sequence[BaseRoute] | None = None

    @property
    def routes(self) -> Sequence[BaseRoute]:
        """The routes themselves; loads them."""
        if self._routes is None:
            with self._loading:
                if self._routes is None:
                    self._routes = self._load()
        return self._routes

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """How well the best of them fits; what does not begin with our words loads nothing."""
        if scope["type"] != "http" or not f"{scope['path']}/".startswith(self._beginnings):
            return Match.NONE, {}
        found = [route.matches(scope)[0] for route in self.routes]
        return max(found, key=lambda match: match.value, default=Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers by the one that fits."""
        await Router(self.routes, redirect_slashes=False)(scope, receive, send)
