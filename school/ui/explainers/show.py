"""An explainer in a step: its own page part, and below it the same in words."""

from typing import assert_never

import streamlit as st

from school.explainers.walk import Walk
from school.ui.explainers.state import spot
from school.ui.explainers.walk import show_walk
from school.ui.links import ready, source_line
from school.ui.visit import visit


@st.fragment
def show_explainer(name: str, step: str) -> None:
    """The explainer with this id, in the step at this address (`module/step`). Doing something redraws only this part of the page."""
    here = visit()
    at = spot(here, name, step)
    explainer = here.course.explainers[name]
    match explainer:
        case Walk():
            show_walk(here, explainer, at)
        case _:
            assert_never(explainer)
    with st.expander("Alles in woorden", icon=":material/description:", on_change="rerun", key=f"words:{name}") as box:
        if box.open:
            st.markdown(ready(here.course, explainer.in_words()), anchors=False)
    st.markdown(source_line(here.course, tuple(explainer.sources)))
