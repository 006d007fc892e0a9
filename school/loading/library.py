"""The course as it is now, for a server that keeps running while an author edits."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from school.content import Course
from school.loading.problems import ContentError, Problem
from school.loading.reading import read_course
from school.loading.written import FILMS, MEDIA

Stamp = tuple[date, frozenset[tuple[str, int, int]]]
"""The day (review dates pass), and of each file its path, time of change (ns) and size (bytes)."""


class Library:
    """The last good course of a folder, read again when a file changed. May be asked from many threads.

    Files are looked at most once in `check_every_seconds`; a thread that asks while another reads gets the course
    as it was. `today` gives the day that review dates are compared with.
    """

    def __init__(
        self,
        root: Path,
        *,
        today: Callable[[], date],
        check_every_seconds: float = 2.0,
    ) -> None:
        self._root, self._today = root, today
        self._pause = check_every_seconds
        self._reading = threading.Lock()
        self._stamp = self._look()
        course, self._problems = read_course(root, today=today())
        if course is None:
            raise ContentError(self._problems)
        self._course = course
        self._look_again = time.monotonic() + check_every_seconds

    @property
    def course(self) -> Course:
        """The course, as new as it is good."""
        self._refresh()
        return self._course

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the files as they are now, warnings as well."""
        self._refresh()
        return list(self._problems)

    def _refresh(self) -> None:
        if time.monotonic() < self._look_again or not self._reading.acquire(blocking=False):
            return
        try:
            self._read_when_changed()
        finally:
            self._look_again = time.monotonic() + self._pause
            self._reading.release()

    def _read_when_changed(self) -> None:
        stamp = self._look()
        if stamp == self._stamp:
            return
        course, self._problems = read_course(self._root, today=self._today())
        # The stamp is from before reading: a change made while we read is seen the next time.
        self._stamp = stamp
        if course is not None:
            self._course = course

    def _look(self) -> Stamp:
        return self._today(), frozenset(_stamps(self._root))


def _stamps(root: Path) -> Iterator[tuple[str, int, int]]:
    for path in (root / MEDIA, *(path for name in ("modules", "quizzes", FILMS) for path in (root / name).rglob("*"))):
        try:
            found = path.stat()
        except OSError:
            continue  # gone since it was listed
        yield str(path), found.st_mtime_ns, found.st_size
