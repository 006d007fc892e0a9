from datetime import date
from pathlib import Path

import pytest

from school import addresses
from school.content import Course
from school.loading import load_course


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(Path(__file__).parent / "course", today=date(2026, 11, 22))


def test_every_module_and_every_other_page_has_one_path(course):
    paths = addresses.page_paths(course)

    assert {"/", "/proef", "/toets", "/voortgang", "/presenteren", "/voorbereiden", "/team", "/over", "/begrippen", "/zoeken"} <= paths
    assert "/welkom" not in paths
    assert all(path.count("/") == 1 for path in paths)


def test_a_step_stands_on_the_page_of_its_module(course):
    assert addresses.step(course.find_step("proef/water-en-thee")) == "/proef?stap=water-en-thee"
    assert addresses.step(course.find_step("welkom/welkom")) == "/?stap=welkom"
