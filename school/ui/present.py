"""Presenteren: choosing what to give, the big screen of a room, and the view of who presents. Which one says the address."""

import streamlit as st

from school.ui.missing import show_missing
from school.ui.prepare import show_closed
from school.ui.present_hall import hall
from school.ui.present_speaker import show_speaker
from school.ui.present_stage import show_stage
from school.ui.present_start import show_start
from school.ui.visit import visit

SPEAKER = "trainer"


def show_present() -> None:
    """`?zaal=CODE` is the big screen, with `&blik=trainer` the presenter's view; without a room there is one to open."""
    here = visit()
    if not here.trainer:
        show_closed()
        return
    code = st.query_params.get("zaal")
    if code is None:
        show_start(here)
        return
    found = hall(here, code)
    if found is None:
        show_missing("Deze zaal is er niet", "Misschien is de code niet compleet, of is de zaal gesloten.")
    elif st.query_params.get("blik") == SPEAKER:
        show_speaker(found)
    else:
        show_stage(found)
