"""A learner with a past, so that pages are measured with something on them. Nothing is measured here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import fmean
from uuid import uuid4

from school.content import Course, Quiz, Step
from school.grading import grade, parse, solution
from school.learning import Answer, Attempt, Record, questions_for
from school.lesson import Explainer
from school.store import Store
from school.tasks import Choice

MONTH = timedelta(days=30)


KINDS = {"walk": -2, "styles": 0, "balance": 0, "glasses": 1, "case": 0}
"""The kinds of explainer that are measured, and the place of the state to open: the moments of a walk, a pair of glasses."""
TABLES = {"walk": "exercise:momenten-op-de-cirkel", "styles": "styles:", "balance": "exercise:noor-wegen"}


@dataclass(frozen=True)
class Spots:
    """Where to measure: addresses, and the keys of what is answered there.

    `explainers` are addresses by kind; `tables` say of some of those in which widget something is laid.
    """

    lesson: str
    exercise: str
    longest: str
    quiz: str
    question: str
    explainers: Mapping[str, str]
    tables: Mapping[str, str]


def spots(course: Course) -> Spots:
    """A step with a choice, the step with the most blocks, and a quiz question with a choice."""
    lesson, exercise = next(_choices(course))
    longest = max(course.steps(), key=lambda step: len(step.blocks))
    quiz = _practice(course)[0]
    place = next(i for i, name in enumerate(quiz.questions, 1) if isinstance(course.tasks[name], Choice))
    return Spots(
        _address(lesson), exercise, _address(longest), f"/toets?quiz={quiz.id}&vraag={place}", "quiz:", _explainers(course), TABLES
    )


def _explainers(course: Course) -> dict[str, str]:
    """Of each kind that was asked for the first in the course, in the state with the most to draw."""
    found: dict[str, str] = {}
    for step in course.steps():
        for block in step.blocks:
            explainer = course.explainers[block.id] if isinstance(block, Explainer) else None
            if explainer and explainer.kind in KINDS and not (explainer.kind == "balance" and not explainer.exercises):
                state = explainer.states[KINDS[explainer.kind]]
                found.setdefault(explainer.kind, f"{_address(step)}&plek={state}")
    return found


def give_past(store: Store, course: Course, learner: str) -> None:
    """Answers every exercise, leaves every step, does every quiz once and practice twice, and begins one more."""
    clock = _clock()
    for step in course.steps():
        for name in step.tasks:
            store.answer(learner, _answer(course, name, next(clock), None))
        store.finish_step(learner, step.address, next(clock))
    for quiz in (*course.quizzes.values(), *_practice(course)):
        _take(store, course, learner, quiz, clock)
    store.start_attempt(learner, _attempt(course, _practice(course)[0], next(clock)))


def _take(store: Store, course: Course, learner: str, quiz: Quiz, clock: Iterator[datetime]) -> None:
    attempt = _attempt(course, quiz, next(clock))
    store.start_attempt(learner, attempt)
    answers = [_answer(course, name, next(clock), attempt.id) for name in attempt.questions]
    for answer in answers:
        store.answer(learner, answer)
    store.finish_attempt(learner, attempt.id, next(clock), fmean(answer.score for answer in answers))


def _attempt(course: Course, quiz: Quiz, at: datetime) -> Attempt:
    return Attempt(uuid4().hex, quiz.id, 1, questions_for(course, quiz, Record(), 1), quiz.pass_mark, at)


def _answer(course: Course, name: str, at: datetime, attempt: str | None) -> Answer:
    """A wrong one now and then, so that charts have something to show."""
    task = course.tasks[name]
    raw = _wrong(task) if isinstance(task, Choice) and at.minute % 3 == 0 else solution(task)
    response = parse(task, raw)
    return Answer(uuid4().hex, name, task.version, response, grade(task, response).score, at, attempt)


def _wrong(task: Choice) -> str:
    return next(option for option in task.options if option != task.answer)


def _choices(course: Course) -> Iterator[tuple[Step, str]]:
    """Steps of any module but the first, with the choice in it."""
    for step in course.steps():
        for name in step.tasks:
            if isinstance(course.tasks[name], Choice) and step.module != course.modules[0].id:
                yield step, name


def _practice(course: Course) -> list[Quiz]:
    return [quiz for quiz in course.quizzes.values() if quiz.kind == "practice"]


def _address(step: Step) -> str:
    return f"/{step.module}?stap={step.id}"


def _clock() -> Iterator[datetime]:
    at = datetime.now(UTC) - MONTH
    while True:
        at += timedelta(minutes=7)
        yield at
