"""A copy of the small course, to break one thing in."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from school.loading import read_course

COURSE = Path(__file__).parent.parent / "course"
TODAY = date(2026, 11, 22)

Check = Callable[[], list[str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small course."""
    return Path(shutil.copytree(COURSE, tmp_path / "course"))


@pytest.fixture
def lines(root: Path) -> Check:
    """What the check says of the copy, as it is printed."""

    def check() -> list[str]:
        course, problems = read_course(root, today=TODAY)
        assert (course is None) == any(not problem.warning for problem in problems)
        return [f"{problem} (waarschuwing)" if problem.warning else str(problem) for problem in problems]

    return check


@pytest.fixture
def change(root: Path) -> Callable[[str, str, str], None]:
    """Replaces the first `old` in a file of the copy; an empty `old` replaces everything."""

    def replace(file: str, old: str, new: str) -> None:
        path = root / file
        if not old:
            path.write_text(new, encoding="utf-8")
            return
        text = path.read_text(encoding="utf-8")
        assert old in text, f"'{old}' is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
