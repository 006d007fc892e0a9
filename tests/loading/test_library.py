"""A library keeps the last good course while an author edits."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from school.loading import ContentError, Library, reading

Change = Callable[[str, str, str], None]
ABOUT = "modules/cursus.yaml"


def _today() -> date:
    return date(2026, 11, 22)


def _library(root: Path, *, pause: float = 0) -> Library:
    return Library(root, today=_today, check_every_seconds=pause)


def test_an_edit_is_seen(root: Path, change: Change) -> None:
    library = _library(root)
    change(ABOUT, "title: Thee zetten", "title: Koffie zetten")
    assert library.course.about.title == "Koffie zetten"


def test_a_new_file_and_a_file_that_goes_are_seen(root: Path) -> None:
    library = _library(root)
    drawing = root / "modules/01-welkom/kopje.svg"
    drawing.write_text("<svg/>", encoding="utf-8")
    assert "kopje.svg" in library.course.drawings
    drawing.unlink()
    assert "kopje.svg" not in library.course.drawings


def test_the_last_good_course_stays_while_the_files_are_wrong(root: Path, change: Change) -> None:
    library = _library(root)
    change(ABOUT, "title: Thee zetten", "titel: Koffie zetten")
    assert library.course.about.title == "Thee zetten"
    assert [str(problem) for problem in library.problems] == [
        "modules/cursus.yaml:1: titel: dit veld kennen we niet (bedoel je 'title'?)",
        "modules/cursus.yaml:1: title: dit veld ontbreekt",
    ]


def test_a_mended_file_mends_the_course(root: Path, change: Change) -> None:
    library = _library(root)
    change(ABOUT, "title: Thee zetten", "titel: Koffie zetten")
    assert library.problems
    change(ABOUT, "titel: Koffie zetten", "title: Koffie zetten")
    assert library.course.about.title == "Koffie zetten"
    assert library.problems == []


def test_a_folder_that_goes_and_comes_back_does_no_harm(root: Path) -> None:
    library = _library(root)
    (root / "modules").rename(root / "gone")
    assert len(library.course.modules) == 2
    assert library.problems
    (root / "gone").rename(root / "modules")
    assert (len(library.course.modules), library.problems) == (2, [])


def test_warnings_are_listed_and_the_course_is_new(root: Path, change: Change) -> None:
    library = _library(root)
    change(ABOUT, "as_of: 2026-11-01", "as_of: 2020-11-01")
    assert library.course.about.as_of == date(2020, 11, 1)
    assert [problem.warning for problem in library.problems] == [True]


def test_a_library_without_a_good_course_does_not_begin(root: Path, change: Change) -> None:
    change(ABOUT, "title: Thee zetten", "title:")
    with pytest.raises(ContentError, match=r"modules/cursus.yaml:1: title: hier ontbreekt de tekst"):
        _library(root)


def test_files_are_not_looked_at_before_the_pause_is_over(root: Path, change: Change) -> None:
    library = _library(root, pause=3600)
    change(ABOUT, "title: Thee zetten", "title: Koffie zetten")
    assert library.course.about.title == "Thee zetten"


def test_nothing_is_read_again_when_nothing_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = _library(root)
    first = library.course
    monkeypatch.setattr("school.loading.library.read_course", None)
    assert library.course is first


def test_a_new_day_brings_the_review_dates_that_passed(root: Path) -> None:
    days = [date(2026, 11, 22)]
    library = Library(root, today=lambda: days[-1], check_every_seconds=0)
    assert library.problems == []
    days.append(date(2029, 1, 1))
    assert all(problem.warning for problem in library.problems)
    assert library.problems


def test_who_asks_while_another_reads_gets_the_course_as_it_was(root: Path, change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    library = _library(root)
    begun, go_on = threading.Event(), threading.Event()

    def slow(*args: object, **options: object) -> object:
        begun.set()
        assert go_on.wait(10)
        return reading.read_course(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("school.loading.library.read_course", slow)
    change(ABOUT, "title: Thee zetten", "title: Koffie zetten")
    reader = threading.Thread(target=lambda: library.course)
    reader.start()
    assert begun.wait(10)
    assert library.course.about.title == "Thee zetten"
    go_on.set()
    reader.join(10)
    assert library.course.about.title == "Koffie zetten"
