"""Somebody with a browser: one context, its pages, and everything that went over the wire."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebSocket

from school.learning import Record
from tests.browser.server import Server

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 900}
SCRIPTS = Path(__file__).parent
WIRE = (SCRIPTS / "wire.js").read_text(encoding="utf-8")
NO_COMPLAINT = ("Unrecognized feature:", "An iframe which has both allow-scripts and allow-same-origin")
"""What Chromium remarks about the frame in which Streamlit puts a component, on every page that has one."""
TURN = "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate', { state: {} })) }"
SETTLED = (SCRIPTS / "settled.js").read_text(encoding="utf-8")
PLAIN = "/certificaat"
"""A page of our server without a script, so that nothing is kept again by what was left behind; it has an icon, else Chromium asks for one."""


@dataclass
class Asked:
    """What a browser asked: addresses of other servers, and what was sent to our server."""

    outside: list[str] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)


class Person:
    """Acts in one browser context. The browser finds no server but ours (`FLAGS`).

    What its console complains of is written down, and from `watch` on what it asks of servers; that costs too much to do it for all.
    """

    def __init__(self, context: BrowserContext, server: Server, options: Mapping[str, Any] | None = None) -> None:
        self.server = server
        self.options = options or {}
        self.complaints: list[str] = []
        self.asked: Asked | None = None
        self.context = context
        self.context.set_default_timeout(15_000)
        self.context.add_init_script(WIRE)
        self.context.on("console", self._complained)
        self.page: Page = self.context.new_page()

    @classmethod
    def arrives(cls, browser: Browser, server: Server, **options: object) -> "Person":
        """Somebody new, in a context of their own; `options` as Playwright knows them."""
        return cls(browser.new_context(base_url=server.address, **{"viewport": LAPTOP, "locale": "nl-NL", **options}), server, options)

    def forgets(self) -> None:
        """Leaves the browser as it was found, for somebody else: one page, no cookie, and nothing kept, changed or remembered."""
        for page in self.context.pages:
            if page != self.page:
                page.close()
        self.context.unroute_all()
        self.context.set_offline(False)
        self.page.goto(PLAIN)
        devtools = self.context.new_cdp_session(self.page)
        devtools.send("Storage.clearDataForOrigin", {"origin": self.server.address, "storageTypes": "all"})
        devtools.detach()
        self.context.clear_permissions()
        self.page.mouse.move(0, 0)
        self.complaints = []
        if self.asked is not None:
            self.context.remove_listener("request", self._requested)
            self.page.remove_listener("websocket", self._connected)
            self.asked = None

    def sees(self, size: dict[str, int], *, reduced_motion: str) -> None:
        """A screen of this size, in the light, with as much motion as somebody wants."""
        self.page.set_viewport_size(size)  # type: ignore[arg-type]
        self.page.emulate_media(color_scheme="light", reduced_motion=reduced_motion)  # type: ignore[arg-type]

    def watch(self) -> Asked:
        """Writes down from now on what this page asks of our server and, on every page, of others."""
        self.asked = Asked()
        self.context.on("request", self._requested)
        self.page.on("websocket", self._connected)
        return self.asked

    def go(self, path: str) -> None:
        """Opens an address of the course, and waits until the page is drawn."""
        self.page.goto(path)
        self.settled()

    def turn_to(self, path: str) -> None:
        """Goes to another address within this visit, as Back and Forward do: no page is loaded anew."""
        self.doing(lambda: self.page.evaluate(TURN, path))

    def settled(self) -> None:
        """Waits until the server has answered everything and the page is drawn."""
        settled(self.page)

    def doing(self, act: Callable[[], object]) -> None:
        """Does something that the server must hear of, and waits until the page shows what follows from it."""
        doing(self.page, act)

    @property
    def token(self) -> str:
        return next(cookie["value"] for cookie in self.context.cookies() if cookie["name"] == "leerling")

    @property
    def record(self) -> Record:
        """What the server remembers of this person."""
        return self.server.record(self.token)

    def is_known_as(self, token: str) -> None:
        """Gives this browser a cookie, as if the person had been here before."""
        self.context.add_cookies([{"name": "leerling", "value": token, "url": self.server.address}])

    def _elsewhere(self, url: str) -> bool:
        return url.startswith(("http:", "https:")) and urlsplit(url).netloc != urlsplit(self.server.address).netloc

    def _requested(self, request: Request) -> None:
        assert self.asked is not None
        if self._elsewhere(request.url):
            self.asked.outside.append(request.url)
        elif request.post_data_buffer:
            self.asked.sent.append(request.post_data_buffer)
        self.asked.sent.append(request.url.encode())

    def _complained(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(NO_COMPLAINT):
            self.complaints.append(f"{message.text} ({message.page.url if message.page else ''})")

    def _connected(self, socket: WebSocket) -> None:
        asked = self.asked
        assert asked is not None
        socket.on("framesent", lambda frame: asked.sent.append(frame if isinstance(frame, bytes) else frame.encode()))


NewPerson = Callable[..., Person]


def settled(page: Page) -> None:
    """Waits until a page of the course is drawn and nothing is on its way."""
    _to_front(page)
    page.evaluate(SETTLED, None)


def doing(page: Page, act: Callable[[], object]) -> None:
    """Does something in a page that the server must hear of, and waits until the page is drawn again."""
    _to_front(page)
    before = page.evaluate("window.__wire.sent")
    act()
    page.evaluate(SETTLED, before)


def _to_front(page: Page) -> None:
    """A tab behind another one draws nothing."""
    if len(page.context.pages) > 1:
        page.bring_to_front()
