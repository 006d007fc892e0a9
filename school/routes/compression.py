"""Text compressed once and kept; what changes on every request is compressed by Streamlit's own layer, not here."""

import gzip
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

TEXT = frozenset({".css", ".js", ".json", ".svg"})
FOREVER = "public, max-age=31536000, immutable"
SMALLEST = 500
"""Bytes; compressing less than this gains nothing."""


@dataclass(frozen=True)
class Packed:
    """A body as it is, and the same body compressed with gzip."""

    plain: bytes
    gzipped: bytes

    def response(self, scope: Scope, media_type: str, headers: dict[str, str]) -> Response:
        """The form this browser can read."""
        small = accepts_gzip(scope) and len(self.gzipped) < len(self.plain)
        coding = {"content-encoding": "gzip"} if small else {}
        body = self.gzipped if small else self.plain
        return Response(body, media_type=media_type, headers={**headers, **coding, "vary": "Accept-Encoding"})


def pack(body: bytes) -> Packed:
    """Compresses as well as gzip can; without a time in it, so that the same body always gives the same bytes."""
    return Packed(body, gzip.compress(body, 9, mtime=0))


def accepts_gzip(scope: Scope) -> bool:
    """Whether the browser said it can read gzip."""
    offered = Headers(scope=scope).get("accept-encoding", "")
    codings = (part.replace(" ", "").lower().partition(";") for part in offered.split(","))
    return any(name.strip() == "gzip" and weight not in ("q=0", "q=0.0") for name, _, weight in codings)


class Assets:
    """The text files of Streamlit's frontend, under the addresses where a page asks for them; packed when first asked."""

    def __init__(self, root: Path, *, at: str) -> None:
        self._files = {f"{at}/{path.relative_to(root).as_posix()}": path for path in _texts(root)}
        self._packed: dict[str, Packed] = {}

    def __contains__(self, address: str) -> bool:
        return address in self._files

    async def packed(self, address: str) -> Packed:
        """A file, ready to be sent; the first time it is compressed, in a thread."""
        packed = self._packed.get(address)
        return packed if packed is not None else await run_in_threadpool(self._pack, address)

    def warm(self, page: str) -> None:
        """Packs what a page names, so that the first visitor does not wait for it."""
        for address in self._files:
            if address in page:
                self._pack(address)

    def _pack(self, address: str) -> Packed:
        # Two requests at once may both compress; the outcome is the same, and a lock would keep the others waiting.
        packed = self._packed[address] = pack(self._files[address].read_bytes())
        return packed


class CompressedAssets:
    """Answers the files of Streamlit's frontend, whose names hold a hash, from memory. Everything else passes.

    Streamlit sends them uncompressed: 1.5 MB more for a first page.
    """

    def __init__(self, app: ASGIApp, *, assets: Assets) -> None:
        self._app = app
        self._assets = assets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a file of the frontend; passes what is no such file."""
        asked = scope["path"] if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else ""
        if asked not in self._assets or not accepts_gzip(scope):
            await self._app(scope, receive, send)
            return
        packed = await self._assets.packed(asked)
        media_type = mimetypes.guess_type(asked)[0] or "application/octet-stream"
        await packed.response(scope, media_type, {"cache-control": FOREVER})(scope, receive, send)


def _texts(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.suffix in TEXT and path.stat().st_size >= SMALLEST]
