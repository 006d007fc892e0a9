"""The front page, and the steps of Welkom."""

import streamlit as st

from school.ui.home import show_home
from school.ui.lesson import show_lesson

if "stap" in st.query_params:
    show_lesson("welkom")
else:
    show_home()
