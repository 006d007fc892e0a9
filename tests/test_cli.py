"""`python -m school check`, as an author uses it."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from school.cli import COMMANDS, main

COURSE = Path(__file__).parent / "course"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(COURSE, tmp_path / "course"))


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Review dates pass; these tests do not."""
    monkeypatch.setattr("school.cli.today", lambda: date(2026, 11, 22))


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_good_course_is_in_order(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(root)]) == 0
    assert capsys.readouterr().out == "Alles in orde: 2 modules, 4 stappen, 8 oefeningen, 3 toetsen, 7 vragen\n"


def test_problems_are_printed_and_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _replace(root / "modules/cursus.yaml", "title: Thee zetten", "title:")
    _replace(root / "modules/cursus.yaml", "as_of: 2026", "as_of: 2020")
    _replace(root / "modules/01-welkom/lesson.md", "term:theepot", "term:theekan")
    assert main(["check", str(root)]) == 1
    old = "2020-11-01 is langer dan 24 maanden geleden: kijk dit na en zet er de datum van nu bij (waarschuwing)"
    assert capsys.readouterr().out.splitlines() == [
        "modules/01-welkom/lesson.md:5: term: het begrip 'theekan' bestaat niet",
        "modules/cursus.yaml:1: title: hier ontbreekt de tekst",
        f"modules/cursus.yaml:4: as_of: {old}",
        "2 problemen, 1 waarschuwing",
    ]


def test_warnings_alone_are_no_failure(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _replace(root / "modules/cursus.yaml", "as_of: 2026", "as_of: 2020")
    assert main(["check", str(root)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Geen problemen, 1 waarschuwing: 2 modules, ")


def test_json_holds_every_problem_and_nothing_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _replace(root / "modules/cursus.yaml", "title: Thee zetten", "title:")
    assert main(["check", str(root), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "modules/cursus.yaml",
            "line": 1,
            "field": "title",
            "message": "hier ontbreekt de tekst",
            "warning": False,
        }
    ]


def test_the_folder_may_come_from_the_environment(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SCHOOL_CONTENT", str(root))
    assert main(["check"]) == 0
    assert "2 modules" in capsys.readouterr().out


@pytest.mark.parametrize("argv", [[], ["chek"], ["check", "--jsno"], ["check", "no-such-folder"], ["check", "a", "b"]])
def test_wrong_use_gives_2_and_says_why(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    told = capsys.readouterr()
    assert told.err
    assert not told.out


@pytest.mark.parametrize("argv", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_every_command_has_help(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 0
    assert "usage: python -m school" in capsys.readouterr().out


def test_it_runs_as_a_module_and_its_exit_code_counts(root: Path) -> None:
    run = [sys.executable, "-m", "school", "check", str(root)]
    there = Path(__file__).parent.parent
    assert subprocess.run(run, cwd=there, capture_output=True, check=False).returncode == 0
    (root / "media_links.yaml").unlink()
    assert subprocess.run(run, cwd=there, capture_output=True, check=False).returncode == 1
