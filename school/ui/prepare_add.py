"""What can be added to a running order: a step of the course, a break, a question of the trainer's own."""

from uuid import uuid4

import streamlit as st

from school.running_orders import Break, OwnQuestion, Part, RunningOrder
from school.ui.own_question import NOT_COMPLETE, choose_kind, write_question
from school.ui.prepare_change import add
from school.ui.visit import Visit, visit

BREAK, QUESTION = 15, 3
"""Minutes, to begin with."""


def offer_more(here: Visit, order: RunningOrder) -> None:
    """Each comes at the end; from there it can be moved."""
    st.markdown("## Toevoegen", anchors=False)
    steps = {step.address: f"{module.title}: {step.title}" for module in here.course.modules for step in module.steps}
    with st.form("add-step", border=True):
        st.selectbox("Een stap uit de cursus", list(steps), index=None, format_func=lambda address: steps[address], key="new-step")
        st.form_submit_button("Voeg toe", icon=":material/add:", on_click=_add_step, args=(order.id,))
    with st.container(horizontal=True):
        st.button("Pauze toevoegen", icon=":material/coffee:", key="add-break", on_click=_add_break, args=(order.id,))
    with st.expander("Een eigen vraag toevoegen", icon=":material/add_comment:", on_change="rerun", key="add-own") as box:
        if box.open:
            _offer_question(order)


def _offer_question(order: RunningOrder) -> None:
    kind = choose_kind("plan")
    with st.form("add-question", border=False, clear_on_submit=True):
        question = write_question(kind, "plan")
        if st.form_submit_button("Voeg de vraag toe", icon=":material/add:"):
            if question is None:
                st.error(NOT_COMPLETE)
            else:
                add(order.id, OwnQuestion(uuid4().hex, question, QUESTION))
                st.rerun()


def _add_step(order_id: str) -> None:
    step = visit().course.find_step(st.session_state.get("new-step"))
    if step:
        add(order_id, Part(step.address, step.minutes))


def _add_break(order_id: str) -> None:
    add(order_id, Break(uuid4().hex, BREAK))
