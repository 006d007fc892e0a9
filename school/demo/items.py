"""How hard each question is to people who are made up, and what they say when they do not know."""

import random
from dataclasses import dataclass
from math import exp
from typing import assert_never

from school.content import Course
from school.grading import REFLECTED, Response, grade, parse, solution
from school.tasks import TRUTHS, Choice, Match, Multiple, Number, Order, Reflect, ShortWords, Task, TrueFalse

WRONG_WAYS = 6
"""How many wrong answers of each question are thought of; people choose among them, the first most often."""


@dataclass(frozen=True)
class Item:
    """A question in the three-parameter model: P(right) = guess + (1 - guess) / (1 + exp(-steepness (ability - difficulty)))."""

    task: str
    version: str
    difficulty: float
    steepness: float
    guess: float
    right: Response
    wrong: tuple[tuple[Response, float], ...]

    def chance(self, ability: float) -> float:
        """Of a right answer, 0 to 1; ability and difficulty are in standard deviations."""
        return self.guess + (1 - self.guess) / (1 + exp(self.steepness * (self.difficulty - ability)))


def items(course: Course, seed: int) -> dict[str, Item]:
    """Every question of the course, the same for the same seed."""
    return {name: _item(name, task, random.Random(f"{seed}/{name}")) for name, task in course.tasks.items()}


def _item(name: str, task: Task, chance: random.Random) -> Item:
    right = solution(task)
    wrong = [] if isinstance(task, Reflect) else _wrong_ones(task, chance)
    return Item(
        task=name,
        version=task.version,
        difficulty=chance.gauss(-0.7, 0.9),
        steepness=chance.lognormvariate(0.1, 0.3),
        guess=1.0 if isinstance(task, Reflect) else _guess(task),
        right=right,
        wrong=tuple(wrong),
    )


def _wrong_ones(task: Task, chance: random.Random) -> list[tuple[Response, float]]:
    """Different wrong answers, each with its score."""
    found: dict[str, tuple[Response, float]] = {}
    for _ in range(WRONG_WAYS * 5):
        response = parse(task, _some_answer(task, chance))
        score = grade(task, response).score
        if score < 1 and len(found) < WRONG_WAYS:
            found.setdefault(repr(response), (response, score))
    return list(found.values())


def _some_answer(task: Task, chance: random.Random) -> object:
    match task:
        case Choice():
            return chance.choice(list(task.options))
        case TrueFalse():
            return chance.choice(list(TRUTHS))
        case Multiple():
            return [name for name in task.options if chance.random() < (0.75 if name in task.answers else 0.3)]
        case Number():
            return round(chance.uniform(task.minimum, task.maximum))
        case Order():
            return chance.sample(list(task.items), len(task.items))
        case Match():
            places = list(task.pairs.values()) + list(task.decoys)
            return dict(zip(task.pairs, chance.sample(places, len(task.pairs)), strict=True))
        case ShortWords():
            return chance.choice(["geen idee", "weet ik niet", "dat weet ik even niet meer", "?"])
        case Reflect():
            return REFLECTED
        case _:
            assert_never(task)


def _guess(task: Task) -> float:
    """The chance of somebody who knows nothing."""
    match task:
        case Choice():
            return 1 / len(task.options)
        case TrueFalse():
            return 0.5
        case _:
            return 0.05
