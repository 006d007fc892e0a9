"""Our own page for what does not exist, with the way back."""

import streamlit as st

from school.addresses import FIRST_MODULE
from school.ui.drawing import show_drawing
from school.ui.pages import all_pages
from school.ui.visit import visit


def show_missing(title: str, why: str) -> None:
    """Says kindly that something is not there, and where to go."""
    here = visit()
    st.set_page_config(page_title=f"{title} · {here.course.about.title}")
    show_drawing("uitslag-pad", 240)
    st.title(title, anchor=False)
    st.markdown(f"{why} Je antwoorden zijn bewaard.", width=620)
    if st.button("Naar het begin van de cursus", type="primary", icon=":material/home:", key="to-start"):
        st.switch_page(all_pages(here.course)[FIRST_MODULE])
