"""Members who chose to show their own scores: to the lead and to those who do the same."""

import streamlit as st

from school.dutch import percent
from school.teams.snapshot import Named, Snapshot
from school.ui.visit import Visit


def show_named(here: Visit, snapshot: Snapshot) -> None:
    """The first score at each quiz of who is shown by name."""
    st.markdown(
        "## Met naam\n\nDeze mensen kozen er zelf voor hun scores te laten zien. Dat kunnen ze elk moment weer uitzetten.",
        anchors=False,
        width=620,
    )
    st.markdown("\n".join(f"- **{plain(one.name)}**: {_scores(here, one)}" for one in snapshot.named), width=620)


def _scores(here: Visit, one: Named) -> str:
    told = [f"{quiz.title} {percent(one.scores[quiz.id])}" for quiz in here.course.quizzes.values() if quiz.id in one.scores]
    return ", ".join(told) or "nog geen toets"


def plain(name: str) -> str:
    """A name as it was typed: no sign in it is taken for a mark."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-!|~:$" else sign for sign in name)
