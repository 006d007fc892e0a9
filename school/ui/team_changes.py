"""Giving a team another name, and removing it; for a trainer, below its links on Voorbereiden."""

import streamlit as st

from school.dutch import count
from school.joining import LONGEST_NAME, proper_name
from school.membership import Team
from school.publishing import Press
from school.store import UNREACHABLE
from school.ui.team_links import AWAY
from school.ui.team_named import plain
from school.ui.visit import visit

_SURE, _SAID = "team-sure", "team-changed"


def show_changes(team: Team, size: int) -> None:
    """A new name, and a way to remove the team that asks once more."""
    if said := st.session_state.pop(f"{_SAID}:{team.id}", None):
        st.warning(said, icon=":material/info:")
    st.text_input("Naam van het team", value=team.name, key=f"rename:{team.id}", max_chars=LONGEST_NAME)
    st.button("Verander de naam", key=f"rename-this:{team.id}", icon=":material/edit:", on_click=_rename, args=(team,))
    if st.session_state.get(_SURE) != team.id:
        st.button("Verwijder dit team", key=f"remove:{team.id}", icon=":material/delete:", on_click=_ask, args=(team,))
        return
    with st.container(border=True, key=f"remove-sure:{team.id}"):
        st.markdown(
            f"**{plain(team.name)} verwijderen?** De cijfers en de links van dit team gaan weg, en {count(size, 'lid is', 'leden zijn')} "
            "dan geen lid meer. Dit is niet terug te draaien. Wat mensen zelf antwoordden en hun voortgang blijven van hen."
        )
        with st.container(horizontal=True):
            st.button("Nee, laat staan", key=f"remove-no:{team.id}", on_click=_leave)
            st.button("Ja, verwijder het team", key=f"remove-yes:{team.id}", icon=":material/delete:", on_click=_remove, args=(team,))


def _rename(team: Team) -> None:
    here, saying = visit(), f"{_SAID}:{team.id}"
    name = proper_name(st.session_state.get(f"rename:{team.id}") or "")
    if not here.trainer or name == team.name:
        return
    if name is None:
        st.session_state[saying] = "Geef het team een naam."
        return
    try:
        if not here.runtime.store.teams.rename(team.id, name):
            st.session_state[saying] = f"Er is al een team met de naam {plain(name)}. Kies een andere naam."
    except UNREACHABLE:
        st.session_state[saying] = AWAY


def _ask(team: Team) -> None:
    st.session_state[_SURE] = team.id


def _leave() -> None:
    st.session_state.pop(_SURE, None)


def _remove(team: Team) -> None:
    """The trainer said it twice."""
    here = visit()
    if not here.trainer or st.session_state.pop(_SURE, None) != team.id:
        return
    try:
        Press(here.runtime.store, here.course, minimum=here.runtime.settings.min_group).remove_team(team, here.runtime.now())
        st.toast(f"{team.name} is verwijderd.")
    except UNREACHABLE:
        st.toast(AWAY)
