"""The fields in which a trainer writes a question of their own: a poll, a scale, a cloud of words or an open question."""

import streamlit as st

from school.live import LiveQuestion, live_question
from school.live.questions import MAX_PROMPT

KINDS = {"poll": "Peiling", "scale": "Schaal van 1 tot 5", "cloud": "Woordwolk", "open": "Open vraag"}
MOST_OPTIONS = 12
NOT_COMPLETE = "Schrijf je vraag op. Een peiling heeft minstens twee mogelijkheden."


def choose_kind(key: str) -> str:
    """Which kind it will be; outside the form, since the fields follow from it."""
    return st.radio("Soort", list(KINDS), format_func=lambda name: KINDS[name], key=f"{key}-kind")


def write_question(kind: str, key: str) -> LiveQuestion | None:
    """The fields; the question as it is written in them now, or nothing as long as it is none."""
    written = {"kind": kind, "prompt": st.text_input("Je vraag", max_chars=MAX_PROMPT, key=f"{key}-prompt"), **_details(kind, key)}
    if kind in ("cloud", "open"):
        st.caption("Wat mensen schrijven, zie jij eerst. Pas als je het vrijgeeft, staat het op het scherm.")
    try:
        return live_question(written)
    except ValueError:
        return None


def _details(kind: str, key: str) -> dict[str, object]:
    if kind == "poll":
        lines = st.text_area("Mogelijkheden, elk op een eigen regel", key=f"{key}-options").splitlines()
        texts = [line.strip() for line in lines if line.strip()][:MOST_OPTIONS]
        return {"options": {f"optie-{place}": text for place, text in enumerate(texts, 1)}}
    if kind == "scale":
        return {
            "low_text": st.text_input("Wat betekent 1?", max_chars=60, key=f"{key}-low"),
            "high_text": st.text_input("Wat betekent 5?", max_chars=60, key=f"{key}-high"),
        }
    return {}
