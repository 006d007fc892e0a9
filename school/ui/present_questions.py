"""Vragen from the room: looked at by a trainer before others see them, then answered or parked."""

from html import escape
from itertools import accumulate

import streamlit as st

from school.dutch import count
from school.live import Question, QuestionState
from school.slides import ROOM
from school.store import UNREACHABLE
from school.ui.present_hall import Hall, hall, screen_id
from school.ui.visit import visit

MOST_ON_SCREEN = 6
STATES: dict[QuestionState, str] = {
    "waiting": "wacht",
    "shown": "zichtbaar",
    "answered": "beantwoord",
    "parked": "geparkeerd",
    "hidden": "verborgen",
}
WAYS: dict[QuestionState, tuple[tuple[QuestionState, str], ...]] = {
    "waiting": (("shown", "Toon"), ("hidden", "Verberg")),
    "shown": (("answered", "Beantwoord"), ("parked", "Parkeer"), ("hidden", "Verberg")),
    "answered": (("shown", "Weer open"),),
    "parked": (("answered", "Beantwoord"), ("shown", "Weer open")),
    "hidden": (("shown", "Toon"),),
}


def show_questions(of: Hall, *, driving: bool) -> None:
    """All of them, those that wait first, then by votes."""
    questions = _questions(of)
    waiting = sum(question.state == "waiting" for question in questions)
    label = f"Vragen uit de zaal ({len(questions)}, {waiting} nieuw)" if waiting else f"Vragen uit de zaal ({len(questions)})"
    with st.expander(label, icon=":material/forum:", expanded=bool(waiting), key="room-questions"):
        _offer_screen(of, driving=driving)
        if not questions:
            st.markdown("Nog geen vragen. Deelnemers kunnen ze op hun telefoon stellen.")
        for question in sorted(questions, key=lambda each: (each.state != "waiting", -each.votes)):
            _show(question)


def _offer_screen(of: Hall, *, driving: bool) -> None:
    """On the big screen at any moment; they go with the next slide, or by the same button."""
    on = of.room.questions
    label, icon = ("Haal de vragen van het scherm", "tv_off") if on else ("Zet de vragen op het scherm", "tv")
    st.button(label, key="questions-on-screen", icon=f":material/{icon}:", disabled=not driving, on_click=_put_on_screen, args=(not on,))


def _put_on_screen(on: bool) -> None:
    here = visit()
    of = hall(here, st.query_params.get("zaal", ""))
    if of and of.reachable and here.trainer:
        of.store.steer(of.room.id, by=screen_id(here), now=here.runtime.now(), questions=on)


def _questions(of: Hall) -> tuple[Question, ...]:
    try:
        return of.store.questions(of.room.id)
    except UNREACHABLE:
        return ()


def _show(question: Question) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"question-{question.id}"):
        votes = count(question.votes, "stem", "stemmen")
        st.html(f"<p>{escape(question.text)} <small>({votes}, {STATES[question.state]})</small></p>")
        for state, label in WAYS[question.state]:
            st.button(label, key=f"question-{state}:{question.id}", on_click=_set, args=(question.id, state))


def _set(question: str, state: QuestionState) -> None:
    here = visit()
    if here.trainer:
        here.runtime.store.rooms.moderate_question(question, state, now=here.runtime.now())


def show_on_screen(of: Hall) -> None:
    """The questions in the place of the slide, whatever that is; and how to ask one."""
    with st.container(key="slide-head"):
        st.markdown("# Vragen uit de zaal", anchors=False)
    if not list_on_screen(of):
        st.markdown("Er staat nog geen vraag open.")
    st.markdown("Stel je vraag op je telefoon, of stem op die van een ander.")


def list_on_screen(of: Hall) -> bool:
    """The questions that a trainer let through, those with most votes first, as far as they fit a screen; whether there are any."""
    shown = [question for question in _questions(of) if question.state == "shown"]
    ends = accumulate(len(question.text) for question in shown)
    fitting = [question for at, (question, end) in enumerate(zip(shown, ends, strict=True)) if at == 0 or end <= ROOM][:MOST_ON_SCREEN]
    items = "".join(f"<li>{escape(question.text)} <b>({count(question.votes, 'stem', 'stemmen')})</b></li>" for question in fitting)
    if items:
        st.html(f'<ul class="school-texts">{items}</ul>')
    return bool(items)
