"""Looking at a page as it stands: what axe finds, what is wider than the screen, and what is still in English."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.person import LAPTOP, PHONE, settled
from tests.browser.server import ROOT

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose outcome depends on the theme; the others need no second look in the dark."""
VIEWS = (("light", LAPTOP), ("dark", LAPTOP), ("dark", PHONE), ("light", PHONE))
"""In this order, also of the widths, since drawing a page in another size or theme takes longer than looking at it."""
WIDTHS = (PHONE, {"width": 320, "height": 640}, {"width": 640, "height": 450})
"""A phone, the narrowest screen there is, and a laptop of 1280 pixels at 200%."""
ENGLISH = frozenset(
    ("Skip to main content", "Main menu", "Sidebar", "Expand sidebar", "Collapse sidebar", "Navigate to home page", "Fullscreen")
)
"""What Streamlit itself puts on nearly every page; the rest of its words is read from our own list of them."""
SAME = frozenset(("Download", "Open"))
"""Words of Streamlit's that are Dutch as well."""
SCRIPTS = Path(__file__).parent
SIDEWAYS = (SCRIPTS / "sideways.js").read_text(encoding="utf-8")
WORDS = (SCRIPTS / "words_on_screen.js").read_text(encoding="utf-8")
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))"


@cache
def _axe() -> str:
    return str(Axe().axe_script)


def axe(page: Page, *, only_colours: bool = False) -> list[str]:
    """What axe finds on the page: rule and place. Empty when all is well."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_axe())
    run = {"type": "rule", "values": COLOURS} if only_colours else {"type": "tag", "values": RULES}
    found = page.evaluate("run => axe.run({ runOnly: run, resultTypes: ['violations'] })", run)
    return [f"{rule['id']}: {_place(node)}" for rule in found["violations"] for node in rule["nodes"]]


def _place(node: dict[str, Any]) -> str:
    data = next((check["data"] for check in node["any"] if check.get("data")), None)
    colours = f" {data['fgColor']} on {data['bgColor']}" if isinstance(data, dict) and "fgColor" in data else ""
    return f"{node['html'][:160]}{colours}"


def axe_in_every_view(page: Page, *, streamlit: bool = True) -> list[str]:
    """What axe finds in light and dark, on a laptop and on a phone."""
    found = []
    for theme, size in VIEWS:
        show(page, theme, size, streamlit=streamlit)
        found += [f"{theme} {size['width']} px: {each}" for each in axe(page, only_colours=theme == "dark")]
    return found


def show(page: Page, theme: str, size: dict[str, int], *, streamlit: bool = True) -> None:
    """Gives the page another theme and size, and waits until it is drawn so; the mouse points at nothing."""
    page.mouse.move(0, 0)
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.evaluate(DRAWN)
    if streamlit:
        settled(page)


def sideways(page: Page) -> list[str]:
    """What is wider than the screen, at each width that must do; a table that scrolls within its own frame is fine."""
    found = []
    for size in WIDTHS:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.evaluate(DRAWN)
        found += [f"{size['width']} px: {each}" for each in page.evaluate(SIDEWAYS)]
    return found


@cache
def _english() -> frozenset[str]:
    """Streamlit's own words, as far as our script replaces them by others."""
    script = (ROOT / "school" / "routes" / "files" / "words.js").read_text(encoding="utf-8")
    pairs = re.findall(r'^    "(.+?)": "(.+?)",', script, re.MULTILINE)
    assert len(pairs) > 50, "words.js is not written as this test reads it"
    return frozenset(english for english, dutch in pairs if english != dutch) - SAME | ENGLISH


def english(page: Page) -> list[str]:
    """Streamlit's words that are still in a text or a label."""
    words = page.evaluate(WORDS)
    return sorted({each for each in words if each in _english() or each.startswith("Made with")})
