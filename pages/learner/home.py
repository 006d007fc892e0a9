"""The front page, and the steps of Welkom."""

import streamlit as st

from school.ui.home import show_home

if "stap" in st.query_params:
    # Only here: the first page of a cold server need not wait for all explainers.
    from school.ui.lesson import show_lesson

    show_lesson("welkom")
else:
    show_home()
