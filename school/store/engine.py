"""How a database is reached: addresses, connections and the way a transaction begins. No table and no statement."""

import sqlite3
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

WAIT = 10
"""How many seconds to wait for a lock, a connection or a server."""


def engine_for(url: str) -> Engine:
    """The engine for an address; `ValueError` when it names no database that we support."""
    address = make_url(url)
    backend = address.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return _postgres(address.set(drivername="postgresql+psycopg"))
    if backend == "sqlite" and address.database not in (None, "", ":memory:"):
        return _sqlite(address)
    raise ValueError(f"'{backend}' is geen database die we kennen: gebruik sqlite:///bestand of postgresql://")


def for_reading(engine: Engine) -> Engine:
    """The same connections; all that is read in one transaction is of one moment."""
    return engine if engine.name == "sqlite" else engine.execution_options(isolation_level="REPEATABLE READ")


def for_writing(engine: Engine) -> Engine:
    """The same connections; on SQLite the lock is taken at the start, since a reader that becomes a writer may fail."""
    return engine.execution_options(begin="BEGIN IMMEDIATE") if engine.name == "sqlite" else engine


def make_folder(engine: Engine) -> None:
    """The folder for a database that is a file."""
    if engine.name == "sqlite" and engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)


def _postgres(address: URL) -> Engine:
    return create_engine(
        address,
        connect_args={"connect_timeout": WAIT},
        pool_pre_ping=True,  # an answer is not lost because the database was restarted
        pool_timeout=WAIT,
        hide_parameters=True,  # what people answered does not belong in a log
    )


def _sqlite(address: URL) -> Engine:
    engine = create_engine(
        address,
        connect_args={"timeout": WAIT},
        pool_size=10,
        max_overflow=20,
        pool_timeout=WAIT,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # else Python's driver decides when a transaction begins
    cursor = connection.cursor()
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _write_ahead(cursor: DBAPICursor) -> None:
    """Switches to WAL; of several processes that start at once one may, and SQLite makes the others fail, not wait."""
    give_up = monotonic() + WAIT
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if monotonic() > give_up:
                raise
            sleep(0.05)
        else:
            return


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
