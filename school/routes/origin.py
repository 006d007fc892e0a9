"""Whether a form was sent by a page of our own. The cookie alone proves nothing: another site can send a form too."""

from collections.abc import Awaitable, Callable
from functools import wraps
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from school.routes.plain import refused

Endpoint = Callable[[Request], Awaitable[Response]]


def from_ourselves(request: Request, public_url: str | None) -> bool:
    """Whether the browser says that the request began on our own pages; a browser that says nothing is not believed."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site == "same-origin"
    if origin is None:
        return False
    ours = {request.headers.get("host", ""), urlsplit(public_url or "").netloc} - {""}
    return urlsplit(origin).netloc in ours


def own_posts_only(endpoint: Callable[[Request], Response], *, public_url: str | None) -> Endpoint:
    """The endpoint, in a thread since it may wait for the store; a post from elsewhere is refused before it."""

    @wraps(endpoint)
    async def guarded(request: Request) -> Response:
        if request.method == "POST" and not from_ourselves(request, public_url):
            return refused()
        return await run_in_threadpool(endpoint, request)

    return guarded
