"""What a subcommand of `python -m school` is, and how it speaks. What each of them does stands in a file of its own."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass

from school.content import Course
from school.dutch import HOME
from school.loading import ContentError, load_course
from school.runtime import own_settings, utc_now
from school.settings import Settings
from school.store import UNREACHABLE, Store

OK, PROBLEMS, WRONG_USE = 0, 1, 2


@dataclass(frozen=True)
class Command:
    """A subcommand: `arguments` adds what it wants to know, `run` does it and gives the exit code."""

    summary: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def say(text: object) -> None:
    """What was asked for."""
    print(text)


def complain(text: str) -> None:
    """Why something cannot be done."""
    print(text, file=sys.stderr)


def with_store(do: Callable[[Settings, Store], int]) -> int:
    """Does something with the store of this copy of the course; says so when the settings or the database do not let it."""
    try:
        settings = own_settings()
        store = Store(settings.database_url)
    except ValueError as wrong:
        complain(f"Dit kan zo niet: {wrong}.")
        return WRONG_USE
    try:
        store.migrate()
        return do(settings, store)
    except UNREACHABLE:
        complain("De database antwoordt niet. Klopt SCHOOL_DATABASE_URL?")
        return PROBLEMS
    finally:
        store.close()


def with_course(do: Callable[[Settings, Store, Course], int]) -> int:
    """The same, with the content as it is today; says so when that is wrong."""

    def read(settings: Settings, store: Store) -> int:
        try:
            course = load_course(settings.content, today=utc_now().astimezone(HOME).date())
        except ContentError as wrong:
            complain(f"{wrong}\n\nDit kan nu niet: er klopt iets niet in de inhoud. Hierboven staat wat en waar.")
            return PROBLEMS
        return do(settings, store, course)

    return with_store(read)
