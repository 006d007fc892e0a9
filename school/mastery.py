"""Which learning goals somebody masters, from all answers. No page and no advice in words.

The rule: at least three answers to at least two different questions, and of the last three 80 % or more
(docs/decisions/0013-mastery-and-certainty.md).
"""

from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from school.content import Course, Step
from school.learning import Answer, Record, evidence

LAST = 3
QUESTIONS = 2
ENOUGH = 0.8

State = Literal["mastered", "learning", "unknown"]


@dataclass(frozen=True)
class Mastery:
    """How somebody stands on a goal; `score` is the mean of the last three answers, `unknown` when they are too few."""

    goal: str
    state: State
    score: float
    answers: int
    questions: int


def mastery(course: Course, record: Record) -> list[Mastery]:
    """Every goal that has a question, in the order of the programme."""
    by_goal: dict[str, list[Answer]] = {goal: [] for goal in goals(course)}
    for answer in _once_per_lesson(evidence(course, record)):
        by_goal[course.tasks[answer.task].goal].append(answer)
    return [_judged(goal, answers) for goal, answers in by_goal.items()]


def goals(course: Course) -> list[str]:
    """The goals that can be answered on, in the order of the programme."""
    asked = {task.goal for task in course.tasks.values() if task.kind != "reflect"}
    return [goal for module in course.modules for goal in module.goals if goal in asked]


def teaching_step(course: Course, goal: str) -> Step | None:
    """The first step that teaches a goal."""
    exercises = {task for task in course.tasks if course.tasks[task].goal == goal}
    named = {task.step for task in course.tasks.values() if task.goal == goal}
    return next((step for step in course.steps() if step.address in named or exercises & set(step.tasks)), None)


def practice_quiz(course: Course, goal: str) -> str | None:
    """The first quiz to practise a goal with."""
    return next((quiz.id for quiz in course.quizzes.values() if any(course.tasks[name].goal == goal for name in quiz.questions)), None)


def _once_per_lesson(answers: list[Answer]) -> list[Answer]:
    """Of the tries at an exercise only the last one, as its place in time."""
    last = {answer.task: answer.id for answer in answers if answer.in_lesson}
    return [answer for answer in answers if not answer.in_lesson or last[answer.task] == answer.id]


def _judged(goal: str, answers: list[Answer]) -> Mastery:
    questions = len({answer.task for answer in answers})
    score = fmean(answer.score for answer in answers[-LAST:]) if answers else 0.0
    if len(answers) < LAST or questions < QUESTIONS:
        return Mastery(goal, "unknown", score, len(answers), questions)
    # Three answers of which each is 0.8 must count as 80 %, whatever adding them up does to the last digit.
    return Mastery(goal, "mastered" if score >= ENOUGH - 1e-9 else "learning", score, len(answers), questions)
