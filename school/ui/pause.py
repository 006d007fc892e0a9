"""'Even pauze': always there; it hides films and everything heavy until the reader goes on."""

import streamlit as st

from school.ui import saving
from school.ui.drawing import show_drawing
from school.ui.pages import all_pages
from school.ui.visit import Visit, visit


def pause_button(here: Visit) -> None:
    """The quiet button at the top of every step."""
    if not here.record.paused:
        st.button("Even pauze", type="tertiary", icon=":material/spa:", key="pause", on_click=_set, args=(True,))


def show_pause(here: Visit) -> None:
    """Instead of the step: rest, and the way on or to help."""
    with st.container(border=True, key="pauze"):
        show_drawing("even-pauze", 260)
        st.markdown(
            "### Even pauze\n\nNeem de tijd. Deze stap is verborgen, met alle films en zware beelden. "
            "Je antwoorden zijn bewaard.\n\nHelpt het om even op te staan, water te drinken of naar buiten te kijken? Doe dat gerust. "
            "Blijft het zwaar, praat dan met iemand die je vertrouwt.",
            anchors=False,
        )
        with st.container(horizontal=True):
            st.button("Ik ga verder", key="resume", icon=":material/play_arrow:", on_click=_set, args=(False,))
            if here.course.module("contacten"):
                st.page_link(
                    all_pages(here.course)["contacten"],
                    label="Hulplijnen",
                    icon=":material/call:",
                    query_params={"stap": "hulplijnen"},
                )


def _set(paused: bool) -> None:
    here = visit()
    saving.save(here.runtime.store, here.learner, saving.Paused(paused, here.runtime.now()))
