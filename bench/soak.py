"""Does memory stay flat? Many reruns of a page with charts."""

from bench.server import Server
from bench.streamlit_client import Tab, browser
from bench.table import Row

WARM_UP = 300
MOST_GROWTH_MB = 20.0


async def measure_soak(server: Server, cookie: str, reruns: int) -> list[Row]:
    """Memory after warming up and at the end; the growth should be nothing that goes on."""
    async with browser() as http:
        http.cookie_jar.update_cookies({"leerling": cookie})
        async with Tab(http, server.base) as tab:
            await tab.open("/voortgang")
            for _ in range(WARM_UP):
                await tab.rerun()
            begin = server.megabytes()
            for _ in range(reruns):
                await tab.rerun()
            end = server.megabytes()
    return [Row(f"growth over {reruns} reruns", end - begin, "MB", MOST_GROWTH_MB, f"from {begin:.0f} to {end:.0f} MB")]
