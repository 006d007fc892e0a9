"""Brings a database up to date. The steps themselves stand in migrations/versions, one file each, and never change.

A new step is a file `0002_what_it_does.py` whose `revision` is the number in its name.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from school.store.engine import for_writing, make_folder

SCRIPTS = Path(__file__).parent / "migrations"
HEAD = max(path.name for path in (SCRIPTS / "versions").glob("[0-9]*.py")).partition("_")[0]

_ANY_NUMBER = 7_261_201  # which of PostgreSQL's advisory locks is ours


def migrate(engine: Engine) -> None:
    """Make or upgrade the tables, in one transaction; whoever comes second waits and finds nothing to do.

    `ValueError` when the database was made by a newer version of the course: nothing is changed then.
    """
    make_folder(engine)
    with for_writing(engine).begin() as connection:
        if engine.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ANY_NUMBER})
        found = version(connection)
        if found is not None and found > HEAD:
            raise ValueError(f"de database is van een nieuwere cursus ({found}) dan deze ({HEAD}): zet de nieuwere cursus terug")
        if found != HEAD:
            _upgrade(connection)


def version(connection: Connection) -> str | None:
    """The last migration that was applied; nothing for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    # Loaded only when there is work: it would take a tenth of a second from every start.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
