"""Je team, on Voortgang: in which team you are, leaving it, and whether you share by name. All of it is your own choice."""

import streamlit as st

from school.dutch import day
from school.joining import LONGEST_NAME, proper_name
from school.membership import Membership
from school.store import UNREACHABLE
from school.ui.pages import all_pages
from school.ui.team_named import plain
from school.ui.visit import Visit, visit

_NAME, _SAID = "shown-as", "membership-said"
AWAY = "Dat lukte nu niet. Probeer het zo nog eens."


def show_membership(here: Visit) -> None:
    """Only for who is in a team; joining begins with the team's own link."""
    if here.learner is None or not here.reachable or not here.record.revision:
        return
    try:
        mine = here.runtime.store.teams.mine(here.learner)
    except UNREACHABLE:
        return
    said = st.session_state.pop(_SAID, None)
    if mine is None and said is None:
        return
    st.markdown("## Je team", anchors=False)
    if said:
        st.success(said, icon=":material/check:")
    if mine:
        _show(here, mine)


def _show(here: Visit, mine: Membership) -> None:
    st.markdown(
        f"Je doet sinds {day(mine.joined)} mee met **{plain(mine.team.called)}**. Niemand ziet wat jij antwoordde: "
        "cijfers zijn altijd van een groep samen.",
        width=620,
    )
    st.page_link(all_pages(here.course)["team"], label="Dit ziet je team", icon=":material/visibility:")
    if mine.team.named_sharing:
        _show_sharing(mine)
    with st.expander("Ga uit dit team", icon=":material/logout:", key="leave-team"):
        st.markdown("Wat al is meegeteld, blijft in de cijfers; er valt niet uit af te lezen wat van wie kwam. Er komt niets van jou bij.")
        st.button("Ga uit dit team", key="leave-this-team", on_click=_leave)


def _show_sharing(mine: Membership) -> None:
    with st.expander("Delen op naam", icon=":material/badge:", key="share-by-name"):
        if mine.shown_as is not None:
            st.markdown(
                f"Je deelt je toetsscores als **{plain(mine.shown_as)}**, met je trainer, de teamleider en teamgenoten die dat ook doen."
            )
            if not mine.known:
                st.markdown(":gray[Je naam staat er nog niet: dat kan pas als niemand daardoor te herkennen is.]")
            st.button("Deel niet meer op naam", key="hide-name", on_click=_hide)
            return
        st.markdown(
            "Je kunt je eigen toetsscores op naam laten zien: aan je trainer, de teamleider en teamgenoten die dat ook doen. "
            "Dat hoeft niet. "
            "Stop je ermee, dan is je naam meteen weg; wie hem zag, kan hem onthouden."
        )
        st.text_input("De naam die je team ziet", key=_NAME, max_chars=LONGEST_NAME)
        st.button("Deel mijn scores op naam", key="show-name", on_click=_share)


def _leave() -> None:
    here = visit()
    try:
        if here.learner and here.runtime.store.teams.leave(here.learner, here.runtime.now()):
            st.session_state[_SAID] = "Je bent uit het team."
    except UNREACHABLE:
        st.toast(AWAY)


def _share() -> None:
    here, name = visit(), proper_name(st.session_state.get(_NAME) or "")
    if name is None:
        st.toast("Vul eerst de naam in die je team mag zien.")
        return
    try:
        if here.learner and here.runtime.store.teams.share_as(here.learner, name):
            st.session_state[_SAID] = "Je deelt nu op naam."
    except UNREACHABLE:
        st.toast(AWAY)


def _hide() -> None:
    here = visit()
    try:
        if here.learner and here.runtime.store.teams.share_as(here.learner, None):
            st.session_state[_SAID] = "Je deelt niet meer op naam."
    except UNREACHABLE:
        st.toast(AWAY)
