"""What one process needs to serve the course, opened once: settings, content, store, clock. It serves nothing itself."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock

from school.dutch import HOME
from school.guessing import Guesses
from school.loading import Library
from school.settings import ROOT, Settings, read_secrets, read_settings
from school.store import Store

SECRETS = Path(".streamlit/secrets.toml")
SQLITE = "sqlite:///"


@dataclass(frozen=True)
class Runtime:
    """The course as this process serves it."""

    settings: Settings
    library: Library
    store: Store
    now: Callable[[], datetime]
    guesses: Guesses = field(default_factory=Guesses)
    """Of codes to join a team, in whatever way they are given."""


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


def own_settings() -> Settings:
    """The settings of this copy of the course; a wrong one is a `ValueError` that names it."""
    return beside_the_course(read_settings(os.environ, read_secrets(ROOT / SECRETS)))


def beside_the_course(settings: Settings) -> Settings:
    """The same settings; a database file without a full path stands beside the course, wherever we are started from."""
    file = settings.database_url.removeprefix(SQLITE)
    if file == settings.database_url or Path(file).is_absolute():
        return settings
    return replace(settings, database_url=f"{SQLITE}{(ROOT / file).as_posix()}")


def open_runtime(settings: Settings, *, now: Callable[[], datetime] = utc_now) -> Runtime:
    """Reads the content and makes the store ready.

    Raises `ContentError` when the content is wrong, and one of `school.store.UNREACHABLE` without a database.
    """

    def today() -> date:
        return now().astimezone(HOME).date()

    library = Library(settings.content, today=today)
    store = Store(settings.database_url)
    store.migrate()
    return Runtime(settings, library, store, now)


class _Process:
    opening = Lock()
    runtime: Runtime | None = None


def runtime() -> Runtime:
    """The runtime of this process, opened by whoever asks first: the server, or a page in a test."""
    if _Process.runtime is None:
        with _Process.opening:
            if _Process.runtime is None:
                _Process.runtime = open_runtime(own_settings())
    return _Process.runtime


def use_runtime(given: Runtime | None) -> None:
    """Puts another runtime in its place; with nothing, the next who asks opens one again. For tests and commands."""
    with _Process.opening:
        _Process.runtime = given
