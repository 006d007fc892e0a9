"""Asks an ASGI application one thing at a time, without a server, a socket or a browser."""

import asyncio
import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Scope


@dataclass
class Reply:
    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""

    @property
    def text(self) -> str:
        zipped = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if zipped else self.body).decode()

    @property
    def cookies(self) -> SimpleCookie:
        return SimpleCookie("; ".join(self.headers.getlist("set-cookie")))


def ask(app: ASGIApp, address: str, *, method: str = "GET", headers: Mapping[str, str] | None = None, body: bytes = b"") -> Reply:
    return asyncio.run(asked(app, address, method=method, headers=headers, body=body))


async def asked(app: ASGIApp, address: str, *, method: str = "GET", headers: Mapping[str, str] | None = None, body: bytes = b"") -> Reply:
    reply = Reply()

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            reply.status = message["status"]
            reply.headers = Headers(raw=message["headers"])
        else:
            reply.body += message.get("body", b"")

    await app(http_scope(address, method, headers or {}), receive, send)
    return reply


def http_scope(address: str, method: str, headers: Mapping[str, str]) -> Scope:
    path, _, query = address.partition("?")
    given = {"host": "cursus.test", **headers}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "client": ("127.0.0.1", 1),
        "server": ("cursus.test", 80),
    }
