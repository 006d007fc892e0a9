"""The first visit in a real browser: compressed bytes over the wire until a page has come to rest."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from playwright.async_api import Browser, CDPSession, Playwright, async_playwright

from bench.table import Row

MEGABYTES = 1.3
"""Most that a first page may be (design, section 7)."""
DRAWN = ":is([data-testid=stMain] h1, [data-testid=stMain] p):visible"
REST_MS = 2500
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


async def measure_first_load(pages: Mapping[str, str], empty: str) -> list[Row]:
    """`pages` are addresses by name; nothing, and a sentence, without a Chromium."""
    async with async_playwright() as play:
        found = chromium(play)
        if found is None:
            print("First load is not measured: there is no Chromium on this machine.")
            return []
        browser = await play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        rows = [await _row(browser, name, address, MEGABYTES) for name, address in pages.items()]
        rows.append(await _row(browser, "empty", empty, None))
        await browser.close()
        return rows


async def _row(browser: Browser, name: str, address: str, bar: float | None) -> Row:
    context = await browser.new_context()
    page = await context.new_page()
    taken = {"http": 0, "websocket": 0, "requests": 0}
    await _count(await context.new_cdp_session(page), taken)
    await page.goto(address, wait_until="commit")
    await page.wait_for_selector(DRAWN, timeout=60000)
    await page.wait_for_timeout(REST_MS)
    await context.close()
    note = f"{taken['requests']} requests; {taken['websocket'] / 1000:.0f} kB by websocket"
    return Row(f"first load {name}", (taken["http"] + taken["websocket"]) / 1e6, "MB", bar, note)


async def _count(session: CDPSession, taken: dict[str, int]) -> None:
    """Counts what the browser says it received: headers and bodies as they came, and websocket frames."""

    def loaded(event: dict[str, float]) -> None:
        taken["http"] += int(event["encodedDataLength"])
        taken["requests"] += 1

    def frame(event: dict[str, dict[str, str]]) -> None:
        taken["websocket"] += len(event["response"]["payloadData"]) * 3 // 4  # binary frames are told in base64

    session.on("Network.loadingFinished", loaded)
    session.on("Network.webSocketFrameReceived", frame)
    await session.send("Network.enable")


def chromium(play: Playwright) -> str | None:
    own = play.chromium.executable_path
    named = os.environ.get("CHROME") or next((path for name in NAMES if (path := shutil.which(name))), None)
    return named or (own if Path(own).exists() else None)
