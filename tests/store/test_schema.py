"""The migrations make exactly the tables, from nothing, once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from school.store import Store
from school.store.engine import engine_for
from school.store.schema import HEAD, SCRIPTS, version
from school.store.tables import metadata
from tests.store.people import ANNA, an_answer

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
MIGRATE = "import sys; from school.store import Store; store = Store(sys.argv[1]); store.migrate(); store.close()"


def test_an_empty_database_is_not_ready_until_it_is_migrated(empty_url: str) -> None:
    store = Store(empty_url)
    assert not store.ready()
    store.migrate()
    assert store.ready()
    store.close()


def test_the_migrations_make_the_tables_we_use(empty_url: str) -> None:
    store = Store(empty_url)
    store.migrate()
    store.close()
    engine = engine_for(empty_url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert version(connection) == HEAD
    engine.dispose()


def test_the_newest_file_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_heads() == [HEAD]


def test_migrating_again_keeps_what_is_there(empty_url: str) -> None:
    store = Store(empty_url)
    store.migrate()
    store.answer(ANNA, an_answer("een"))
    store.migrate()
    assert store.counts()["answers"] == 1
    store.close()


def test_a_database_of_a_newer_course_is_refused_and_left_as_it_is(empty_url: str) -> None:
    store = Store(empty_url)
    store.migrate()
    engine = engine_for(empty_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ValueError, match=f"van een nieuwere cursus \\(9999\\) dan deze \\({HEAD}\\)"):
        store.migrate()
    store.close()
    with engine.connect() as connection:
        assert version(connection) == "9999"
    engine.dispose()


def test_stores_may_migrate_at_once(empty_url: str) -> None:
    stores = [Store(empty_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as starting:
        list(starting.map(Store.migrate, stores))
    assert all(store.ready() for store in stores)
    for store in stores:
        store.close()


def test_processes_may_migrate_at_once(empty_url: str) -> None:
    command = [sys.executable, "-W", "error", "-c", MIGRATE, empty_url]
    starting = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    assert [process.communicate()[1] for process in starting] == [""] * 4
    assert [process.returncode for process in starting] == [0] * 4
    store = Store(empty_url)
    assert store.ready()
    store.close()


def test_sqlite_is_set_up_for_many_readers_and_one_writer(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path}/school.db")
    with engine.connect() as connection:
        settings = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in settings]
        waits = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
    engine.dispose()
    assert found == ["wal", 1, 1]
    assert isinstance(waits, int)
    assert waits >= 5000


@pytest.mark.parametrize("url", ["postgresql://u:w@h/d", "postgres://u:w@h/d", "postgresql+psycopg://u:w@h/d"])
def test_every_postgres_address_means_the_same_driver(url: str) -> None:
    assert engine_for(url).url.drivername == "postgresql+psycopg"


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://h/d"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="geen database die we kennen"):
        Store(url)
