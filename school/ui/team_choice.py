"""Which team a trainer looks at: one of the teams, an organisation, or the questions over everybody."""

import streamlit as st

from school.teams.snapshot import Kind
from school.ui.visit import Visit

EVERYONE = "iedereen"
_CHOICE = "team-choice"


def choose_as_trainer(here: Visit) -> tuple[Kind, str] | None:
    """What was chosen; nothing when there is no team yet. The address can name it too: `?team=ID`."""
    teams, organisations = here.runtime.store.teams.every(), here.runtime.store.teams.organisations()
    choices: dict[str, tuple[Kind, str]] = {f"team:{team.id}": ("team", team.id) for team in teams}
    names = {f"team:{team.id}": team.name for team in teams}
    choices |= {f"organisation:{one.id}": ("organisation", one.id) for one in organisations}
    names |= {f"organisation:{one.id}": f"{one.name} (organisatie)" for one in organisations}
    choices[EVERYONE], names[EVERYONE] = ("everyone", ""), "Alle vragen over iedereen (voor wie de vragen schrijft)"
    if not teams:
        st.info("Er is nog geen team. Je maakt er een bij [Voorbereiden](/voorbereiden).", icon=":material/group_add:")
    asked = f"team:{st.query_params.get('team', '')}"
    chosen = st.selectbox(
        "Welk team?",
        list(choices),
        index=list(choices).index(asked) if asked in choices else 0,
        format_func=names.__getitem__,
        key=_CHOICE,
        width=620,
    )
    return choices[chosen] if chosen else None
