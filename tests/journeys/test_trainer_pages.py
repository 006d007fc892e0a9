"""What only a trainer gets to see, and how somebody else is told to get in."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from school.identity import new_token, token_hash
from school.runtime import Runtime, use_runtime
from school.store import Store
from tests.journeys.conftest import SMALL, Clock
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Break = Callable[[str, str], None]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small course, to break something in."""
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


@pytest.fixture
def edit(content: Path, here: Runtime, monkeypatch: pytest.MonkeyPatch) -> Break:
    """Changes the description of the course while the server runs; it looks at its files at every question."""
    monkeypatch.setattr(here.library, "_look_again", 0.0)
    monkeypatch.setattr(here.library, "_pause", 0.0)

    def change(old: str, new: str) -> None:
        path = content / "modules" / "cursus.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.fixture
def token(here: Runtime, clock: Clock) -> str:
    """The trainer's key."""
    token = new_token()
    assert here.store.make_key("trainer", "link", token_hash(token), at=clock())
    return token


@pytest.fixture
def lookups(here: Runtime, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every time that a key is looked up in the store."""
    asked: list[str] = []
    really = Store.key_role

    def note(store: Store, hashed: str) -> str | None:
        asked.append(hashed)
        return really(store, hashed)

    monkeypatch.setattr(Store, "key_role", note)
    return asked


def with_key(screen: Screen, token: str) -> Screen:
    """The same session in a browser that holds this key."""
    screen.app.session_state["key"] = token
    screen.again()
    return screen


def test_who_has_no_key_reads_how_to_get_in(open_page: Open) -> None:
    for page in ("voorbereiden", "presenteren"):
        screen = open_page(page)
        assert screen.title == "Alleen voor trainers"
        assert screen.says("gaat open met een eigen link")
        assert screen.says("Vraag hem aan wie de cursus beheert")


def test_only_a_trainer_has_the_page_in_the_menu(open_page: Open, token: str) -> None:
    screen = open_page()
    assert "Trainer" not in screen.menu
    with_key(screen, token)
    assert list(screen.menu["Trainer"].values()) == ["/presenteren", "/voorbereiden", "/team"]
    screen.follow_link("Voorbereiden")
    assert (screen.page, screen.title) == ("voorbereiden", "Voorbereiden")


def test_a_trainer_reads_that_the_content_is_right(open_page: Open, token: str) -> None:
    screen = with_key(open_page("voorbereiden"), token)
    assert screen.says("Alles in orde")
    assert not screen.app.code


def test_content_that_becomes_wrong_is_shown_to_a_trainer_and_not_to_a_learner(open_page: Open, token: str, edit: Break) -> None:
    trainer, learner = with_key(open_page("voorbereiden"), token), open_page()
    edit("title: Thee zetten", "titel: *Koffie* zetten")

    learner.again()
    assert learner.title == "Thee zetten"
    assert "cursus.yaml" not in learner.text
    assert "inhoud" not in learner.text
    learner.go("voorbereiden")
    assert "cursus.yaml" not in learner.text

    trainer.again()
    assert trainer.says("De cursus draait door met de laatste goede versie")
    [listed] = trainer.app.code
    assert listed.value.splitlines()[0].startswith("modules/cursus.yaml:1: ")
    assert not trainer.says("Alles in orde")


def test_every_problem_stands_on_a_line_of_its_own_as_in_check(open_page: Open, token: str, edit: Break, here: Runtime) -> None:
    trainer = with_key(open_page("voorbereiden"), token)
    edit("title: Thee zetten", "titel: Koffie zetten")
    trainer.again()
    assert [code.value for code in trainer.app.code] == [
        "modules/cursus.yaml:1: titel: dit veld kennen we niet (bedoel je 'title'?)\nmodules/cursus.yaml:1: title: dit veld ontbreekt"
    ]
    assert trainer.says("2 fouten in de inhoud")


def test_when_it_is_mended_the_list_is_gone(open_page: Open, token: str, edit: Break) -> None:
    trainer = with_key(open_page("voorbereiden"), token)
    edit("title: Thee zetten", "titel: Thee zetten")
    trainer.again()
    edit("titel: Thee zetten", "title: Thee zetten")
    trainer.again()
    assert trainer.says("Alles in orde")


def test_a_warning_is_listed_and_the_course_is_the_new_one(open_page: Open, token: str, edit: Break) -> None:
    trainer = with_key(open_page("voorbereiden"), token)
    edit("as_of: 2026-11-01", "as_of: 2020-11-01")
    trainer.again()
    assert trainer.says("1 waarschuwing")
    assert not trainer.says("laatste goede versie")
    assert not trainer.says("Alles in orde")
    [listed] = trainer.app.code
    assert "2020-11-01 is langer dan 24 maanden geleden" in listed.value


def test_a_key_is_looked_up_once_a_minute_and_not_at_every_click(open_page: Open, token: str, clock: Clock, lookups: list[str]) -> None:
    screen = with_key(open_page(), token)
    for _ in range(3):
        screen.again()
    assert lookups == [token_hash(token)]
    clock.wait(seconds=59)
    screen.again()
    assert len(lookups) == 1
    clock.wait(seconds=1)
    screen.again()
    assert len(lookups) == 2


def test_for_who_has_no_key_nothing_is_looked_up(open_page: Open, token: str, lookups: list[str]) -> None:
    screen = open_page()
    screen.follow_link("Voortgang")
    open_page("voorbereiden")
    assert lookups == []


def test_a_key_that_was_revoked_works_a_minute_more(open_page: Open, token: str, here: Runtime, clock: Clock) -> None:
    screen = with_key(open_page("voorbereiden"), token)
    here.store.revoke_keys("trainer", "link")
    screen.again()
    assert screen.title == "Voorbereiden"
    clock.wait(seconds=60)
    screen.again()
    assert screen.title == "Alleen voor trainers"
    assert "Trainer" not in screen.menu


@pytest.mark.parametrize("wrong", ["", "x", "a" * 22, "a" * 5000, "é" * 20])
def test_a_wrong_key_opens_nothing(open_page: Open, token: str, wrong: str) -> None:
    screen = with_key(open_page("voorbereiden"), wrong)
    assert screen.title == "Alleen voor trainers"
    assert "Trainer" not in screen.menu


def test_the_key_of_a_team_makes_nobody_a_trainer(open_page: Open, here: Runtime, clock: Clock) -> None:
    token = new_token()
    here.store.make_key("team", "noord", token_hash(token), at=clock())
    assert with_key(open_page("voorbereiden"), token).title == "Alleen voor trainers"


def test_a_key_that_was_set_is_the_one_that_opens(open_page: Open, here: Runtime, token: str) -> None:
    chosen = "een-zelf-gekozen-sleutel"
    use_runtime(replace(here, settings=replace(here.settings, trainer_key=chosen)))
    assert with_key(open_page("voorbereiden"), chosen).title == "Voorbereiden"
    assert with_key(open_page("voorbereiden"), token).title == "Alleen voor trainers"


def test_a_trainer_stays_in_while_the_store_is_away(open_page: Open, token: str, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> None:
        raise OperationalError("", {}, Exception())

    screen = with_key(open_page("voorbereiden"), token)
    for name in ("revision", "key_role"):
        monkeypatch.setattr(Store, name, away)
    clock.wait(minutes=5)
    screen.again()
    assert screen.title == "Voorbereiden"
    assert with_key(open_page("voorbereiden", person=None), token).title == "Alleen voor trainers"
