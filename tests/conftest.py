"""What holds for every test."""

from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from school.store import Store
from tests.browser.chromium import NONE

BROWSER = Path(__file__).parent / "browser"
LONGEST = (
    "test_attack", "test_every_page", "test_every_state", "test_explainers_on_stage", "test_every_slide", "test_presenting",
    "test_every_step", "test_as_many_steps", "test_styles", "test_own_film", "test_balance", "test_circle", "test_half_laid",
)  # fmt: skip
"""Files that take longest, in about this order: what is dealt out last must not be what all others wait for."""

# A busy machine is no reason to fail: no deadline for one example, and none for making them up.
settings.register_profile("course", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("course")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """What is in `tests/browser`, and nothing else, needs a browser."""
    for item in items:
        if (BROWSER in item.path.parents) != (item.get_closest_marker("browser") is not None):
            raise pytest.UsageError(f"{item.nodeid}: what has the mark 'browser' stands in tests/browser, and the other way round")
    yield
    # Browser tests last: quick tests speak first, and Playwright keeps an event loop that others would trip over.
    items.sort(key=lambda item: (BROWSER in item.path.parents, _place(item)))


def _place(item: pytest.Item) -> int:
    return LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Without a browser it is said loudly, and once; from here, since what gathers the reports of two workers reads no other file."""
    if any(NONE in str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_sep("!", NONE, red=True, bold=True)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with tables and without rows, to copy: making the tables takes longer than what most tests do with them."""
    path = tmp_path_factory.mktemp("migrated") / "school.db"
    store = Store(f"sqlite:///{path}")
    store.migrate()
    store.close()
    return path
