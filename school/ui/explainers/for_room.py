"""What an explainer asks, as a room reads it from a big screen: nobody answers there, and nothing is kept."""

from collections.abc import Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from school.tasks import Choice, Match, Multiple, Order, Task, TrueFalse
from school.ui.links import ready
from school.ui.visit import Visit


def halves(here: Visit, *, when: bool = True, left: float = 1) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two places under each other; in front of a room beside each other, so that both are seen at once."""
    if here.presenting and when:
        one, two = st.columns([left, 1], gap="medium")
        return one, two
    return st.container(), st.container()


def show_for_room(here: Visit, tasks: Iterable[str]) -> None:
    """The questions with these ids, to talk about."""
    parts = []
    for name in tasks:
        task = here.course.tasks[name]
        parts += [f":gray-badge[Vraag aan de zaal]\n\n### {ready(here.course, task.prompt)}"]
        parts += ["\n".join(f"- {ready(here.course, text)}" for text in _texts(task))]
    if parts:
        st.markdown("\n\n".join(parts), anchors=False)


def _texts(task: Task) -> list[str]:
    """What there is to choose from, to order or to sort."""
    if isinstance(task, (Choice, Multiple)):
        return [option.text for option in task.options.values()]
    if isinstance(task, TrueFalse):
        return ["Waar", "Niet waar"]
    if isinstance(task, Order):
        return sorted(task.items.values())
    return list(task.left.values()) if isinstance(task, Match) else []
