"""A server that keeps running while an author edits, also when the author makes a mistake."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from school.loading import ContentError, Library
from school.runtime import Runtime, open_runtime, use_runtime
from school.settings import Settings
from tests.journeys.conftest import SMALL, Clock
from tests.journeys.quizzes import RIGHT, take
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
LESSON = Path("modules/02-proef/lesson.md")
MODULE = Path("modules/02-proef/module.yaml")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small course, to write in."""
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


@pytest.fixture(autouse=True)
def looking_always(here: Runtime, content: Path, clock: Clock) -> Iterator[Library]:
    """The files are looked at with every page, and not every two seconds."""
    library = Library(content, today=lambda: clock().date(), check_every_seconds=0)
    use_runtime(replace(here, library=library))
    yield library
    use_runtime(None)


def test_a_mend_in_a_text_is_on_the_next_page(open_page: Open, content: Path) -> None:
    screen = open_page("proef", stap="water-en-thee")
    write(content / LESSON, "Goede thee begint met water.", "Goede thee begint bij de kraan.")
    screen.again()
    assert screen.says("Goede thee begint bij de kraan.")


def test_what_looks_like_html_is_shown_as_it_was_written(open_page: Open, content: Path) -> None:
    write(content / LESSON, "## Trekken en schenken", "## Trekken <i>en</i> schenken")
    write(content / MODULE, "aim: je kent de volgorde.", "aim: je kent <i>de</i> volgorde.")
    write(content / MODULE, "text: Hier gaat het over heet water.", "text: Hier gaat het over <i>heet</i> water.")
    words = open_page("proef", stap="trekken-en-schenken")._markdown
    for text in ("Trekken \\<i>en\\</i> schenken", "je kent \\<i>de\\</i> volgorde", "Hier gaat het over \\<i>heet\\</i> water"):
        assert text in words


def test_the_title_of_a_quiz_and_a_misunderstanding_that_look_like_html_are_shown_as_they_were_written(
    open_page: Open, content: Path
) -> None:
    write(content / "quizzes/proeftoets.yaml", "title: Thee", "title: Thee <i>met</i> koek")
    write(content / "quizzes/proeftoets.yaml", "misconception: schenken komt eerst", "misconception: schenken <i>komt</i> eerst")
    screen = open_page()
    take(screen, {**RIGHT, "vraag-water": "schenken"}, {"vraag-water": 3})
    words = screen._markdown
    assert "Toets Thee \\<i>met\\</i> koek · je was zeker" in words
    assert "Schenken \\<i>komt\\</i> eerst" in words
    screen.go("toets", quiz="proeftoets", nakijken="1")
    assert "Toets Thee \\<i>met\\</i> koek · nakijken" in screen._markdown


def test_with_broken_content_the_last_good_course_stays(open_page: Open, content: Path, looking_always: Library) -> None:
    screen = open_page("proef", stap="water-en-thee")
    write(content / MODULE, "answer: kokend", "answer: bevroren")
    write(content / LESSON, "Goede thee begint met water.", "Dit komt er niet op.")
    screen.again()
    assert screen.says("Goede thee begint met water.")
    assert not screen.says("Dit komt er niet op.")
    screen.answer("oefen-water", "kokend")
    assert screen.says("Precies, zo komt de smaak vrij.")
    assert open_page("proef", stap="water-en-thee").says("Goede thee begint met water.")
    assert [problem.field for problem in looking_always.problems if not problem.warning] != []


def test_the_course_is_new_as_soon_as_the_mistake_is_mended(open_page: Open, content: Path) -> None:
    screen = open_page("proef", stap="water-en-thee")
    write(content / MODULE, "answer: kokend", "answer: bevroren")
    write(content / LESSON, "Goede thee begint met water.", "Nu staat het er goed.")
    screen.again()
    write(content / MODULE, "answer: bevroren", "answer: kokend")
    screen.again()
    assert screen.says("Nu staat het er goed.")


def test_a_step_that_is_taken_away_while_it_is_read_gives_our_own_page(open_page: Open, content: Path) -> None:
    screen = open_page("welkom", stap="wie-je-kunt-bellen")
    write(content / "modules/01-welkom/lesson.md", "{#wie-je-kunt-bellen}", "{#bellen}")
    write(content / "modules/01-welkom/module.yaml", "wie-je-kunt-bellen:", "bellen:")
    screen.again()
    assert screen.title == "Deze stap bestaat niet"


def test_a_module_that_is_added_is_in_the_menu(open_page: Open, content: Path) -> None:
    screen = open_page()
    module = Path(shutil.copytree(content / "modules/01-welkom", content / "modules/03-toegift"))
    (module / "lesson.md").write_text("# Toegift\n\n## Nog een kopje {#nog-een-kopje}\n\nProost.\n", encoding="utf-8")
    (module / "module.yaml").write_text(
        "title: Toegift\nsummary: Nog een kopje.\nsteps:\n  nog-een-kopje:\n    minutes: 1\n    aim: je drinkt er nog een.\n",
        encoding="utf-8",
    )
    screen.again()
    screen.follow_link("Toegift, ")
    assert screen.title == "Nog een kopje"


def test_a_server_does_not_start_with_broken_content(content: Path, tmp_path: Path) -> None:
    write(content / MODULE, "answer: kokend", "answer: bevroren")
    with pytest.raises(ContentError) as refused:
        open_runtime(Settings(database_url=f"sqlite:///{tmp_path}/other.db", content=content))
    assert "bevroren" in str(refused.value)


def write(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
