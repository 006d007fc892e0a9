"""What people wrote, for the trainer who decides what the room sees. It is always shown as text, whatever it holds."""

from html import escape

import streamlit as st

from school.live import Round, TextState
from school.store import UNREACHABLE
from school.ui.present_hall import Hall
from school.ui.visit import visit

MOST = 40
STATES: dict[TextState, str] = {"waiting": "wacht", "shown": "op het scherm", "hidden": "verborgen"}


def show_texts(of: Hall, now: Round) -> None:
    """Waiting ones first, each with what can be done with it."""
    try:
        written = of.store.texts(now.id)
    except UNREACHABLE:
        return
    waiting = [text for text in written if text.state == "waiting"]
    rest = [text for text in written if text.state != "waiting"]
    st.markdown(f"#### Nakijken ({len(waiting)})", anchors=False)
    if len(waiting) > 1:
        st.button("Toon alles wat wacht", key="show-all", on_click=_all, args=(now.id, [text.id for text in waiting]))
    for text in [*waiting, *reversed(rest)][:MOST]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"text-{text.id}"):
            st.html(f"<p>{escape(text.text)} <small>({STATES[text.state]})</small></p>")
            if text.state != "shown":
                st.button("Toon", key=f"text-show:{text.id}", on_click=_set, args=(now.id, text.id, "shown"))
            if text.state != "hidden":
                st.button("Verberg", key=f"text-hide:{text.id}", on_click=_set, args=(now.id, text.id, "hidden"))


def _set(round_id: str, written: str, state: TextState) -> None:
    here = visit()
    if here.trainer:
        here.runtime.store.rooms.moderate_text(round_id, written, state, now=here.runtime.now())


def _all(round_id: str, written: list[str]) -> None:
    for each in written:
        _set(round_id, each, "shown")
