"""The thoughts: what an author may write, and that in the course what helps is what the exercise says."""

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from ruamel.yaml import YAML

from school.explainers.thoughts import FEAR, RECOGNISE, Thoughts
from school.loading import load_course
from school.tasks import Choice

ROOT = Path(__file__).parent.parent
COURSE = load_course(ROOT, today=date(2026, 11, 22))
GOOD: dict[str, Any] = YAML(typ="safe").load(ROOT / "tests/course/modules/02-proef/explainers/wat-je-denkt.yaml")


def _real() -> Thoughts:
    found = COURSE.explainers["gedachten"]
    assert isinstance(found, Thoughts)
    return found


REAL = _real()


def said(*trail: str, value: object) -> str:
    """What is said when one field has another value."""
    changed = deepcopy(GOOD)
    place = changed
    for name in trail[:-1]:
        place = place[name]
    place[trail[-1]] = value
    with pytest.raises(ValidationError) as refused:
        Thoughts.model_validate(changed)
    return str(refused.value)


def test_one_recognises_first_then_answers_thoughts_and_ends_at_the_limit() -> None:
    thoughts = Thoughts.model_validate(GOOD)
    assert thoughts.states == (RECOGNISE, "mislukt", FEAR)
    assert [thoughts.asked_at(name) for name in thoughts.exercises] == [RECOGNISE, "mislukt", FEAR]


@pytest.mark.parametrize(
    ("trail", "value", "words"),
    [
        (("recognise",), "thee-heet", "staat geen oefening 'thee-heet' van de soort 'match'"),
        (("fear", "exercise"), "weg", "fear.exercise: onder 'exercises' staat geen oefening 'weg'"),
        (("thoughts", "bitter", "area"), "geur", "thoughts.bitter.area: 'geur' staat niet bij 'areas' (smaak, zelf)"),
        (("thoughts", "bitter", "exercise"), "thee-gebieden", "staat geen oefening 'thee-gebieden' van de soort 'choice'"),
        (("thoughts", FEAR), {"text": "Ik ben bang.", "area": "zelf", "helps": "Dat mag."}, f"thoughts: '{FEAR}' is het adres"),
    ],
)
def test_what_cannot_be_is_refused_and_named(trail: tuple[str, ...], value: object, words: str) -> None:
    assert words in said(*trail, value=value)


def test_in_words_stands_every_thought_with_what_helps() -> None:
    words = Thoughts.model_validate(GOOD).in_words()
    assert "| De smaak | Thee is altijd bitter. | Deze thee is bitter. |" in words
    assert words.endswith("**Als de ketel heet is.** Wie zich kan branden is terecht voorzichtig.")


def test_the_course_has_a_thought_of_every_area_and_asks_about_six_areas() -> None:
    assert {thought.area for thought in REAL.thoughts.values()} == set(REAL.areas)
    assert len({thought.area for thought in REAL.asked.values()}) == 6


@pytest.mark.parametrize("name", REAL.asked)
def test_what_the_child_keeps_is_the_right_answer_of_the_exercise(name: str) -> None:
    thought = REAL.asked[name]
    task = REAL.exercises[thought.exercise or ""]
    assert isinstance(task, Choice)
    assert task.options[task.answer].text == thought.helps
    assert f"'{thought.text}'" in task.prompt


def test_what_has_to_be_recognised_lies_in_the_area_that_the_course_gives_it() -> None:
    task = REAL.exercises[REAL.recognise]
    known = {thought.text: thought.area for thought in REAL.thoughts.values()} | {"Ik ben slecht.": "schaamte"}
    assert {known[text]: task.pairs[name] for name, text in task.left.items()} == {area: area for area in task.pairs.values()}
