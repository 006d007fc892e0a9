"""Every sentence and bullet of the deck of 2018 has its place in the course, as it stands on the screen."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from school.content import Course
from school.runtime import open_runtime, use_runtime
from school.settings import Settings
from tests.journeys.screen import Screen

HERE = Path(__file__).parent
HEADER = "regel van de dia\tonderdeel\tstap\tzin op het scherm"


@dataclass(frozen=True)
class Row:
    """A line of the deck, the step it came to, and words that stand in that step."""

    line: str
    module: str
    step: str
    phrase: str


def lines_of(file: str) -> list[str]:
    return [" ".join(line.split()) for line in (HERE / file).read_text(encoding="utf-8").splitlines() if line.strip()]


def rows() -> list[Row]:
    header, *lines = (HERE / "deck.tsv").read_text(encoding="utf-8").splitlines()
    assert header == HEADER
    return [Row(*(" ".join(cell.split()) for cell in line.split("\t"))) for line in lines]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    database = tmp_path_factory.mktemp("deck") / "school.db"
    here = open_runtime(Settings(database_url=f"sqlite:///{database}"))
    use_runtime(here)
    yield here.library.course
    use_runtime(None)
    here.store.close()


@pytest.fixture(scope="module")
def texts_of(course: Course) -> Callable[[str, str], list[str]]:
    """What can be read in a step; each step is drawn once."""

    @cache
    def read(module: str, step: str) -> list[str]:
        return Screen(module, {"stap": step}, person="a" * 22).texts

    return read


def test_every_line_of_the_deck_has_a_row_as_often_as_it_stands_there() -> None:
    missing = Counter(lines_of("deck.txt")) - Counter(row.line for row in rows())
    assert not missing, f"these lines of the deck have no row in deck.tsv: {sorted(missing.elements())}"


def test_every_row_is_about_a_line_of_the_deck() -> None:
    lines = set(lines_of("deck.txt"))
    assert [row.line for row in rows() if row.line not in lines] == []


def test_there_are_rows_for_all_of_the_deck() -> None:
    assert len(rows()) >= 150


def test_every_row_names_a_step_of_the_course(course: Course) -> None:
    steps = {(step.module, step.id) for step in course.steps()}
    assert [row for row in rows() if (row.module, row.step) not in steps] == []


def test_the_words_of_every_row_stand_on_the_screen(course: Course, texts_of: Callable[[str, str], list[str]]) -> None:
    unseen = [row for row in rows() if not any(row.phrase in text for text in texts_of(row.module, row.step))]
    assert unseen == []


def test_no_row_leans_on_words_that_stand_in_every_step(course: Course, texts_of: Callable[[str, str], list[str]]) -> None:
    # Otherwise a row would prove nothing: 'Volgende' is to be read everywhere.
    everywhere = [texts_of(step.module, step.id) for step in course.steps()]
    common = [row for row in rows() if all(any(row.phrase in text for text in texts) for texts in everywhere)]
    assert common == []
