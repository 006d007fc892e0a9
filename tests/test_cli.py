"""`python -m school`: `check` as an author uses it, `keys` and `erase` as whoever runs the course does."""

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from school.cli import COMMANDS, main
from school.identity import token_hash
from school.learning import Answer
from school.live import Question, Room
from school.runtime import utc_now
from school.store import Store

COURSE = Path(__file__).parent / "course"
LINK = r"Nieuwe link voor de trainer \(bewaar hem\): http://localhost:8501/sleutel/([\w-]{22})"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(COURSE, tmp_path / "course"))


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Review dates pass; these tests do not."""
    monkeypatch.setattr("school.cli.check.today", lambda: date(2026, 11, 22))


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_good_course_is_in_order(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(root)]) == 0
    assert capsys.readouterr().out == "Alles in orde: 2 modules, 4 stappen, 17 oefeningen, 3 toetsen, 7 vragen\n"


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


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["chek"],
        ["check", "--jsno"],
        ["check", "no-such-folder"],
        ["check", "a", "b"],
        ["keys"],
        ["keys", "iedereen"],
        ["erase"],
        ["erase", "--yes"],
        *(["erase", "--older-than", months] for months in ("0", "-1", "1.5", "twee", "1201")),
    ],
)
def test_wrong_use_gives_2_and_says_why(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    told = capsys.readouterr()
    assert told.err
    assert not told.out


@pytest.mark.parametrize("argv", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_every_command_has_help(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 0
    told = capsys.readouterr().out
    assert told.startswith("gebruik: python -m school")
    assert "toon deze uitleg" in told
    assert not {"usage", "options", "show this"} & set(re.findall(r"[a-z]+(?: this)?", told))


def test_it_runs_as_a_module_and_its_exit_code_counts(root: Path) -> None:
    run = [sys.executable, "-m", "school", "check", str(root)]
    there = Path(__file__).parent.parent
    assert subprocess.run(run, cwd=there, capture_output=True, check=False).returncode == 0
    (root / "media_links.yaml").unlink()
    assert subprocess.run(run, cwd=there, capture_output=True, check=False).returncode == 1


def test_no_command_needs_what_draws_the_pages() -> None:
    ask = "import sys; from school.cli import main; main(['--help']); sys.exit({'streamlit', 'plotly', 'starlette'} & set(sys.modules) != set())"
    assert subprocess.run([sys.executable, "-c", ask], cwd=Path(__file__).parent.parent, capture_output=True, check=False).returncode == 0


# A course with a store of its own


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the commands find; its tables are made by whoever comes first."""
    url = f"sqlite:///{tmp_path}/new/school.db"
    for name, value in {"DATABASE_URL": url, "CONTENT": str(COURSE), "TRAINER_KEY": "", "PUBLIC_URL": ""}.items():
        monkeypatch.setenv(f"SCHOOL_{name}", value)
    store = Store(url)
    yield store
    store.close()


@pytest.fixture
def three_learners(store: Store) -> Store:
    """Two who were away for three years and more, one who was here yesterday."""
    store.migrate()
    for name, days in (("vier-jaar", 4 * 366), ("drie-jaar", 3 * 366), ("gisteren", 1)):
        store.answer(name, Answer(name, "taak", "12345678", "waar", 1.0, datetime.now(UTC) - timedelta(days=days)))
    return store


def _here(store: Store) -> list[str]:
    return [name for name in ("vier-jaar", "drie-jaar", "gisteren") if store.revision(name)]


def _answers(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))


