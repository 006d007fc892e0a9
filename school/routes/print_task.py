"""A task on paper: what is asked, and for the last page what is right and why. Nothing is graded or marked up here."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from school.grading import in_words, solution
from school.learning import shuffled
from school.tasks import TRUTHS, Choice, Match, Multiple, Number, Order, Reflect, ShortWords, Task, TrueFalse


@dataclass(frozen=True)
class Question:
    """What is asked: `boxes` to tick, `places` to number, a letter of `right` for each of `left`, or empty `lines`."""

    number: int
    prompt: str
    how: str
    boxes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    lines: int = 0
    unit: str = ""


@dataclass(frozen=True)
class Solution:
    """What is right, why, where that comes from (ids of sources) and when it was last checked."""

    number: int
    prompt: str
    right: tuple[str, ...]
    why: str
    sources: tuple[str, ...]
    reviewed: date


def question(number: int, task_id: str, task: Task) -> Question:
    """The task as it is asked. What must be put in order or paired is shuffled, the same way every time."""
    match task:
        case Choice():
            texts = tuple(option.text for option in task.options.values())
            return Question(number, task.prompt, "Kies één antwoord.", boxes=texts)
        case Multiple():
            texts = tuple(option.text for option in task.options.values())
            return Question(number, task.prompt, "Kies alles wat klopt.", boxes=texts)
        case TrueFalse():
            return Question(number, task.prompt, "Waar of niet waar?", boxes=tuple(TRUTHS.values()))
        case Number():
            return Question(number, task.prompt, "Schrijf een getal op.", lines=1, unit=task.unit)
        case Order():
            items = tuple(task.items[name] for name in shuffled(task.items, task_id))
            return Question(number, task.prompt, "Zet een nummer voor elke regel.", places=items)
        case Match():
            right = tuple(task.right[name] for name in shuffled(task.right, task_id))
            how = "Zet voor elke regel de letter die erbij past."
            return Question(number, task.prompt, how, left=tuple(task.left.values()), right=right)
        case ShortWords():
            return Question(number, task.prompt, "Antwoord in een paar woorden.", lines=1)
        case Reflect():
            return Question(number, task.prompt, "Dit is voor jezelf.", lines=4)
        case _:
            assert_never(task)


def answer(number: int, task: Task) -> Solution:
    """What is right. A task to think about has no right answer, only something to think on about."""
    right = () if isinstance(task, Reflect) else tuple(in_words(task, solution(task)))
    return Solution(number, task.prompt, right, task.why, tuple(task.sources), task.reviewed)
