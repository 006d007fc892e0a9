"""The big screen of a room in a real browser: after how many ms a new slide is drawn on it, and what it costs while nothing happens."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from playwright.async_api import Page, async_playwright

from bench.first_load import chromium
from bench.server import Server
from school import keys

SIZE = {"width": 1920, "height": 1080}
IDLE_SECONDS = 10.0
PATIENCE_MS = 30_000
WATCH = """() => {
  window.drawn = {}
  const at = () => [...document.querySelectorAll("*")].map((one) => one.shadowRoot?.querySelector(".at")).find(Boolean)?.textContent
  const heading = () => document.querySelector(".st-key-slide")?.innerText
  let before
  const look = () => {
    const now = at()
    if (now && now !== before && heading()) window.drawn[parseInt(now)] ??= Date.now()
    before = now
    requestAnimationFrame(look)
  }
  look()
}"""


class BigScreen:
    """One big screen. It looks at every frame that it draws."""

    def __init__(self, page: Page) -> None:
        self._page = page

    async def follows(self, change: Callable[[], bool], *, to: int) -> float:
        """Makes a change; after how many ms the slide at place `to` (from 0) was drawn."""
        began = 1e3 * time.time()
        await asyncio.to_thread(change)
        await self._page.wait_for_function("place => window.drawn[place]", arg=to + 1, timeout=PATIENCE_MS)
        return float(await self._page.evaluate("place => window.drawn[place]", to + 1)) - began

    async def drawn_at(self, place: int) -> float:
        """When the slide at this place (from 0) was drawn, in ms since 1970."""
        await self._page.wait_for_function("place => window.drawn[place]", arg=place + 1, timeout=PATIENCE_MS)
        return float(await self._page.evaluate("place => window.drawn[place]", place + 1))


async def idle(server: Server) -> float:
    """How busy the server is while nobody does anything, as a share of a core."""
    before = server.cpu()
    await asyncio.sleep(IDLE_SECONDS)
    return (server.cpu() - before) / IDLE_SECONDS


@asynccontextmanager
async def big_screen(address: str, key: str) -> AsyncIterator[BigScreen | None]:
    """The big screen at this address, for who has the key; nothing, and a sentence, without a Chromium."""
    async with async_playwright() as play:
        found = chromium(play)
        if found is None:
            print("The big screen is not measured: there is no Chromium on this machine.")
            yield None
            return
        browser = await play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        context = await browser.new_context(viewport=SIZE)
        await context.add_cookies([{"name": keys.COOKIE, "value": key, "url": address}])
        page = await context.new_page()
        await page.goto(address)
        await page.locator(".st-key-slide h1").first.wait_for(timeout=PATIENCE_MS)
        await page.evaluate(WATCH)
        await page.wait_for_function("() => window.drawn[1]", timeout=PATIENCE_MS)
        yield BigScreen(page)
        await browser.close()
