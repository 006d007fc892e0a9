"""A walk along the places of a drawing: what is needed at each, and what happens when the adult is not there."""

import streamlit as st

from school.explainers.walk import ALONE, Walk
from school.ui.components import walk_map
from school.ui.explainers.state import Spot, go
from school.ui.links import ready
from school.ui.visit import Visit


def show_walk(here: Visit, walk: Walk, at: Spot) -> None:
    """The drawing with its places, and beside it what there is to know at the open one."""
    key = f"walk:{at.name}"
    picture, words = st.columns([1.5, 1], gap="medium")
    with picture:
        walk_map(
            walk,
            at.open,
            [state for state in at.seen if state != ALONE],
            alone=at.open == ALONE,
            key=key,
            on_pick=lambda: go(at.name, at.step, st.session_state[key].picked),
        )
    with words:
        _show_place(here, walk, at)
    st.caption(walk.attribution)


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
    label = f"Volgende plek: {walk.places[on].title.lower()}" if on in walk.places else "Wat als de volwassene wegvalt?"
    st.button(label, icon=":material/directions_walk:", key="walk-on", on_click=go, args=(at.name, at.step, on))
