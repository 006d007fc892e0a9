"""Answering with a mouse, and reading what stands answered: one question on the screen, of any kind."""

from typing import assert_never

from playwright.sync_api import Locator

from school.grading import Response
from school.tasks import TRUTHS, Choice, Match, Multiple, Number, Order, Reflect, ShortWords, Task, TrueFalse


def options(task: Choice | TrueFalse | Multiple) -> list[str]:
    """Ids of the options, as they stand from top to bottom."""
    return list(TRUTHS) if isinstance(task, TrueFalse) else list(task.options)


def give(where: Locator, task: Task, response: Response) -> None:
    """Puts an answer in the widgets of a question; what has to be pressed after that is left to the caller."""
    match task:
        case Choice() | TrueFalse():
            where.get_by_role("radiogroup").locator("label").nth(options(task).index(str(response))).click()
        case Multiple():
            for place, option in enumerate(options(task)):
                where.get_by_role("checkbox").nth(place).set_checked(option in response, force=True)
        case Number():
            where.get_by_role("spinbutton").fill(f"{response:g}")
            where.get_by_role("spinbutton").press("Enter")
        case ShortWords():
            where.get_by_role("textbox").fill(str(response))
            where.get_by_role("textbox").press("Enter")
        case Order():
            _put_in_order(where, list(response))
        case Match():
            for left, right in dict(response).items():
                if where.locator(f".slot[data-left={left}]").get_attribute("aria-expanded") != "true":
                    where.locator(f".slot[data-left={left}]").click()
                where.locator(f".tile[data-right={right}]").click()
        case Reflect():
            where.get_by_role("textbox").fill(str(response))
        case _:
            assert_never(task)


def given(where: Locator, task: Task) -> Response | None:
    """The answer as the widgets of a question show it."""
    match task:
        case Choice() | TrueFalse():
            chosen = [radio.is_checked() for radio in where.get_by_role("radio").all()]
            return options(task)[chosen.index(True)] if any(chosen) else None
        case Multiple():
            boxes = zip(options(task), where.get_by_role("checkbox").all(), strict=True)
            return [option for option, box in boxes if box.is_checked()]
        case Number():
            return float(where.get_by_role("spinbutton").input_value() or "nan")
        case ShortWords() | Reflect():
            return where.get_by_role("textbox").input_value()
        case Order():
            return [row.get_attribute("data-id") or "" for row in where.locator("li[data-id]").all()]
        case Match():
            words = {text: name for name, text in task.right.items()}
            return {left: words.get(where.locator(f".slot[data-left={left}]").inner_text(), "") for left in task.left}
        case _:
            assert_never(task)


def _put_in_order(where: Locator, wanted: list[str]) -> None:
    for place, item in enumerate(wanted):
        now = [row.get_attribute("data-id") for row in where.locator("li[data-id]").all()]
        for _ in range(now.index(item) - place):
            where.locator(f"li[data-id={item}] [data-go=up]").click()
