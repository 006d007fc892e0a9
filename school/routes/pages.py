"""The answer to every page address: the same small page, with the learner's cookie. What is on it comes later."""

from collections.abc import Callable, Collection

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from school.routes.compression import Packed
from school.routes.cookie import renew
from school.routes.plain import wrong_method

# Never from a cache and never 304: a page without its cookie leaves a person without identity, and after
# "Wis alles" the way back must not show a page that still believes in the old one.
NEVER_KEPT = {"cache-control": "no-store"}


class Pages:
    """Answers page addresses (`paths`) with the page in `packed`; everything else passes."""

    def __init__(self, app: ASGIApp, *, paths: Callable[[], Collection[str]], packed: Packed, secure: bool = False) -> None:
        self._app = app
        self._paths = paths
        self._packed = packed
        self._secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a page; passes what is none."""
        if scope["type"] != "http" or scope["path"] not in self._paths():
            await self._app(scope, receive, send)
            return
        await self._answer(Request(scope))(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return wrong_method(("GET", "HEAD"))
        response = self._packed.response(request.scope, "text/html", NEVER_KEPT)
        renew(request, response, secure=self._secure)
        return response
