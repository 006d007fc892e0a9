"""`python -m school` for teams: `keys`, `demo`, `stats`, `export` and `verify`, as whoever runs the course uses them."""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from school.cli import main
from school.cli.parser import in_dutch
from school.identity import token_hash
from school.learning import Answer
from school.store import Store
from school.teams.written import from_json

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parent.parent
Capture = pytest.CaptureFixture[str]


def settings(patch: pytest.MonkeyPatch, database: Path) -> str:
    """Lets the commands find this database; its address."""
    url = f"sqlite:///{database}"
    for name, value in {"DATABASE_URL": url, "CONTENT": str(ROOT), "TRAINER_KEY": "", "PUBLIC_URL": "https://cursus.example.org"}.items():
        patch.setenv(f"SCHOOL_{name}", value)
    return url


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "new" / "school.db"


@pytest.fixture
def store(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the commands find; its tables are made by whoever comes first."""
    store = Store(settings(monkeypatch, database))
    yield store
    store.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A database with two teams of twelve, and what the command said of them."""
    database = tmp_path_factory.mktemp("demo") / "school.db"
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as told:
        settings(patch, database)
        assert main(["demo", "--teams", "2", "--people", "24", "--answers", "2400", "--json"]) == 0
    return database, told.getvalue()


@pytest.fixture
def demo(database: Path, store: Store, filled: tuple[Path, str]) -> dict[str, object]:
    """What the command said of the two teams that are in this test's own store."""
    database.parent.mkdir()
    shutil.copy(filled[0], database)
    told = json.loads(filled[1])
    assert isinstance(told, dict)
    return told


# keys


def test_a_team_is_made_with_both_its_links(store: Store, capsys: Capture) -> None:
    assert main(["keys", "team", "Noord"]) == 1
    assert "--new" in capsys.readouterr().err
    assert main(["keys", "team", "Noord", "--new", "--by-name", "--of", "Zorg"]) == 0
    told = capsys.readouterr().out
    team = store.teams.named("Noord")
    assert team
    assert team.named_sharing
    assert [one.name for one in store.teams.organisations()] == ["Zorg"]
    assert f"https://cursus.example.org/deelnemen/{store.teams.code(team.id)}" in told
    [token] = re.findall(r"https://cursus\.example\.org/teamblik/([\w-]{22})", told)
    assert store.key(token_hash(token)) == ("team", team.id)


def test_both_links_can_be_renewed_and_the_join_link_is_told_again(store: Store, capsys: Capture) -> None:
    main(["keys", "team", "Noord", "--new", "--json"])
    first = json.loads(capsys.readouterr().out)
    assert main(["keys", "team", "Noord", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {**first, "look": None}
    assert main(["keys", "team", "Noord", "--new", "--new-join", "--json"]) == 0
    second = json.loads(capsys.readouterr().out)
    assert second["join"] != first["join"]
    tokens = [told["look"].rpartition("/")[2] for told in (first, second)]
    assert [store.key(token_hash(token)) is None for token in tokens] == [True, False]


def test_a_team_gets_another_name(store: Store, capsys: Capture) -> None:
    assert main(["keys", "team", "Noord", "--rename", "West"]) == 1
    for name in ("Noord", "Zuid"):
        main(["keys", "team", name, "--new"])
    capsys.readouterr()
    assert main(["keys", "team", "Noord", "--rename", "Zuid"]) == 1
    assert "Er is al een team" in capsys.readouterr().err
    assert main(["keys", "team", "Noord", "--rename", "West"]) == 0
    assert "Meedoen met team West" in capsys.readouterr().out
    assert [team.name for team in store.teams.every()] == ["West", "Zuid"]


def test_a_removed_team_is_out_of_the_figures_of_its_organisation(store: Store, demo: dict[str, object], capsys: Capture) -> None:
    before = store.counts()
    assert main(["keys", "team", "Demoteam 1", "--remove", "--yes"]) == 0
    assert "Demoteam 1 is verwijderd" in capsys.readouterr().out
    assert main(["stats", "Demoteam 1"]) == 1
    assert main(["stats", "Demo-organisatie 1", "--organisation", "--json"]) == 0
    above = from_json(json.loads(capsys.readouterr().out))
    assert ([line.name for line in above.teams], above.periods["all"].people.started) == (["Demoteam 2"], 12)
    after = store.counts()
    assert (after["answers"], after["learners"]) == (before["answers"], before["learners"])
    assert main(["verify"]) == 0
    assert main(["keys", "team", "Demoteam 1", "--remove", "--yes"]) == 1


def test_an_organisation_has_a_link_of_its_own(store: Store, capsys: Capture) -> None:
    assert main(["keys", "organisation", "Zorg"]) == 1
    capsys.readouterr()
    for _ in range(2):
        assert main(["keys", "organisation", "Zorg", "--new", "--json"]) == 0
        token = json.loads(capsys.readouterr().out)["look"].rpartition("/")[2]
        found = store.key(token_hash(token))
        assert found
        assert found[0] == "organisation"
    assert len(store.teams.organisations()) == 1


@pytest.mark.parametrize("argv", [
    ["keys", "team"],
    ["keys", "organisation"],
    ["keys", "trainer", "Noord"],
    ["keys", "trainer", "--by-name"],
    ["keys", "organisation", "Zorg", "--new-join"],
    ["keys", "organisation", "Zorg", "--remove", "--yes"],
    ["keys", "team", "Noord", "--remove"],
    ["keys", "team", "Noord", "--yes"],
    ["keys", "team", "Noord", "--new", "--rename", "Zuid"],
    ["keys", "team", " ", "--new"],
    ["keys", "team", "x" * 61, "--new"],
    ["demo", "--teams", "0"],
    ["demo", "--people", "drie"],
    ["demo", "--people", "5", "--teams", "6"],
    ["demo", "--people", "50", "--answers", "49"],
    ["export", "Noord"],
    ["export", "--to", "cijfers.xlsx"],
    ["export", "Noord", "--to", "cijfers.doc"],
    ["export", "Noord", "--to", "no/such/folder/cijfers.pdf"],
    ["verify", "alles"],
])  # fmt: skip
def test_wrong_use_gives_2_and_says_why_in_dutch(argv: list[str], store: Store, capsys: Capture) -> None:
    assert main(argv) == 2
    told = capsys.readouterr()
    assert told.err
    assert not told.out
    assert not re.search(r"\b(error|argument|invalid|expected|required|usage)\b", told.err)


def test_an_option_for_a_new_team_is_refused_for_one_that_is_there(store: Store, capsys: Capture) -> None:
    main(["keys", "team", "Noord", "--new"])
    assert main(["keys", "team", "Noord", "--new", "--by-name"]) == 2
    assert "nieuw team" in capsys.readouterr().err


@pytest.mark.parametrize(("english", "dutch"), [
    ("the following arguments are required: ROL", "dit ontbreekt nog: ROL"),
    ("argument --to: expected one argument", "--to: hier hoort iets achter"),
    ("argument ROL: invalid choice: 'x' (choose from 'a', 'b')", "ROL: 'x' kan niet; kies uit 'a', 'b'"),
    ("unrecognized arguments: --jsno", "dit kennen we niet: --jsno"),
    ("argument --seed: invalid int value: 'x'", "--seed: 'x' is geen goede waarde"),
    ("something new in Python", "something new in Python"),
])  # fmt: skip
def test_what_python_says_is_said_in_dutch(english: str, dutch: str) -> None:
    assert in_dutch(english) == dutch


# demo


def test_a_demo_has_exactly_what_was_asked_and_figures_of_its_teams(store: Store, demo: dict[str, object]) -> None:
    counts = store.counts()
    assert (counts["teams"], counts["learners"], counts["memberships"], counts["answers"]) == (2, 24, 24, 2400)
    assert demo["figures"] == 2
    assert store.key(token_hash(str(demo["look"]))) is not None
    assert {kind for kind, _ in store.teams.snapshots()} == {"team", "organisation"}


def test_where_real_people_are_nothing_is_put_in_without_being_sure(store: Store, capsys: Capture) -> None:
    store.migrate()
    store.answer("anna", Answer("een", "taak", "12345678", "waar", 1.0, datetime.now(UTC)))
    small = ["demo", "--teams", "1", "--people", "2", "--answers", "10"]
    assert main(small) == 2
    assert "--yes" in capsys.readouterr().err
    assert store.counts()["learners"] == 1
    assert main([*small, "--yes", "--no-figures"]) == 0
    assert (store.counts()["learners"], store.counts()["snapshots"]) == (3, 0)


def test_the_same_people_are_not_put_in_twice(store: Store, demo: dict[str, object], capsys: Capture) -> None:
    assert main(["demo", "--teams", "1", "--people", "2", "--answers", "10", "--yes"]) == 2
    assert "--seed 1" in capsys.readouterr().err
    assert store.counts()["teams"] == 2


def test_a_second_demo_with_another_seed_has_teams_of_its_own(store: Store, demo: dict[str, object], capsys: Capture) -> None:
    assert main(["demo", "--teams", "2", "--people", "12", "--answers", "60", "--seed", "2", "--yes"]) == 0
    assert store.counts()["teams"] == 4
    assert "100%: 60 antwoorden" in capsys.readouterr().err


# stats and export


def test_stats_says_which_teams_there_are(store: Store, demo: dict[str, object], capsys: Capture) -> None:
    assert main(["stats"]) == 0
    assert capsys.readouterr().out.splitlines() == ["Demoteam 1: 12 leden", "Demoteam 2: 12 leden"]
    assert main(["stats", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(team["name"], team["members"], team["figures"]) for team in told] == [("Demoteam 1", 12, True), ("Demoteam 2", 12, True)]


def test_without_teams_stats_says_how_to_make_one(store: Store, capsys: Capture) -> None:
    assert main(["stats"]) == 0
    assert "keys team" in capsys.readouterr().out


def test_stats_and_export_give_the_snapshot_and_nothing_else(
    store: Store, demo: dict[str, object], capsys: Capture, tmp_path: Path
) -> None:
    assert main(["stats", "Demoteam 2", "--json"]) == 0
    told = from_json(json.loads(capsys.readouterr().out))
    team = store.teams.named("Demoteam 2")
    assert team
    assert told == store.teams.snapshot("team", team.id)
    assert main(["export", "Demoteam 2", "--to", str(tmp_path / "cijfers.json")]) == 0
    assert from_json(json.loads((tmp_path / "cijfers.json").read_text(encoding="utf-8"))) == told


@pytest.mark.parametrize("kind", ["xlsx", "zip", "pdf"])
def test_export_writes_files_that_open(kind: str, store: Store, demo: dict[str, object], capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / f"cijfers.{kind}"
    assert main(["export", "Demoteam 1", "--to", str(file)]) == 0
    assert str(file) in capsys.readouterr().out
    content = file.read_bytes()
    if kind == "xlsx":
        assert load_workbook(io.BytesIO(content)).sheetnames
    elif kind == "zip":
        assert all(name.endswith(".csv") for name in zipfile.ZipFile(io.BytesIO(content)).namelist())
    else:
        assert content.startswith(b"%PDF")


def test_an_organisation_and_everyone_have_figures_too(store: Store, demo: dict[str, object], capsys: Capture) -> None:
    assert main(["stats", "Demo-organisatie 1", "--organisation"]) == 0
    assert "24 mensen begonnen" in capsys.readouterr().out
    assert main(["stats", "--everyone"]) == 1
    assert "--renew" in capsys.readouterr().err
    assert main(["stats", "--everyone", "--renew"]) == 0
    assert "24 mensen begonnen" in capsys.readouterr().out


@pytest.mark.parametrize("argv", [["stats", "Zuid"], ["export", "Zuid", "--to", "zuid.pdf"], ["stats", "Zuid", "--organisation"]])
def test_a_team_that_is_not_there_is_a_problem(argv: list[str], store: Store, capsys: Capture) -> None:
    assert main(argv) == 1
    assert "met de naam 'Zuid'" in capsys.readouterr().err


# verify


def test_verify_finds_that_everything_follows_from_the_answers(store: Store, demo: dict[str, object], capsys: Capture) -> None:
    assert main(["verify"]) == 0
    assert "Alles klopt met de antwoorden." in capsys.readouterr().out
    assert main(["verify", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["snapshots"], told["learners"], told["gone"], told["wrong"]) == (3, 24, 0, [])


def test_verify_lists_what_does_not_follow_and_fails(store: Store, demo: dict[str, object], capsys: Capture, tmp_path: Path) -> None:
    learner = store.everybody()[0]
    while not store.record(learner).cards:
        learner = store.everybody(learner)[0]
    import sqlite3  # noqa: PLC0415  (to change what no part of the course would)

    with sqlite3.connect(tmp_path / "new" / "school.db") as behind_our_back:
        behind_our_back.execute("UPDATE cards SET due = '2030-01-01' WHERE learner = ?", (learner,))
    behind_our_back.close()
    assert main(["verify"]) == 1
    assert f"deelnemer {learner}" in capsys.readouterr().out
