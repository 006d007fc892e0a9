"""What every answer tells the browser about safety: which scripts may run, who may be contacted. No page is made here."""

import base64
import hashlib
import re
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INLINE_SCRIPT = re.compile(r"<script>(?P<script>.*?)</script>", re.DOTALL)
COMPONENT = "/component/"
ENTRANCES = ("/sleutel/", "/teamblik/")
"""The address itself is the secret there, and must not be told to the next page."""
YOUTUBE = "https://www.youtube.com https://www.youtube-nocookie.com"
PICTURES = "https://i.ytimg.com https://*.ytimg.com"
_CLOSED = ("base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'")

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
}
# YouTube refuses to play for a page that does not say where it is; a component says the server's name, no more.
IN_COMPONENT = {**EVERYWHERE, "referrer-policy": "strict-origin-when-cross-origin"}


def script_hashes(page: str) -> list[str]:
    """The scripts inside a page, as a policy names them."""
    found = INLINE_SCRIPT.finditer(page)
    digests = (hashlib.sha256(script["script"].encode()).digest() for script in found)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def page_policy(hashes: Iterable[str]) -> str:
    """Everything from our own address only; `blob:` is for components, wasm for Streamlit's tables."""
    return _policy(
        "default-src 'none'",
        f"script-src 'self' {' '.join(hashes)} blob: 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self'",
        "frame-src 'self'",
        "manifest-src 'self'",
        *_CLOSED,
    )


def component_policy(hashes: Iterable[str]) -> str:
    """For the frame of a film only: there, after a person asked for it, YouTube may be contacted."""
    return _policy(
        "default-src 'none'",
        f"script-src 'self' {' '.join(hashes)} {YOUTUBE}",
        "style-src 'self' 'unsafe-inline'",
        "connect-src 'self'",
        f"img-src 'self' data: {PICTURES}",
        "font-src 'self' data:",
        "media-src 'self' blob:",
        f"frame-src 'self' {YOUTUBE}",
        *_CLOSED,
    )


def _policy(*parts: str) -> str:
    return "; ".join(parts)


class SafetyHeaders:
    """Adds the headers to every answer, in place of what others set under the same names."""

    def __init__(self, app: ASGIApp, *, page: str, component: str, secure: bool = False) -> None:
        self._app = app
        https = {"strict-transport-security": "max-age=31536000"} if secure else {}
        self._page = {**EVERYWHERE, **https, "content-security-policy": page}
        self._entrance = {**self._page, "referrer-policy": "no-referrer"}
        self._component = {**IN_COMPONENT, **https, "content-security-policy": component}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request, and adds headers to the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        chosen = self._headers(scope["path"])

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(chosen)
            await send(message)

        await self._app(scope, receive, with_headers)

    def _headers(self, path: str) -> dict[str, str]:
        if path.startswith(COMPONENT):
            return self._component
        return self._entrance if path.startswith(ENTRANCES) else self._page
