"""The report of a room, to download after it was closed."""

import streamlit as st

from school import addresses
from school.dutch import day
from school.live import Room
from school.ui.visit import Visit


def show_report(here: Visit, room: Room) -> None:
    """The links to the report of a room, in three forms."""
    with st.container(border=True, key=f"report-{room.id}"):
        st.markdown(f"#### {room.title}\n\n{day(room.opened.astimezone(here.zone))}", anchors=False)
        with st.container(horizontal=True):
            for form, words in addresses.ROOM_REPORTS.items():
                st.link_button(words, addresses.room_report(room.code, form), icon=":material/download:")
