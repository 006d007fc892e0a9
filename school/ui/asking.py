"""The widget for each kind of task. It gives what was chosen, unchecked; grading is not done here."""

from collections.abc import Callable, Mapping
from typing import Literal, assert_never

import streamlit as st

from school.content import Course
from school.grading import MAX_WORDS, Response
from school.learning import shuffled
from school.tasks import TRUTHS, Choice, Match, Multiple, Number, Order, Reflect, ShortWords, Task, TrueFalse
from school.ui import components
from school.ui.links import ready
from school.ui.words import small

SHORT = 12
"""Two options of fewer characters than this stand beside each other."""
OnChange = Callable[[], None] | None
Mode = Callable[[], None] | Literal["ignore"]


def ask(
    course: Course,
    name: str,
    task: Task,
    *,
    key: str,
    given: Response | None,
    on_change: OnChange = None,
) -> object:
    """Draws the task with the answer already given, if any; gives the answer as it stands, or None when there is none.

    The prompt stands above it on the page. Without `on_change` a choice reruns nothing: the page waits for its button.
    """
    mode: Mode = on_change or "ignore"
    match task:
        case Choice():
            return _radio(course, task.prompt, {n: o.text for n, o in task.options.items()}, key, given, mode)
        case TrueFalse():
            return _radio(course, task.prompt, dict(TRUTHS.items()), key, given, mode)
        case Multiple():
            return _checkboxes(course, task, key, given, mode)
        case Number():
            return _number(task, key, given, mode)
        case Order():
            order = given if isinstance(given, list) else shuffled(task.items, name)
            return components.order_list(task.items, order, label=task.prompt, key=key, on_change=on_change or _nothing)
        case Match():
            right = {n: task.right[n] for n in shuffled(task.right, name)}
            placed = given if isinstance(given, dict) else {}
            often = len(set(task.pairs.values())) < len(task.pairs)
            pairs = components.match_list(
                task.left, right, placed, label=task.prompt, key=key, on_change=on_change or _nothing, often=often
            )
            return pairs if len(pairs) == len(task.left) else None
        case ShortWords():
            return _words(key, given, mode)
        case Reflect():
            components.notebook(name, label="Jouw gedachten, alleen voor jezelf", title=task.prompt, key=key)
            return None
        case _:
            assert_never(task)


def how_many(task: Task) -> str:
    """Said with the question when there may be more than one answer, as Markdown."""
    return small("Er kunnen meer antwoorden kloppen.") if isinstance(task, Multiple) else ""


def chosen(task: Task, key: str) -> object:
    """What the widget under `key` holds; for use in a callback, before the page is drawn again."""
    value = st.session_state.get(key)
    match task:
        case Multiple():
            picked = [name for name in task.options if st.session_state.get(f"{key}:{name}")]
            return picked or None
        case Order():
            return value.order if value is not None else None
        case Match():
            placed = value.placed if value is not None else None
            unfinished = isinstance(placed, dict) and len(placed) < len(task.left)
            return None if unfinished else placed  # what is no pairs at all is for `parse` to refuse
        case ShortWords():
            return str(value).strip() or None if value is not None else None
        case _:
            return value


def held(task: Match | Order, key: str) -> object:
    """What lies in the widget under `key`, also when it is no whole answer yet."""
    return getattr(st.session_state.get(key), "order" if isinstance(task, Order) else "placed", None)


def _nothing() -> None:
    """A component wants a callback even when nothing has to happen."""


def _radio(course: Course, label: str, texts: Mapping[str, str], key: str, given: object, mode: Mode) -> object:
    names = list(texts)
    # Only a new widget takes over the answer; else it would be sent again after every answer, to show what it shows.
    new = key not in st.session_state
    return st.radio(
        label,
        names,
        index=names.index(str(given)) if new and given in names else None,
        format_func=lambda name: ready(course, texts[name]),
        key=key,
        on_change=mode,
        horizontal=len(texts) == len(TRUTHS) and max(map(len, texts.values())) < SHORT,
        label_visibility="collapsed",
    )


def _checkboxes(course: Course, task: Multiple, key: str, given: object, mode: Mode) -> list[str] | None:
    before = given if isinstance(given, list) else []
    picked = [
        name
        for name, option in task.options.items()
        if st.checkbox(ready(course, option.text), name in before, key=f"{key}:{name}", on_change=mode)
    ]
    return picked or None


def _number(task: Number, key: str, given: object, mode: Mode) -> float | None:
    """Whole numbers get a field of whole numbers, so that 30 is not shown as 30.00."""
    label = f"Jouw antwoord, van {task.minimum:g} tot en met {task.maximum:g} {task.unit}".strip()
    known = given if isinstance(given, (int, float)) else None
    hint = "Vul een getal in"
    if all(float(x).is_integer() for x in (task.answer, task.minimum, task.maximum)):
        whole = None if known is None else int(known)
        low, high = int(task.minimum), int(task.maximum)
        return st.number_input(label, low, high, whole, 1, key=key, on_change=mode, placeholder=hint, width=320)
    low_part, high_part = float(task.minimum), float(task.maximum)
    return st.number_input(label, low_part, high_part, known, 0.1, key=key, on_change=mode, placeholder=hint, width=320)


def _words(key: str, given: object, mode: Mode) -> str | None:
    typed = st.text_input(
        "Jouw antwoord, in één tot drie woorden",
        value=given if isinstance(given, str) else "",
        max_chars=MAX_WORDS,
        key=key,
        on_change=mode,
        placeholder="Typ je antwoord",
        width=320,
    )
    return typed.strip() or None
