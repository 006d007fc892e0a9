"""The phone page of a room in a real browser, on a slow phone and a slow network: until its text is drawn, and its bytes."""

from playwright.async_api import CDPSession, async_playwright

from bench.first_load import chromium
from bench.table import Row

CPU = 4
"""Times slower than this machine."""
NETWORK = {"offline": False, "latency": 40, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""1.6 Mbit/s, in bytes; latency in ms."""
DRAWN_MS, KILOBYTES = 1000.0, 50.0
VISITS = 5
FIRST_DRAWN = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()"


async def measure_room_page(address: str) -> list[Row]:
    """The slowest of some first visits; nothing, and a sentence, without a Chromium."""
    async with async_playwright() as play:
        found = chromium(play)
        if found is None:
            print("The phone page is not measured: there is no Chromium on this machine.")
            return []
        browser = await play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        drawn, taken = [], 0
        for _ in range(VISITS):
            context = await browser.new_context(viewport={"width": 390, "height": 844})
            page = await context.new_page()
            session = await context.new_cdp_session(page)
            bytes_seen = await _slow(session)
            await page.goto(address, wait_until="load")
            await page.wait_for_selector("#scherm h1")
            drawn.append(float(await page.evaluate(FIRST_DRAWN)))
            taken = max(taken, sum(bytes_seen))
            await context.close()
        await browser.close()
    note = f"of {VISITS} first visits, {CPU}x slower, 1.6 Mbit/s"
    return [
        Row("room page, drawn, slowest", max(drawn), "ms", DRAWN_MS, note),
        Row("room page over the wire", taken / 1000, "kB", KILOBYTES, "with script, font and icon"),
    ]


async def _slow(session: CDPSession) -> list[int]:
    """Slows the browser down, and counts the bytes it receives."""
    seen: list[int] = []
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", NETWORK)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    session.on("Network.loadingFinished", lambda event: seen.append(int(event["encodedDataLength"])))
    return seen
