"""Signals seen through different glasses: each pair fits all of them, so none of them says which pair is right."""

from dataclasses import replace

import streamlit as st

from school.explainers.glasses import BARE, TOGETHER, Glasses
from school.ui.exercise import show_exercise
from school.ui.explainers.for_room import halves, show_for_room
from school.ui.explainers.glasses_component import spectacles
from school.ui.explainers.state import Spot, go
from school.ui.links import ready
from school.ui.visit import Visit


def show_glasses(here: Visit, glasses: Glasses, at: Spot) -> None:
    """The signals through the glasses that are on, the way to the next pair, and what to do about it."""
    key = f"glasses:{at.name}"
    through, told = halves(here, left=1.7 if at.open == TOGETHER else 40)  # always two, so that the widget stays in its place
    with through:
        if at.open == BARE:
            st.markdown(ready(here.course, glasses.bare))
        worn = replace(at, seen=_worn_here(at)) if here.presenting else at
        spectacles(glasses, worn, key=key, on_pick=lambda: go(at.name, at.step, getattr(st.session_state.get(key), "picked", None)))
    with told:
        if at.open == TOGETHER:
            st.markdown(ready(here.course, glasses.conclusion))
        if not here.presenting:  # there all glasses are beside the signals
            on = at.following or BARE
            st.button(_label(glasses, on), icon=":material/eyeglasses:", key=f"on:{at.name}", on_click=go, args=(at.name, at.step, on))
        _ask(here, glasses, at)


def _worn_here(at: Spot) -> tuple[str, ...]:
    """In front of a room: the glasses this room had on, and not what the trainer did at home."""
    worn: list[str] = st.session_state.setdefault(f"worn:{at.name}", [])
    if at.open not in worn:
        worn.append(at.open)
    return tuple(worn)


def _ask(here: Visit, glasses: Glasses, at: Spot) -> None:
    if not here.presenting:
        for name in glasses.exercises:
            show_exercise(name)
    elif at.open == TOGETHER:
        show_for_room(here, glasses.exercises)


def _label(glasses: Glasses, on: str) -> str:
    if on in glasses.glasses:
        return f"Volgende bril: {glasses.glasses[on].title}"
    return "Alle brillen naast elkaar" if on == TOGETHER else "Zet de bril weer af"
