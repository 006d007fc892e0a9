"""The walk turned round: moments to place on it, looked at together and explained one by one."""

from collections.abc import Callable

import streamlit as st

from school.explainers.walk import ALONE, Moments, Walk
from school.grading import Response, ResponseError, parse
from school.ui.drafts import nothing_kept, pairs_looked_at
from school.ui.exercise import show_exercise
from school.ui.explainers.moments_component import moments_map
from school.ui.explainers.state import Spot, go
from school.ui.visit import Visit

SAID = "Bij elk moment staat wat er speelt."


def show_moments(here: Visit, walk: Walk, moments: Moments, at: Spot) -> None:
    """The moments and the drawing to place them on; in front of a room nothing is kept."""

    def widget(key: str, given: Response | None, keep: Callable[[], None]) -> None:
        lies = given if isinstance(given, dict) else {}
        looked = lies if here.presenting else pairs_looked_at(here, moments.exercise)
        moments_map(walk, moments, lies, looked, key=key, on_lay=keep)

    key = f"moments:{at.name}"
    if here.presenting:
        widget(key, st.session_state.get(f"shown:{key}"), nothing_kept)
    else:
        show_exercise(moments.exercise, widget, said=SAID, title=moments.title)
    with st.container(horizontal=True):
        on, again = (at.name, at.step, ALONE), (at.name, at.step, walk.states[0])
        if here.presenting:
            st.button("Kijk na", key=f"check:{key}", on_click=_show, args=(walk, moments, key))
        st.button("Wat als de volwassene wegvalt?", icon=":material/directions_walk:", key="walk-on", on_click=go, args=on)
        st.button("Weer rondlopen", icon=":material/replay:", key="walk-again", type="tertiary", on_click=go, args=again)


def _show(walk: Walk, moments: Moments, key: str) -> None:
    """In front of a room: what there is to say of the moments as they lie, for as long as the slide is there."""
    try:
        st.session_state[f"shown:{key}"] = parse(walk.task(moments), getattr(st.session_state.get(key), "placed", None))
    except ResponseError:
        return  # not all of them have a place yet
