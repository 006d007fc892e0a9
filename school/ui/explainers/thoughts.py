"""Thoughts after something awful: what they are about, what helps, and when fear is right."""

import streamlit as st

from school.explainers.thoughts import FEAR, RECOGNISE, Thoughts
from school.ui.exercise import show_exercise
from school.ui.explainers.for_room import show_for_room
from school.ui.explainers.state import Spot, go
from school.ui.explainers.thoughts_component import clouds
from school.ui.links import ready
from school.ui.visit import Visit


def show_thoughts(here: Visit, thoughts: Thoughts, at: Spot) -> None:
    """The part that is open: a task about it, and the way on."""
    key = f"thoughts:{at.name}"
    beside = here.presenting and at.open in thoughts.asked
    picture, words = st.columns(2, gap="medium") if beside else (st.container(), st.container())
    with picture:
        clouds(thoughts, at, _answered(here, thoughts, at.name), key=key, on_pick=lambda: _go(at, key))
    with words:
        _show_words(here, thoughts, at)
        _show_way_on(thoughts, at)


def _show_words(here: Visit, thoughts: Thoughts, at: Spot) -> None:
    if at.open == FEAR:
        st.markdown(ready(here.course, thoughts.fear.text))
    elif at.open != RECOGNISE:
        st.markdown(ready(here.course, thoughts.believable))
    if here.presenting:
        _ask_room(here, thoughts, at)
    else:
        show_exercise(thoughts.exercise_at(at.open))


def _ask_room(here: Visit, thoughts: Thoughts, at: Spot) -> None:
    """The question to talk about; what helps is shown when the room is ready for it, and not kept."""
    show_for_room(here, [thoughts.exercise_at(at.open)])
    if at.open in thoughts.asked:
        st.button("Laat zien wat helpt", key=f"helps:{at.name}", on_click=_found(at.name).add, args=(at.open,))


def _found(name: str) -> set[str]:
    """The thoughts for which this room saw what helps."""
    found: set[str] = st.session_state.setdefault(f"found:{name}", set())
    return found


def _answered(here: Visit, thoughts: Thoughts, name: str) -> set[str]:
    """The thoughts for which a helping one was found: by this person, or in front of a room by the room."""
    if here.presenting:
        return _found(name)
    right = {answer.task for answer in here.record.answers if answer.in_lesson and answer.score >= 1}
    return {state for state, thought in thoughts.asked.items() if thought.exercise in right}


def _show_way_on(thoughts: Thoughts, at: Spot) -> None:
    on = at.following or RECOGNISE
    if on in thoughts.asked:
        label = f"Volgende gedachte: '{thoughts.asked[on].text}'"
    else:
        label = thoughts.fear.title if on == FEAR else "Terug naar het begin"
    icon = ":material/arrow_forward:" if at.following else ":material/replay:"
    st.button(label, icon=icon, key=f"on:{at.name}", on_click=go, args=(at.name, at.step, on))


def _go(at: Spot, key: str) -> None:
    go(at.name, at.step, getattr(st.session_state.get(key), "picked", None))
