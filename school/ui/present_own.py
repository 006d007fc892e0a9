"""A question of the trainer's own, made on the spot. It becomes a slide of this room, and comes back with the running order."""

from uuid import uuid4

import streamlit as st

from school.live import LiveQuestion, Round
from school.running_orders import OwnQuestion, put_after
from school.ui.own_question import NOT_COMPLETE, choose_kind, write_question
from school.ui.present_hall import Hall

MINUTES = 3
"""For a question that nobody planned."""


def offer_own_question(of: Hall, *, driving: bool) -> None:
    """The form, sent only when it is opened."""
    with st.expander("Een eigen vraag stellen", icon=":material/add_comment:", on_change="rerun", key="own-question") as box:
        if not box.open:
            return
        kind = choose_kind("own")
        with st.form("own-form", border=False, clear_on_submit=False):
            question = write_question(kind, "own")
            kept = " Hij blijft in je draaiboek staan, voor de volgende keer." if of.plan.id else ""
            st.caption(f"De vraag komt als eigen beeld na dit beeld.{kept}")
            if st.form_submit_button("Stel deze vraag", disabled=not driving):
                if question is None:
                    st.error(NOT_COMPLETE)
                else:
                    _ask(of, question)
                    st.rerun()


def _ask(of: Hall, question: LiveQuestion) -> None:
    """Makes it the next slide, goes there, and puts it to the room."""
    runtime, now = of.here.runtime, of.here.runtime.now()
    new = OwnQuestion(uuid4().hex, question, MINUTES)
    runtime.store.plan_room(of.room.id, put_after(of.plan, of.slide.address, new), of.started)
    saved = runtime.store.running_order(of.plan.id) if of.plan.id else None
    if saved:
        runtime.store.save_running_order(put_after(saved, of.slide.address, new), now)
    place = of.place + 1
    of.store.reorder(of.room.id, [*of.room.order[:place], new.address, *of.room.order[place:]], at=place, now=now)
    of.store.open_round(Round(uuid4().hex, of.room.id, new.address, now, own=question))
