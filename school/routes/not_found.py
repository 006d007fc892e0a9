"""Closes every address that is nothing: Streamlit itself would answer 200 with its own page. No page is answered here."""

from collections.abc import Callable, Collection, Sequence

from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from school.routes.later import Later
from school.routes.plain import not_found, wrong_method

STREAMLIT_FOLDERS = (
    "/_stcore/bidi-components/",
    "/_stcore/upload_file/",
    "/auth/",
    "/component/",
    "/media/",
    "/static/",
)
STREAMLIT_PATHS = frozenset({"/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/oauth2callback"})
"""What the frontend asks for. Figures for a monitor (metrics), the interface for programs (agent) and the rest stay shut."""


class KnownAddresses:
    """Answers 404, in Dutch, to every path that is no page (`paths`), no route of ours and none of Streamlit's."""

    def __init__(self, app: ASGIApp, *, paths: Callable[[], Collection[str]], routes: Sequence[BaseRoute] = ()) -> None:
        self._app = app
        self._paths = paths
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes what is known, and answers the rest."""
        if scope["type"] != "http" or self._known(scope):
            await self._app(scope, receive, send)
            return
        await self._answer(scope)(scope, receive, send)

    def _known(self, scope: Scope) -> bool:
        path: str = scope["path"]
        return (
            path.startswith(STREAMLIT_FOLDERS)
            or path in STREAMLIT_PATHS
            or path in self._paths()
            or path.rstrip("/") in self._paths()  # Streamlit sends those on to the address without a slash
            or any(route.matches(scope)[0] is Match.FULL for route in self._routes)
        )

    def _answer(self, scope: Scope) -> Response:
        # On every page but the first the frontend may look for its server under the page's own path before it looks
        # at the top; nobody reads that answer, so it is short.
        if "/_stcore/" in scope["path"]:
            return PlainTextResponse("", 404)
        # A route of ours that is asked with another method: left alone, Streamlit would answer it with its page.
        allowed = {method for route in self._routes for method in _methods(route, scope)}
        return wrong_method(sorted(allowed)) if allowed else not_found()


def _methods(route: BaseRoute, scope: Scope) -> Collection[str]:
    if route.matches(scope)[0] is not Match.PARTIAL:
        return ()
    if isinstance(route, Later):
        return {method for each in route.routes for method in _methods(each, scope)}
    return (route.methods or ()) if isinstance(route, Route) else ()
