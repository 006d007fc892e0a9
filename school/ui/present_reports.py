"""The report of a room, to download after it was closed."""

from dataclasses import replace
from uuid import uuid4

import streamlit as st

from school import addresses
from school.dutch import day
from school.live import Room
from school.ui.visit import Visit, visit


def show_report(here: Visit, room: Room) -> None:
    """The links to the report of a room, in three forms."""
    with st.container(border=True, key=f"report-{room.id}"):
        st.markdown(f"#### {room.title}\n\n{day(room.opened.astimezone(here.zone))}", anchors=False)
        with st.container(horizontal=True):
            for form, words in addresses.ROOM_REPORTS.items():
                st.link_button(words, addresses.room_report(room.code, form), icon=":material/download:")
            plan = here.runtime.store.room_plan(room.id)
            if plan and not plan.id:
                st.button("Bewaar als draaiboek", icon=":material/edit_note:", key=f"keep:{room.id}", on_click=_keep, args=(room.id,))


def _keep(room: str) -> None:
    """What was given, with the questions that were made on the spot, to give it again."""
    here = visit()
    plan = here.runtime.store.room_plan(room)
    if here.trainer and plan and not plan.id:
        kept = replace(plan, id=uuid4().hex)
        here.runtime.store.save_running_order(kept, here.runtime.now())
        here.runtime.store.plan_room(room, kept, here.runtime.store.room_started(room) or here.runtime.now())
