"""Voorbereiden: what a trainer looks over before the course is given to a group. What is wrong is found by school.loading."""

import streamlit as st

from school.dutch import count
from school.loading import Problem, serious
from school.ui.missing import show_missing
from school.ui.sidebar import arrived
from school.ui.visit import visit


def show_prepare() -> None:
    """Whether the content is right, for who has the key."""
    here = visit()
    if not here.trainer:
        show_closed()
        return
    st.title("Voorbereiden", anchor=False)
    st.markdown("Hier zie je of de inhoud van de cursus klopt, voordat je hem aan een groep geeft.", width=620)
    _show_problems(here.runtime.library.problems)
    arrived("/voorbereiden")


def show_closed() -> None:
    """How a trainer gets in."""
    show_missing(
        "Alleen voor trainers",
        "Deze pagina is voor wie de cursus aan een groep geeft en gaat open met een eigen link. "
        "Heb je die niet? Vraag hem aan wie de cursus beheert.",
    )


def _show_problems(problems: list[Problem]) -> None:
    wrong = serious(problems)
    warnings = [problem for problem in problems if problem.warning]
    if not problems:
        st.success("Alles in orde.", icon=":material/check:")
    if wrong:
        found = count(len(wrong), "fout", "fouten")
        st.error(f"{found} in de inhoud. De cursus draait door met de laatste goede versie.", icon=":material/error:")
        _show_list(wrong)
    if warnings:
        found = count(len(warnings), "waarschuwing", "waarschuwingen")
        st.warning(f"{found}: kijk dit een keer na.", icon=":material/warning:")
        _show_list(warnings)


def _show_list(problems: list[Problem]) -> None:
    # As code, so that no sign in a message is taken for a mark, and the list can be copied to who will mend it.
    st.code("\n".join(map(str, problems)), language=None, wrap_lines=True)
