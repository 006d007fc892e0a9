"""The real course: it loads, every task proves its own answer, and the words of the field are used with care."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import assert_never

import pytest
from pydantic import BaseModel

from school.grading import Response, grade, parse, plain_word, solution
from school.lesson import SlideAndToday
from school.loading import load_course, read_course
from school.tasks import (
    Choice,
    Match,
    Mistake,
    Multiple,
    Number,
    Option,
    Order,
    Reflect,
    ShortWords,
    Task,
    TrueFalse,
)

ROOT = Path(__file__).parent.parent
REVIEWED = date(2026, 11, 22)
"""The day of the last review of the whole content; later, review dates pass and the check warns."""

COURSE = load_course(ROOT, today=REVIEWED)
PRACTICE = [quiz for quiz in COURSE.quizzes.values() if quiz.kind == "practice"]
PRACTISED = [name for quiz in PRACTICE for name in quiz.questions]
TESTED = [name for place in COURSE.places.values() for name in place.questions]
HOLDERS = (*COURSE.modules, *COURSE.explainers.values())
EXERCISES = [name for holder in HOLDERS for name in holder.exercises]

FORBIDDEN = (
    r"hechtingsgestoord\w*",
    r"manipulatie(f|ve)",
    r"aandacht(s)?trekkers?",
    r"gedesorganiseerde? (kind|kinderen|jongere|jongeren|baby)\b",
    r"ptss['’‘]?ers?",
    r"slachtoffers?\b",
    r"slechte (ouder|moeder|vader)s?\b",
    r"helaas",
    r"fout!",
)

by_task = pytest.mark.parametrize("name", COURSE.tasks)


def test_the_course_has_no_problems_and_no_warnings() -> None:
    assert [str(problem) for problem in read_course(ROOT, today=REVIEWED)[1]] == []


def test_the_course_follows_the_programme() -> None:
    assert [module.id for module in COURSE.modules] == [
        "welkom",
        "ervaringsverhaal",
        "hechting",
        "trauma",
        "take-home",
        "vragen",
        "contacten",
    ]


@by_task
def test_a_task_proves_its_own_answer(name: str) -> None:
    task = COURSE.tasks[name]
    graded = grade(task, parse(task, solution(task)))
    assert graded.score == 1
    assert graded.misconceptions == ()
    assert all(remark.fits for remark in graded.remarks)


@by_task
def test_every_wrong_answer_that_was_foreseen_scores_less_and_gets_its_own_feedback(name: str) -> None:
    task = COURSE.tasks[name]
    for response, feedback, misconception in _foreseen(task):
        graded = grade(task, parse(task, response))
        assert graded.score < 1, response
        assert feedback in [remark.text for remark in graded.remarks], response
        assert misconception is None or misconception in graded.misconceptions, response


@by_task
def test_no_two_answers_get_the_same_feedback(name: str) -> None:
    said = Counter(_feedback(COURSE.tasks[name]))
    assert [text for text, times in said.items() if times > 1] == []


@by_task
def test_every_wrong_option_and_mistake_names_its_thinking_error(name: str) -> None:
    task = COURSE.tasks[name]
    assert [text for text, error in _thinking_errors(task) if not error] == []


def test_there_are_enough_questions() -> None:
    assert len(PRACTICE) == 4
    assert len(PRACTISED) >= 46
    assert len(TESTED) >= 32
    assert len(COURSE.places) == 16


def test_a_question_is_for_practice_or_for_a_test_and_never_for_both() -> None:
    assert set(TESTED).isdisjoint(PRACTISED)
    assert set(TESTED).isdisjoint(EXERCISES)
    assert len(COURSE.tasks) == len(PRACTISED) + len(TESTED) + len(EXERCISES)


def test_no_two_tasks_ask_the_same() -> None:
    prompts = Counter((task.kind, plain_word(task.prompt), _shown(task)) for task in COURSE.tasks.values())
    assert [prompt for prompt, times in prompts.items() if times > 1] == []


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_words_that_label_people_are_not_used(pattern: str) -> None:
    """What the slides of 2018 said may stand there, beside what is known now."""
    found = re.compile(rf"\b{pattern}", re.IGNORECASE)
    assert [text[:80] for text in _texts(COURSE) if found.search(text)] == []


def _foreseen(task: Task) -> Iterator[tuple[Response, str, str | None]]:
    """Every wrong answer that the author foresaw, with what is said and which thinking error is named."""
    match task:
        case Choice():
            for name, option in task.options.items():
                if name != task.answer:
                    yield name, option.feedback, option.misconception
        case TrueFalse():
            other = "niet-waar" if task.answer == "waar" else "waar"
            yield other, task.feedback["waar" if other == "waar" else "niet-waar"], task.misconception
        case Multiple():
            for name, option in task.options.items():
                if name in task.answers:
                    yield [right for right in task.answers if right != name], option.feedback, None
                else:
                    yield [*task.answers, name], option.feedback, option.misconception
        case Number() | Order() | Match() | ShortWords():
            yield from _foreseen_mistakes(task)
        case Reflect():
            return
        case _:
            assert_never(task)


def _foreseen_mistakes(task: Number | Order | Match | ShortWords) -> Iterator[tuple[Response, str, str | None]]:
    match task:
        case Number():
            for range_ in task.mistakes.values():
                yield _number_in(task, range_.low, range_.high), range_.feedback, range_.misconception
        case Order():
            for mistake in task.mistakes.values():
                first, second = mistake.before
                order = [item for item in task.items if item != first]
                order.insert(order.index(second), first)
                yield order, mistake.feedback, mistake.misconception
        case Match():
            for wrong in task.mistakes.values():
                yield {**task.pairs, **wrong.pairs}, wrong.feedback, wrong.misconception
        case ShortWords():
            for told in task.mistakes.values():
                for word in told.words:
                    yield word, told.feedback, told.misconception
        case _:
            assert_never(task)


def _number_in(task: Number, low: float, high: float) -> float:
    """A number in this range that a learner can give and that is wrong."""
    some = (low, high, (low + high) / 2)
    fitting = [x for x in some if task.minimum <= x <= task.maximum and x not in task.accept]
    assert fitting, f"nobody can give a number from {low} to {high}"
    return fitting[0]


def _feedback(task: Task) -> list[str]:
    """Everything that may be said of an answer."""
    match task:
        case Choice() | Multiple():
            return [option.feedback for option in task.options.values()]
        case TrueFalse():
            return list(task.feedback.values())
        case Number() | Order() | Match() | ShortWords():
            return [task.feedback, task.otherwise, *(mistake.feedback for mistake in task.mistakes.values())]
        case Reflect():
            return []
        case _:
            assert_never(task)


def _thinking_errors(task: Task) -> list[tuple[str, str | None]]:
    """Of every wrong answer that was foreseen, what is said and the thinking error behind it."""
    wrong: list[Option | Mistake] = []
    match task:
        case Choice():
            wrong += [option for name, option in task.options.items() if name != task.answer]
        case Multiple():
            wrong += [option for name, option in task.options.items() if name not in task.answers]
        case TrueFalse():
            return [(task.prompt, task.misconception)]
        case Number() | Order() | Match() | ShortWords():
            wrong += task.mistakes.values()
        case Reflect():
            pass
        case _:
            assert_never(task)
    return [(one.feedback, one.misconception) for one in wrong]


def _shown(task: Task) -> frozenset[str]:
    """The options a learner sees, for questions that are asked in the same words about something else."""
    match task:
        case Choice() | Multiple():
            return frozenset(option.text for option in task.options.values())
        case Order():
            return frozenset(task.items.values())
        case Match():
            return frozenset([*task.left.values(), *task.right.values()])
        case _:
            return frozenset()


def _texts(value: object) -> Iterator[str]:
    """Every text in the course, but for what the slides of 2018 said."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, SlideAndToday):
        yield value.today
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field))
    elif dataclasses.is_dataclass(value):
        for told in dataclasses.fields(value):
            yield from _texts(getattr(value, told.name))
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, (list, tuple)):
        yield from (text for inner in value for text in _texts(inner))
