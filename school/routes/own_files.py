"""`/school/NAME`: our own script, style, fonts and icon, kept in memory. A fixed list, so no path can be asked for."""

import hashlib
import mimetypes
from collections.abc import Iterable
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school.routes.compression import FOREVER, TEXT, Packed, pack

mimetypes.add_type("font/woff2", ".woff2")
SERVED = frozenset({".css", ".js", ".png", ".svg", ".woff2"})
A_WEEK = "public, max-age=604800"


class OwnFiles:
    """The files of ours that a browser may ask for, by name."""

    def __init__(self, folders: Iterable[Path]) -> None:
        files = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in SERVED]
        self._packed = {path.name: _packed(path) for path in files}
        self._marks = {name: hashlib.sha256(each.plain).hexdigest()[:12] for name, each in self._packed.items()}

    def address(self, name: str) -> str:
        """The address of a file, with a mark that changes when the file does; so it may be kept forever."""
        return f"/school/{name}?v={self._marks[name]}"

    def routes(self) -> list[BaseRoute]:
        """`/school/NAME`."""
        return [Route("/school/{name}", self._answer)]

    async def _answer(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._packed:
            raise HTTPException(404)
        mark = self._marks[name]
        tag = f'W/"{mark}"'
        headers = {"cache-control": FOREVER if request.query_params.get("v") == mark else A_WEEK, "etag": tag}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return self._packed[name].response(request.scope, media_type, headers)


def _packed(path: Path) -> Packed:
    body = path.read_bytes()
    return pack(body) if path.suffix in TEXT else Packed(body, body)
