"""The real thing: Streamlit with our routes and layers, started cold, around a frame as small as can be."""

import asyncio
import gc
import re

import pytest
import streamlit as st
from streamlit import config
from streamlit.runtime import Runtime

from school.routes.problems import problem_pages
from school.routes.site import Site
from tests.routes.asgi import asked
from tests.routes.visitor import running, visit

FRAME = """
import streamlit as st

def welcome():
    st.write("WELKOM")
    st.write("cookie=" + str(st.context.cookies.get("leerling")))

def team():
    st.write("TEAM-VOOR-WIE-DE-SLEUTEL-HEEFT" if st.session_state.get("key") else "GEEN-SLEUTEL")

pages = [st.Page(welcome, title="Welkom", default=True), st.Page(team, title="Team", url_path="team", visibility="hidden")]
st.navigation(pages, position="hidden").run()
"""
# What Streamlit would open by itself, were this beside the main script: without navigation, so without asking for a key.
TRAP = "import streamlit as st\nst.write('TEAM-VOOR-WIE-DE-SLEUTEL-HEEFT')\n"


# Streamlit itself leaves the event loop of a visit open when the server ends within the visit.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")


@pytest.fixture
def cold(here, frontend, tmp_path, monkeypatch):
    (tmp_path / "pages" / "team").mkdir(parents=True)
    (tmp_path / "pages" / "frame.py").write_text(FRAME)
    (tmp_path / "pages" / "team.py").write_text(TRAP)
    (tmp_path / "pages" / "team" / "team.py").write_text(TRAP)
    monkeypatch.setattr(config, "_main_script_path", None)
    monkeypatch.setattr(Runtime, "_instance", None)
    site = Site(here, frontend)
    yield st.App(tmp_path / "pages" / "frame.py", routes=site.routes, middleware=site.layers(), exception_handlers=problem_pages())
    gc.collect()  # what was left open is found here, and not in somebody else's test


def test_the_team_page_as_the_very_first_request_of_a_cold_server_gives_nothing_of_it(cold):
    async def first() -> tuple[str, str]:
        async with running(cold):
            page = await asked(cold, "/team")
            return page.text, await visit(cold, "team")

    page, seen = asyncio.run(first())

    assert "TEAM-VOOR-WIE-DE-SLEUTEL-HEEFT" not in page
    assert "TEAM-VOOR-WIE-DE-SLEUTEL-HEEFT" not in seen
    assert "GEEN-SLEUTEL" in seen


def test_the_token_of_the_first_answer_is_the_one_the_page_sees(cold):
    async def first() -> tuple[str, str]:
        async with running(cold):
            token = (await asked(cold, "/")).cookies["leerling"].value
            return token, await visit(cold, "", headers={"cookie": f"leerling={token}"})

    token, seen = asyncio.run(first())

    assert f"cookie={token}" in seen


def test_around_the_real_streamlit_only_what_is_known_is_answered(cold):
    async def statuses(paths: list[str]) -> dict[str, int]:
        async with running(cold):
            return {path: (await asked(cold, path)).status for path in paths}

    found = asyncio.run(statuses(["/", "/team", "/a/b", "/onzin", "/_stcore/metrics", "/_stcore/health", "/_stcore/agent/mcp", "/healthz"]))

    assert found == {
        "/": 200,
        "/team": 200,
        "/a/b": 404,
        "/onzin": 404,
        "/_stcore/metrics": 404,
        "/_stcore/health": 200,
        "/_stcore/agent/mcp": 404,
        "/healthz": 200,
    }


def test_every_file_that_the_page_names_is_there(cold):
    async def named() -> dict[str, int]:
        async with running(cold):
            page = (await asked(cold, "/")).text
            addresses = re.findall(r'(?:src|href)="\.?(/[^"]+)"', page)
            return {address: (await asked(cold, address, headers={"accept-encoding": "gzip"})).status for address in addresses}

    found = asyncio.run(named())

    assert len(found) > 20
    assert set(found.values()) == {200}