def test_keys_says_whether_there_is_a_link(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "trainer"]) == 1
    assert "nog geen link" in capsys.readouterr().out
    assert main(["keys", "trainer", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"role": "trainer", "exists": False, "set": False}
    store.make_key("trainer", "link", token_hash("a" * 22), at=datetime.now(UTC))
    assert main(["keys", "trainer"]) == 0
    assert "Er is een link" in capsys.readouterr().out
    assert main(["keys", "trainer", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"role": "trainer", "exists": True, "set": False}


def test_a_new_link_works_and_the_old_one_does_not(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    tokens = []
    for _ in range(2):
        assert main(["keys", "trainer", "--new"]) == 0
        tokens += re.findall(LINK, capsys.readouterr().out)
    assert [store.key_role(token_hash(token)) for token in tokens] == [None, "trainer"]


def test_only_who_had_a_link_hears_that_it_is_gone(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    main(["keys", "trainer", "--new"])
    assert "oude link" not in capsys.readouterr().out
    main(["keys", "trainer", "--new"])
    assert "De oude link werkt niet meer" in capsys.readouterr().out


def test_a_new_link_has_the_public_address(store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHOOL_PUBLIC_URL", "https://cursus.example.org")
    assert main(["keys", "trainer", "--new", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"role", "link"}
    address, _, token = told["link"].rpartition("/")
    assert address == "https://cursus.example.org/sleutel"
    assert store.key_role(token_hash(token)) == "trainer"


def test_a_key_that_was_set_is_changed_where_it_was_set(
    store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHOOL_TRAINER_KEY", "een-zelf-gekozen-sleutel")
    assert main(["keys", "trainer"]) == 0
    assert main(["keys", "trainer", "--new"]) == 2
    told = capsys.readouterr()
    assert "SCHOOL_TRAINER_KEY" in told.out
    assert "SCHOOL_TRAINER_KEY" in told.err
    assert "zelf-gekozen" not in told.out + told.err
    assert not store.has_key("trainer")


@pytest.mark.parametrize("typed", ["ja\n", "J\n"])
def test_who_says_yes_erases_who_was_away_that_long(
    three_learners: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    _answers(monkeypatch, typed)
    assert main(["erase", "--older-than", "24"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("2 deelnemers zonder activiteit in de laatste 24 maanden.")
    assert told.endswith("Gewist: 2 deelnemers.\n")
    assert _here(three_learners) == ["gisteren"]


@pytest.mark.parametrize("typed", ["nee\n", "\n", "jaja\n"])
def test_who_says_anything_else_erases_nobody(
    three_learners: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    _answers(monkeypatch, typed)
    assert main(["erase", "--older-than", "24"]) == 0
    assert capsys.readouterr().out.endswith("Er is niets gewist.\n")
    assert len(_here(three_learners)) == 3


def test_where_nobody_can_answer_nothing_is_erased(
    three_learners: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _answers(monkeypatch, "")
    assert main(["erase", "--older-than", "24"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert len(_here(three_learners)) == 3


def test_with_yes_nothing_is_asked(three_learners: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _answers(monkeypatch, "")
    assert main(["erase", "--older-than", "42", "--yes"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 deelnemer zonder activiteit in de laatste 42 maanden.",
        "Gewist: 1 deelnemer.",
    ]
    assert _here(three_learners) == ["drie-jaar", "gisteren"]
    assert main(["erase", "--older-than", "42"]) == 0


def test_what_was_said_in_old_rooms_goes_without_asking(
    store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _answers(monkeypatch, "")
    then = utc_now() - timedelta(days=40)
    store.migrate()
    assert store.rooms.open(Room("zaal", "417417", "Ochtend", (), then))
    assert store.rooms.ask(Question("v1", "zaal", "Van Jan", then), participant="an")
    assert main(["erase", "--older-than", "24"]) == 0  # left open long ago: closed as of its last activity
    assert "1 tekst" in capsys.readouterr().out
    assert store.rooms.questions("zaal")[0].text == ""


def test_json_counts_and_erases_only_with_yes(three_learners: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", "--older-than", "24", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["found"], told["erased"]) == (2, 0)
    assert datetime.fromisoformat(told["before"]).tzinfo
    assert len(_here(three_learners)) == 3
    assert main(["erase", "--older-than", "24", "--json", "--yes"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["found"], told["erased"]) == (2, 2)
    assert _here(three_learners) == ["gisteren"]


@pytest.mark.parametrize("argv", [["keys", "trainer"], ["erase", "--older-than", "24", "--yes"]])
def test_a_wrong_setting_and_a_database_that_is_away_are_said(
    argv: list[str], store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHOOL_MIN_GROUP", "3")
    assert main(argv) == 2
    assert "SCHOOL_MIN_GROUP" in capsys.readouterr().err
    monkeypatch.delenv("SCHOOL_MIN_GROUP")
    monkeypatch.setenv("SCHOOL_DATABASE_URL", "postgresql://wie:geheim@127.0.0.1:1/weg")
    assert main(argv) == 1
    told = capsys.readouterr().err
    assert "De database antwoordt niet" in told
    assert "geheim" not in told
