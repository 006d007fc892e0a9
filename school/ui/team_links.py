"""The two links of a team: to join it, with a QR code, and to look at its scores. Whoever sees them may renew them."""

import streamlit as st

from school import keys
from school.founding import renew_join, renew_look
from school.identity import token_hash
from school.membership import Team
from school.store import UNREACHABLE
from school.ui.visit import visit
from school.ui.web_address import base, show_link, show_qr

AWAY = "De database antwoordt nu niet. Probeer het zo nog eens."
_FRESH = "team-look-tokens"
"""Tokens that were made in this visit, by the id of what they look at: the only time they can be shown."""


def remember_token(which: str, token: str) -> None:
    """Lets the link be shown as long as this page is open."""
    st.session_state.setdefault(_FRESH, {})[which] = token


@st.fragment
def show_team_links(team: Team) -> None:
    """Both links of a team, for its trainer or its lead."""
    here = visit()
    try:
        code = here.runtime.store.teams.code(team.id)
    except UNREACHABLE:
        st.markdown(AWAY)
        return
    address = base(here)
    st.markdown(
        "**Meedoen.** Geef deze link of de QR-code aan je team. Wie hem opent, leest eerst wat er gebeurt, en kiest dan zelf.", width=620
    )
    show_link(f"{address}{keys.JOIN_PATH}{code}")
    show_qr(f"{address}{keys.JOIN_PATH}{code}")
    st.button("Nieuwe link om mee te doen", key=f"new-join:{team.id}", icon=":material/autorenew:", on_click=_new_join, args=(team,))
    _show_look(keys.TEAM, team.id, "Geef deze link alleen aan wie de cijfers mag zien: de teamleider.")


def _show_look(role: str, which: str, who: str) -> None:
    """The link to look, as long as it is fresh; and a button for another one."""
    here = visit()
    token = st.session_state.get(_FRESH, {}).get(which)
    fresh = token is not None and _works(token)
    lost = "Deze link is één keer getoond, en wij kennen hem niet meer. Kwijt? Maak een nieuwe."
    st.markdown(f"**De cijfers bekijken.** {who if fresh else lost}", width=620)
    if fresh:
        show_link(f"{base(here)}{keys.LEAD_PATH}{token}")
        st.markdown(":gray[Bewaar hem nu. Als je deze pagina sluit, kunnen we hem niet meer tonen.]")
    st.button("Nieuwe link om te bekijken", key=f"new-look:{which}", icon=":material/autorenew:", on_click=_new_look, args=(role, which))
    st.markdown(":gray[Na een nieuwe link werkt de oude niet meer. Kwam je zelf met de oude binnen, open dan daarna de nieuwe.]")


@st.fragment
def show_organisation_link(which: str) -> None:
    """The link to look at an organisation."""
    _show_look(keys.ORGANISATION, which, "Geef deze link alleen aan wie de cijfers van alle teams samen mag zien.")


def _works(token: str) -> bool:
    """Whether nobody renewed it meanwhile."""
    try:
        return visit().runtime.store.key(token_hash(token)) is not None
    except UNREACHABLE:
        return True


def _may(role: str, which: str) -> bool:
    """Whether this visitor is a trainer, or the lead of this very team; a button that was shown before proves nothing."""
    here = visit()
    if here.trainer or here.lead == (role, which):
        return True
    organisation = here.lead[1] if here.lead and here.lead[0] == keys.ORGANISATION else None
    team = here.runtime.store.teams.team(which) if organisation and role == keys.TEAM else None
    return team is not None and team.organisation == organisation


def _new_join(team: Team) -> None:
    here = visit()
    try:
        if _may(keys.TEAM, team.id):
            renew_join(here.runtime.store, team)
    except UNREACHABLE:
        st.toast(AWAY)


def _new_look(role: str, which: str) -> None:
    here = visit()
    try:
        if _may(role, which):
            remember_token(which, renew_look(here.runtime.store, role, which, at=here.runtime.now()))
    except UNREACHABLE:
        st.toast(AWAY)
