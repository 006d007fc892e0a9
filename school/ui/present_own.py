"""A question of the trainer's own, made on the spot: a poll, a scale, a cloud of words or an open question."""

from uuid import uuid4

import streamlit as st

from school.live import Round, live_question
from school.ui.present_hall import Hall

KINDS = {"poll": "Peiling", "scale": "Schaal van 1 tot 5", "cloud": "Woordwolk", "open": "Open vraag"}
MOST_OPTIONS = 12


def offer_own_question(of: Hall, *, driving: bool) -> None:
    """The form, sent only when it is opened."""
    with st.expander("Een eigen vraag stellen", icon=":material/add_comment:", on_change="rerun", key="own-question") as box:
        if not box.open:
            return
        kind = st.radio("Soort", list(KINDS), format_func=lambda name: KINDS[name], key="own-kind")
        with st.form("own-form", border=False, clear_on_submit=False):
            prompt = st.text_input("Je vraag", max_chars=300, key="own-prompt")
            written = {"kind": kind, "prompt": prompt, **_details(kind)}
            if kind in ("cloud", "open"):
                st.caption("Wat mensen schrijven, zie jij eerst. Pas als je het vrijgeeft, staat het op het scherm.")
            if st.form_submit_button("Stel deze vraag", disabled=not driving):
                _ask(of, written)


def _details(kind: str) -> dict[str, object]:
    if kind == "poll":
        lines = st.text_area("Mogelijkheden, elk op een eigen regel", key="own-options").splitlines()
        texts = [line.strip() for line in lines if line.strip()][:MOST_OPTIONS]
        return {"options": {f"optie-{place}": text for place, text in enumerate(texts, 1)}}
    if kind == "scale":
        return {
            "low_text": st.text_input("Wat betekent 1?", max_chars=60, key="own-low"),
            "high_text": st.text_input("Wat betekent 5?", max_chars=60, key="own-high"),
        }
    return {}


def _ask(of: Hall, written: dict[str, object]) -> None:
    try:
        own = live_question(written)
    except ValueError:
        st.error("Schrijf je vraag op. Een peiling heeft minstens twee mogelijkheden.")
        return
    ident = uuid4().hex
    of.store.open_round(Round(ident, of.room.id, f"eigen-{ident}", of.here.runtime.now(), own=own))
    st.rerun()
