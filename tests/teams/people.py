"""People who made quizzes: records as the store gives them, from a seed, with an ability and questions of some difficulty."""

import math
import random
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from school.certainty import SURE
from school.content import Course
from school.grading import grade, solution
from school.learning import EINDTOETS, STARTMETING, Answer, Attempt, Record
from school.loading import load_course
from school.tasks import Choice, TrueFalse
from school.teams.batch import Member

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
REAL = load_course(ROOT, today=TODAY)
SMALL = load_course(ROOT / "tests" / "course", today=TODAY)


def made(
    course: Course, person: str, quiz: str, scores: Mapping[str, float], at: datetime, **more: object
) -> tuple[Attempt, tuple[Answer, ...]]:
    """One go at a quiz with these scores; the response is the right one or nothing in particular."""
    name = f"{person}-{quiz}"
    answers = tuple(
        Answer(f"{name}-{task}", task, course.tasks[task].version, _response(course, task, score), score, at, attempt=name, **more)
        for task, score in scores.items()
    )
    mean = sum(scores.values()) / len(scores)
    return Attempt(name, quiz, 1, tuple(scores), 0.7, at, finished=at, score=mean), answers


def _response(course: Course, task: str, score: float) -> object:
    asked = course.tasks[task]
    if score >= 1:
        return solution(asked)
    if isinstance(asked, Choice):
        return next(name for name in asked.options if name != asked.answer)
    if isinstance(asked, TrueFalse):
        return "waar" if asked.answer == "niet-waar" else "niet-waar"
    return "iets anders"


def record(*goes: tuple[Attempt, tuple[Answer, ...]]) -> Record:
    return Record(answers=tuple(answer for _, answers in goes for answer in answers), attempts=tuple(attempt for attempt, _ in goes))


def member(person: str, *goes: tuple[Attempt, tuple[Answer, ...]], **more: object) -> Member:
    return Member(person, NOW - timedelta(days=30), record(*goes), **more)


def practised(course: Course, quiz: str, many: int, *, seed: int = 1) -> tuple[list[Member], dict[str, list[float]]]:
    """`many` people with one go at a practice quiz, and the scores per question as a table."""
    chance = random.Random(seed)
    hard = {task: chance.gauss(-0.3, 0.8) for task in course.quizzes[quiz].questions}
    table: dict[str, list[float]] = {task: [] for task in hard}
    members = []
    for number in range(many):
        able = chance.gauss(0, 1)
        scores = {task: float(chance.random() < 1 / (1 + math.exp(-able - 0.4 + hard[task]))) for task in hard}
        for task, score in scores.items():
            table[task].append(score)
        sure = chance.choice([None, 1, 2, SURE])
        members.append(member(f"p{number}", made(course, f"p{number}", quiz, scores, NOW, certainty=sure)))
    return members, table


def measured(course: Course, many: int, *, seed: int = 1) -> tuple[list[Member], list[tuple[float, float]]]:
    """`many` people with startmeting and eindtoets, and their mean scores."""
    chance = random.Random(seed)
    members, pairs = [], []
    for number in range(many):
        person, able = f"p{number}", chance.gauss(0, 0.7)
        goes = [
            _test(course, person, quiz, able + more, chance, at)
            for quiz, more, at in ((STARTMETING, 0.0, NOW - timedelta(days=9)), (EINDTOETS, 1.0, NOW))
        ]
        members.append(member(person, *goes))
        pairs.append((goes[0][0].score or 0.0, goes[1][0].score or 0.0))
    return members, pairs


def _test(course: Course, person: str, quiz: str, able: float, chance: random.Random, at: datetime) -> tuple[Attempt, tuple[Answer, ...]]:
    tasks: Sequence[str] = [chance.choice(list(place.questions)) for place in course.places.values()]
    return made(course, person, quiz, {task: float(chance.random() < 1 / (1 + math.exp(-able))) for task in tasks}, at)


def wrong_options_of(course: Course, task: str) -> list[str]:
    asked = course.tasks[task]
    return [name for name in asked.options if grade(asked, name).score < 1] if isinstance(asked, Choice) else []
