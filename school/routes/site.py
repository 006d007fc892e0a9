"""The server's own parts put together: which routes there are, and through which layers every request goes."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.middleware import Middleware

from school.addresses import page_paths
from school.routes.compression import Assets, CompressedAssets, pack
from school.routes.drawings import drawing_routes
from school.routes.erase import erase_routes
from school.routes.films import film_routes
from school.routes.handover import handover_routes
from school.routes.headers import SafetyHeaders, component_policy, page_policy, script_hashes
from school.routes.health import health_routes
from school.routes.keys import key_routes
from school.routes.later import Later
from school.routes.lead import lead_routes
from school.routes.not_found import KnownAddresses
from school.routes.own_files import OwnFiles
from school.routes.pages import Pages
from school.routes.shell import Dress, shell
from school.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.routing import BaseRoute

    from school.routes.room import RoomPages
    from school.runtime import Runtime

PAPERS = ("afdruk", "kaart", "certificaat", "verslag", "draaiboek")
"""What the addresses begin with of what can be printed or taken home."""

OWN_FOLDERS = (Path(__file__).parent / "files", ROOT / "static", ROOT / "static" / "drawings", ROOT / "school" / "ui" / "widgets")
HEADINGS = "/school/leeskamer-serif.woff2"
"""As it stands in .streamlit/config.toml; a preload under another address would load it twice."""


@dataclass(frozen=True)
class Frontend:
    """What Streamlit and its film player bring: the folder with `index.html`, and the page of the player."""

    folder: Path
    player: Path


class Site:
    """Our routes and layers around Streamlit, for one runtime."""

    def __init__(self, here: Runtime, frontend: Frontend, *, more: Sequence[BaseRoute] = ()) -> None:
        self._here = here
        self._frontend = frontend
        self._own = OwnFiles(OWN_FOLDERS)
        self._assets = Assets(frontend.folder / "static", at="/static")
        self._rooms: RoomPages | None = None
        self.routes: list[BaseRoute] = [
            *self._own.routes(),
            *health_routes(here),
            *erase_routes(here),
            *handover_routes(here),
            *key_routes(here),
            *lead_routes(here),
            *film_routes(here),
            *drawing_routes(here),
            Later(PAPERS, self._load_papers),
            Later(["deelnemen"], self._load_joining),
            Later(["zaal"], self._load_rooms),
            *more,
        ]

    def layers(self) -> list[Middleware]:
        """The layers, outermost first."""
        index = self._index()
        player = self._frontend.player.read_text(encoding="utf-8")
        secure = (self._here.settings.public_url or "").startswith("https:")
        policies = {"page": page_policy(script_hashes(index)), "component": component_policy(script_hashes(player))}
        return [
            Middleware(SafetyHeaders, **policies, secure=secure),
            Middleware(KnownAddresses, paths=self._paths, routes=self.routes),
            Middleware(CompressedAssets, assets=self._assets),
            Middleware(Pages, paths=self._paths, packed=pack(self._page(index).encode()), secure=secure),
        ]

    def warm(self) -> None:
        """Does beforehand what the first visitor would wait for: a quarter of a second of compressing."""
        self._assets.warm(self._index())

    def load(self) -> None:
        """Loads what nobody asked for yet, so that whoever asks first does not wait for it."""
        for route in self.routes:
            if isinstance(route, Later):
                route.routes  # noqa: B018  (reading it is what loads it)

    def end(self) -> None:
        """Lets go of every phone that listens, since this process stops."""
        if self._rooms is not None:
            self._rooms.end()

    # A first page needs none of this, and it would wait a tenth of a second for it.

    def _load_papers(self) -> list[BaseRoute]:
        from school.routes.papers import paper_routes  # noqa: PLC0415

        return paper_routes(self._here)

    def _load_joining(self) -> list[BaseRoute]:
        from school.routes.join import join_routes  # noqa: PLC0415

        return join_routes(self._here)

    def _load_rooms(self) -> list[BaseRoute]:
        from school.routes.room import RoomPages  # noqa: PLC0415

        self._rooms = RoomPages(self._here, self._own.address("room.js"))
        return self._rooms.routes()

    def _index(self) -> str:
        return (self._frontend.folder / "index.html").read_text(encoding="utf-8")

    def _page(self, index: str) -> str:
        about = self._here.library.course.about
        own = self._own.address
        scripts = (own("words.js"), own("arrival.js"), own("going.js"))
        return shell(index, Dress(about.title, about.subtitle, scripts, own("merk.png"), (HEADINGS,), own("course.css")))

    def _paths(self) -> frozenset[str]:
        return page_paths(self._here.library.course)


def no_access_log() -> None:
    """Silences the log of every request, which uvicorn keeps unless told otherwise: addresses hold people's tokens."""
    logging.getLogger("uvicorn.access").disabled = True
