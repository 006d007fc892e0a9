"""Changes to a running order; each is stored at once, over what is stored now: another tab may have changed it too."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from school.running_orders import Item, OwnQuestion, RunningOrder, tidy
from school.ui.visit import visit


def change(order_id: str, how: Callable[[RunningOrder], RunningOrder]) -> None:
    """Stores the running order with this id, changed; nothing for who is no trainer, or when it is gone."""
    here = visit()
    order = here.runtime.store.running_order(order_id) if here.trainer else None
    if order:
        here.runtime.store.save_running_order(tidy(how(order), here.course), here.runtime.now())


def rename(order_id: str, key: str) -> None:
    change(order_id, lambda order: replace(order, name=str(st.session_state[key])))


def note(order_id: str, slide: str, key: str) -> None:
    """The trainer's own note at a slide."""
    change(order_id, lambda order: replace(order, notes={**order.notes, slide: str(st.session_state[key])}))


def set_time(order_id: str, place: int, key: str) -> None:
    minutes = int(st.session_state[key])
    _arrange(order_id, place, lambda parts: parts.__setitem__(place, replace(parts[place], minutes=minutes)))


def reword(order_id: str, place: int, key: str) -> None:
    """Another text for a question of the trainer's own; an empty one is ignored."""
    words = " ".join(str(st.session_state[key]).split())

    def worded(parts: list[Item]) -> None:
        part = parts[place]
        if isinstance(part, OwnQuestion) and words:
            parts[place] = replace(part, question=part.question.model_copy(update={"prompt": words}))

    _arrange(order_id, place, worded)


def up(order_id: str, place: int) -> None:
    _arrange(order_id, place, lambda parts: parts.insert(max(0, place - 1), parts.pop(place)))


def down(order_id: str, place: int) -> None:
    _arrange(order_id, place, lambda parts: parts.insert(place + 1, parts.pop(place)))


def drop(order_id: str, place: int) -> None:
    _arrange(order_id, place, lambda parts: parts.pop(place))


def add(order_id: str, new: Item) -> None:
    """At the end."""
    change(order_id, lambda order: replace(order, parts=(*order.parts, new)))


def _arrange(order_id: str, place: int, how: Callable[[list[Item]], object]) -> None:
    def arranged(order: RunningOrder) -> RunningOrder:
        parts = list(order.parts)
        if place < len(parts):
            how(parts)
        return replace(order, parts=tuple(parts))

    change(order_id, arranged)
