"""A balance on a screen: cards of a case laid on it by hand, or a picture in which weights pile up."""

from collections.abc import Callable

import streamlit as st

from school.explainers.balance import Balance, Case, Pile
from school.grading import Response, ResponseError, parse
from school.ui.drafts import nothing_kept, pairs_looked_at
from school.ui.exercise import show_exercise
from school.ui.explainers.balance_component import Cards, balance, title
from school.ui.explainers.state import Spot, go
from school.ui.links import ready
from school.ui.visit import Visit

MADE_UP = ":orange-badge[:material/edit_note: Fictief, samengesteld voor deze cursus]"


def show_balance(here: Visit, explainer: Balance, at: Spot) -> None:
    """The case or the picture that is open; and that the drawing is no measurement."""
    if at.open in explainer.cases:
        _show_case(here, explainer, at, explainer.cases[at.open])
    else:
        _show_pile(here, explainer, at, explainer.pile[at.open])
    st.caption(explainer.picture)


def _show_case(here: Visit, explainer: Balance, at: Spot, case: Case) -> None:
    def widget(key: str, given: Response | None, keep: Callable[[], None]) -> None:
        lies = given if isinstance(given, dict) else {}
        looked = lies if here.presenting else pairs_looked_at(here, case.exercise)
        cards = Cards(case, lies, _said(explainer, case, looked), keep)
        balance(explainer, at, cards, key=key, on_pick=lambda: _go(at, key))

    st.markdown(MADE_UP)
    if here.presenting:
        key = f"balance:{at.name}:{at.open}"
        st.markdown(f"**{ready(here.course, explainer.task(case).prompt)}**")
        widget(key, st.session_state.get(f"shown:{case.exercise}"), nothing_kept)
    else:
        show_exercise(case.exercise, widget)
    with st.container(horizontal=True):
        if here.presenting:
            st.button("Kijk na", key=f"check:{case.exercise}", on_click=_look, args=(explainer, case, key))
        if at.following:
            _show_way_on(explainer, at)


def _look(explainer: Balance, case: Case, key: str) -> None:
    """In front of a room: what lies there is looked at together, and not kept."""
    try:
        laid = parse(explainer.task(case), getattr(st.session_state.get(key), "placed", None))
    except ResponseError:
        return
    st.session_state[f"shown:{case.exercise}"] = laid


def _said(explainer: Balance, case: Case, placed: dict[str, str]) -> dict[str, tuple[str, bool, str]]:
    """What there is to say about each card of the answer that was looked at."""
    right = explainer.task(case).pairs
    return {name: (side, right[name] == side, case.cards[name].feedback) for name, side in placed.items()}


def _show_pile(here: Visit, explainer: Balance, at: Spot, pile: Pile) -> None:
    key = f"balance:{at.name}"
    picture, words = (
        st.columns([1.2, 1], gap="medium", vertical_alignment="center") if here.presenting else (st.container(), st.container())
    )
    with picture:
        balance(explainer, at, pile, key=key, on_pick=lambda: _go(at, key))
    with words:
        st.markdown(f"### {pile.title}\n\n{ready(here.course, pile.text)}", anchors=False)
        _show_way_on(explainer, at)


def _show_way_on(explainer: Balance, at: Spot) -> None:
    """To the next case or picture; from the last picture to the first."""
    on = at.following or explainer.states[0]
    label, icon = (
        (f"Verder: {title(explainer, on)}", ":material/balance:") if at.following else ("Terug naar het begin", ":material/replay:")
    )
    st.button(label, icon=icon, key=f"on:{at.name}", on_click=go, args=(at.name, at.step, on))


def _go(at: Spot, key: str) -> None:
    go(at.name, at.step, getattr(st.session_state.get(key), "picked", None))
