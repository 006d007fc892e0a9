"""What a server loads before its first page is drawn: none of what only some visitors ask for."""

import os
import subprocess
import sys

import pytest

from school.settings import ROOT
from school.store import Store

pytestmark = pytest.mark.thorough

FIRST_PAGE = """
import asyncio, gc, sys
from school.routes import later

later.SETTLED = 3600  # on a slow machine the first page may take longer than a few seconds

import app
from tests.routes.visitor import running, visit

async def first() -> str:
    async with running(app.app):
        return await visit(app.app, "")

assert "Hechting en trauma" in asyncio.run(first())
assert gc.isenabled(), "it is only put off"
assert gc.get_freeze_count() > len(gc.get_objects()), "what was loaded need not be looked at again"
print(*sys.modules)
"""
HEAVY = {
    "alembic": "the database is up to date",
    "sqlalchemy.orm": "we write our own SQL",
    "psycopg": "the database is SQLite",
    "jinja2": "no plain page was asked for",
    "markdown_it": "nothing is printed",
    "typst": "nothing is printed",
    "segno": "no code is drawn",
    "openpyxl": "no sheet is written",
    "streamlit_player": "no film is shown",
    "plotly.graph_objs._figure": "no chart is drawn",
    "pandas": "no table is drawn",
    "numpy": "no table is drawn",
    "PIL.Image": "no picture is looked into",
    "school.live": "there is no room",
    "school.teams": "there is no team",
    "school.reports": "nothing is printed",
    "school.ui.lesson": "no lesson is open",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is loaded when the front page was drawn, by a server on a database that is up to date."""
    address = f"sqlite:///{tmp_path_factory.mktemp('cold') / 'school.db'}"
    store = Store(address)
    store.migrate()
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE],
        cwd=ROOT,
        env={**os.environ, "SCHOOL_DATABASE_URL": address, "SCHOOL_TRAINER_KEY": "een-sleutel-van-een-proef"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("module", HEAVY)
def test_a_first_page_does_without(module: str, loaded: set[str]) -> None:
    assert module not in loaded, HEAVY[module]


def test_what_a_first_page_needs_is_seen(loaded: set[str]) -> None:
    assert {"sqlalchemy", "school.store.store", "school.ui.home"} <= loaded
