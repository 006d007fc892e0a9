"""Vragen from the room: looked at by a trainer before others see them, then answered or parked."""

from html import escape

import streamlit as st

from school.dutch import count
from school.live import Question, QuestionState
from school.store import UNREACHABLE
from school.ui.present_hall import Hall
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


def show_questions(of: Hall) -> None:
    """All of them, those that wait first, then by votes."""
    questions = _questions(of)
    waiting = sum(question.state == "waiting" for question in questions)
    label = f"Vragen uit de zaal ({len(questions)}, {waiting} nieuw)" if waiting else f"Vragen uit de zaal ({len(questions)})"
    with st.expander(label, icon=":material/forum:", expanded=bool(waiting), key="room-questions"):
        if not questions:
            st.markdown("Nog geen vragen. Deelnemers kunnen ze op hun telefoon stellen.")
        for question in sorted(questions, key=lambda each: (each.state != "waiting", -each.votes)):
            _show(question)


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
    """The questions that a trainer let through, those with most votes first; for the big screen."""
    shown = [question for question in _questions(of) if question.state == "shown"][:MOST_ON_SCREEN]
    if shown:
        items = "".join(f"<li>{escape(question.text)} ({count(question.votes, 'stem', 'stemmen')})</li>" for question in shown)
        st.html(f'<ul class="school-texts">{items}</ul>')
