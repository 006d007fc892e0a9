"""A walk along the places of a drawing: what is needed at each, and what happens when the adult is not there."""

import streamlit as st

from school.explainers.walk import ALONE, TURNED, Walk
from school.ui.components import walk_map
from school.ui.explainers.moments import show_moments
from school.ui.explainers.state import Spot, go
from school.ui.links import ready
from school.ui.visit import Visit


def show_walk(here: Visit, walk: Walk, at: Spot) -> None:
    """The drawing with its places, and beside it what there is to know at the open one; or the moments to place."""
    with st.container(key=f"uitleg-{at.name}"):
        if at.open == TURNED and walk.moments:
            show_moments(here, walk, walk.moments, at)
        else:
            _show_drawing(here, walk, at)
        if here.presenting:  # else it stands with the sources
            st.caption(walk.attribution)


def _show_drawing(here: Visit, walk: Walk, at: Spot) -> None:
    key = f"walk:{at.name}"
    seen = [state for state in at.seen if state in walk.places]
    picture, words = st.columns([1.5, 1], gap="medium")
    with picture:
        walk_map(walk, at.open, seen, alone=at.open == ALONE, key=key, on_pick=lambda: _go(at, key))
    with words:
        _show_place(here, walk, at)


def _go(at: Spot, key: str) -> None:
    go(at.name, at.step, getattr(st.session_state.get(key), "picked", None))


def _show_place(here: Visit, walk: Walk, at: Spot) -> None:
    names = list(walk.places)
    if at.open == ALONE:
        alone = "\n\n".join(f"**{state.text}.** {state.feedback}" for state in walk.alone.values())
        st.markdown(f"### Als de volwassene wegvalt\n\n{ready(here.course, alone)}", anchors=False)
        st.button("Weer naar de eerste plek", icon=":material/replay:", key="walk-on", on_click=go, args=(at.name, at.step, names[0]))
        return
    told, on = walk.places[at.open], at.following
    st.markdown(
        f":small[:gray[Plek {at.at + 1} van {len(names)} · {told.role}]]\n\n### {told.title}\n\n**{told.needs}**\n\n"
        f"*Het kind.* {told.child}\n\n*Jij.* {told.adult}",
        anchors=False,
    )
    label = "Wat als de volwassene wegvalt?"
    if on in walk.places:
        label = f"Volgende plek: {walk.places[on].title.lower()}"
    elif on == TURNED and walk.moments:
        label = walk.moments.title
    st.button(label, icon=":material/directions_walk:", key="walk-on", on_click=go, args=(at.name, at.step, on))
