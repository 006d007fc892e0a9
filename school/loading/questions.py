"""Whether each task belongs to a goal, a step and sources that exist, and proves its own answer."""

from collections.abc import Iterator
from typing import assert_never

from school.grading import ResponseError, grade, parse, solution
from school.loading.known import Known
from school.loading.links import check_sources
from school.loading.problems import Problem
from school.loading.written import Written, WrittenTask
from school.tasks import (
    Choice,
    Match,
    Multiple,
    Number,
    Order,
    Reflect,
    ShortWords,
    Task,
    TrueFalse,
)

NOT_RIGHT = "dit goede antwoord wordt niet goed gerekend: staat er iets dubbel, of staat het ook bij 'mistakes'?"


def check_tasks(written: Written, known: Known) -> Iterator[Problem]:
    """Problems with what tasks point at, also for tasks whose form is not right yet."""
    for task in written.tasks():
        fields = task.fields
        yield from _check_goal(task, known)
        yield from _check_step(task, known)
        yield from check_sources(task.file, task.trail, fields, known)
        if task.question and fields.get("kind") == "reflect":
            message = "een vraag om over na te denken wordt niet nagekeken en hoort in een les"
            yield task.file.problem((*task.trail, "kind"), message)
    for place, value in written.blueprint.entries("places").items():
        goal = value.get("goal") if isinstance(value, dict) else None
        if isinstance(goal, str) and (fault := known.fault("goal", goal)):
            yield written.blueprint.problem(("places", place, "goal"), fault)


def _check_goal(task: WrittenTask, known: Known) -> Iterator[Problem]:
    goal = task.fields.get("goal")
    if isinstance(goal, str) and (fault := known.fault("goal", goal)):
        yield task.file.problem((*task.trail, "goal"), fault)


def _check_step(task: WrittenTask, known: Known) -> Iterator[Problem]:
    step, trail = task.fields.get("step"), (*task.trail, "step")
    if isinstance(step, str) and (fault := known.fault("step", step)):
        yield task.file.problem(trail, fault)
    if task.question and task.fields and step is None:
        yield task.file.problem(trail, "dit veld ontbreekt: welke stap leert dit? (module/stap)")


def check_answer(written: WrittenTask, task: Task) -> Iterator[Problem]:
    """A problem when the right answer is not graded as right: it stands twice, or with the mistakes as well."""
    for field, answer in _right_answers(task):
        try:
            right = grade(task, parse(task, answer)).right
        except ResponseError:
            right = False
        if not right:
            yield written.file.problem((*written.trail, field), NOT_RIGHT)


def _right_answers(task: Task) -> list[tuple[str, object]]:
    """Every right answer with the field it stands in."""
    match task:
        case Choice() | TrueFalse() | Number():
            return [("answer", solution(task))]
        case Multiple():
            return [("answers", solution(task))]
        case Order():
            return [("items", solution(task))]
        case Match():
            return [("pairs", solution(task))]
        case ShortWords():
            return [("accept", word) for word in task.accept]
        case Reflect():
            return []
        case _:
            assert_never(task)
