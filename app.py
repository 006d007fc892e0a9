"""The server: Streamlit with our own routes, headers and checks around it. `streamlit run app.py` starts it."""

import gc

# Before what follows is loaded: nearly all of it stays, so collecting meanwhile costs a fifth of a second and finds nothing.
gc.disable()

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from school.routes.later import SETTLED
from school.routes.leaving import let_go_when_told_to_stop
from school.routes.problems import problem_pages
from school.routes.prompt_sockets import send_at_once
from school.routes.publishing import regular_publishing
from school.routes.retention import daily_retention
from school.routes.site import Frontend, Site, no_access_log
from school.routes.start import start
from school.ui.kept_theme import keep_theme
from school.ui.one_at_a_time import OneAtATime
from school.ui.pace import Pace
from school.ui.use_warning import settle_use_warning
from school.ui.whole_callbacks import keep_callbacks_whole

ROOT = Path(__file__).resolve().parent


def package(name: str) -> Path:
    """The folder of an installed package, found without running it."""
    found = find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"De cursus start niet: {name} is niet geïnstalleerd. Doe eerst 'make install'.")
    return Path(found.origin).parent


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """What runs beside the pages, as long as the server does."""
    # By `streamlit run`; its own message is off, since that asks an outside server for our address.
    if Path(sys.argv[0]) == Path(__file__):
        address = here.settings.public_url or f"http://localhost:{st.get_option('server.port')}"
        print(f"De cursus is open: {address}")  # noqa: T201
    send_at_once()
    warming = asyncio.create_task(warm())
    async with daily_retention(here), regular_publishing(here), let_go_when_told_to_stop(site.end):
        yield
    warming.cancel()


async def warm() -> None:
    """Does beforehand what visitors would wait for: at once what the first one needs, and the rest when it is quiet."""
    await asyncio.to_thread(site.warm)
    await asyncio.sleep(SETTLED)
    await asyncio.to_thread(site.load)


def say_sorry(_: Exception) -> bool:
    """What a learner sees when a page breaks, in place of Streamlit's English; the log has the details."""
    st.error("Deze pagina gaat even niet goed. Wat opgeslagen is, blijft. Laad de pagina opnieuw.")
    return True


no_access_log()
here = start(
    collects_garbage=bool(st.get_option("runner.postScriptGC")),
    drops_presses=bool(st.get_option("runner.fastReruns")),
    port=int(st.get_option("server.port")),
)
site = Site(
    here,
    Frontend(package("streamlit") / "static", package("streamlit_player") / "frontend" / "build" / "index.html"),
)
if not keep_theme():
    print("Deze Streamlit is anders gebouwd dan 1.67: elke klik duurt een milliseconde langer.", file=sys.stderr)  # noqa: T201
if not keep_callbacks_whole():
    print("Deze Streamlit is anders gebouwd dan 1.67: wie heel snel na elkaar drukt, kan een druk kwijt zijn.", file=sys.stderr)  # noqa: T201
app = st.App(
    ROOT / "pages" / "frame.py",
    routes=site.routes,
    middleware=[Middleware(Pace), Middleware(OneAtATime), *site.layers()],
    lifespan=lifespan,
    exception_handlers=problem_pages(),
    on_script_error=say_sorry,
)
settle_use_warning()
# What is here now stays: the collector need not walk through it again, and need not come for every few elements of a page.
gc.freeze()
gc.set_threshold(50_000, 50, 100)
gc.enable()
