"""The right answer to a task with a mouse, with a finger or with a keyboard alone: the same things done, and as many."""

from typing import assert_never

from playwright.sync_api import Locator

from school.content import Course
from school.learning import shuffled
from school.tasks import TRUTHS, Choice, Match, Multiple, Number, Order, Reflect, ShortWords, TrueFalse
from tests.browser.three_ways import Way

THOUGHT = "Elke dag op dezelfde manier gedag zeggen."


def box(way: Way, name: str) -> Locator:
    """The frame of an exercise."""
    return way.person.page.locator(f".st-key-oefening-{name}")


def do(way: Way, course: Course, name: str) -> None:
    """Gives the right answer to an exercise, and has it looked at."""
    task, where = course.tasks[name], box(way, name)
    match task:
        case Choice():
            way.choose(where, list(task.options).index(task.answer))
        case TrueFalse():
            way.choose(where, list(TRUTHS).index(task.answer))
        case Multiple():
            for answer in task.answers:
                way.tick(where, list(task.options).index(answer))
        case Number():
            way.fill(where.get_by_role("spinbutton"), f"{task.answer:g}")
        case ShortWords():
            way.fill(where.get_by_role("textbox"), task.accept[0])
        case Order():
            put_in_order(way, where, list(task.items), shuffled(task.items, name))
        case Match():
            for right in task.pairs.values():
                way.press(where.locator(f".tile[data-right={right}]"))
        case Reflect():
            way.fill(where.get_by_role("textbox"), THOUGHT)
        case _:
            assert_never(task)
    way.press(where.get_by_role("button", name="Ik heb hierover nagedacht" if isinstance(task, Reflect) else "Kijk na"))


def put_in_order(way: Way, where: Locator, wanted: list[str], now: list[str]) -> None:
    """Brings each thing up to its place, from the first to the last."""
    for place, item in enumerate(wanted):
        for _ in range(now.index(item) - place):
            way.press(where.locator(f"li[data-id={item}] [data-go=up]"))
        now.insert(place, now.pop(now.index(item)))
