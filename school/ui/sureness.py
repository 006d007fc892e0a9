"""'Hoe zeker ben je?', under a question: never needed, never preselected, and never part of the score."""

from collections.abc import Callable

import streamlit as st

from school.certainty import WORDS


def ask_certainty(*, key: str, given: int | None, on_change: Callable[[], None] | None = None) -> int | None:
    """1, 2 or 3, or nothing. Without `on_change` a choice reruns nothing: the page waits for its button."""
    with st.container(key="zekerheid"):
        levels = list(WORDS)
        return st.radio(
            "Hoe zeker ben je? (mag je overslaan; telt niet mee voor je score)",
            levels,
            index=levels.index(given) if given in levels else None,
            format_func=lambda level: WORDS[level],
            key=key,
            on_change=on_change or "ignore",
            horizontal=True,
        )
