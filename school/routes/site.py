"""The server's own parts put together: which routes there are, and through which layers every request goes."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from school.addresses import page_paths
from school.routes.card import card_routes
from school.routes.certificate import certificate_routes
from school.routes.certificate_file import certificate_file_routes
from school.routes.compression import Assets, CompressedAssets, pack
from school.routes.drawings import drawing_routes
from school.routes.erase import erase_routes
from school.routes.films import film_routes
from school.routes.handover import handover_routes
from school.routes.headers import SafetyHeaders, component_policy, page_policy, script_hashes
from school.routes.health import health_routes
from school.routes.join import join_routes
from school.routes.keys import key_routes
from school.routes.lead import lead_routes
from school.routes.not_found import KnownAddresses
from school.routes.own_files import OwnFiles
from school.routes.pages import Pages
from school.routes.print_view import print_routes
from school.routes.room import RoomPages
from school.routes.shell import Dress, shell
from school.routes.trainer_papers import trainer_paper_routes
from school.runtime import Runtime
from school.settings import ROOT

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
        self.rooms = RoomPages(here, self._own.address("room.js"))
        self.routes: list[BaseRoute] = [
            *self._own.routes(),
            *health_routes(here),
            *erase_routes(here),
            *handover_routes(here),
            *key_routes(here),
            *join_routes(here),
            *lead_routes(here),
            *film_routes(here),
            *drawing_routes(here),
            *print_routes(here),
            *card_routes(here),
            *certificate_routes(here),
            *certificate_file_routes(here),
            *trainer_paper_routes(here),
            *self.rooms.routes(),
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
