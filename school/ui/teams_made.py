"""Teams, for a trainer on Voorbereiden: making one, and the links of each."""

import streamlit as st

from school.dutch import count
from school.founding import make_organisation, make_team
from school.joining import LONGEST_NAME, proper_name
from school.membership import Organisation, Team
from school.store import UNREACHABLE
from school.ui.team_changes import show_changes
from school.ui.team_links import AWAY, remember_token, show_organisation_link, show_team_links
from school.ui.team_named import plain
from school.ui.visit import Visit, visit

_NAME, _ORGANISATION, _NEW_ORGANISATION, _SHARING = "team-name", "team-organisation", "team-new-organisation", "team-sharing"
_SAID, _OPEN = "team-said", "team-made"
NONE, ANOTHER = "Geen", "Een nieuwe organisatie"


def show_teams(here: Visit) -> None:
    """Nothing for who is no trainer."""
    if not here.trainer:
        return
    st.markdown("## Teams", anchors=False)
    st.markdown(
        "Een team kijkt samen naar zijn scores: wat gaat goed, en wat herhaal je de volgende keer? Wie meedoet, kiest daar zelf voor. "
        "Cijfers komen er pas als genoeg mensen hetzelfde deden.",
        width=620,
    )
    try:
        teams, organisations = here.runtime.store.teams.every(), here.runtime.store.teams.organisations()
        sizes = here.runtime.store.teams.sizes()
    except UNREACHABLE:
        st.markdown(AWAY)
        return
    _show_form(organisations)
    for team in teams:
        _show_team(team, sizes.get(team.id, 0))
    for organisation in organisations:
        _show_organisation(organisation, [team for team in teams if team.organisation == organisation.id])


def show_links(_: Visit, team: Team) -> None:
    """The links of one team, below its figures; for who may renew them."""
    with st.expander("Links van dit team", icon=":material/link:", on_change="rerun", key=f"links:{team.id}") as box:
        if box.open:
            show_team_links(team)


def _show_form(organisations: tuple[Organisation, ...]) -> None:
    with st.expander("Maak een team", icon=":material/group_add:", key="make-team"):
        if said := st.session_state.pop(_SAID, None):
            st.warning(said, icon=":material/info:")
        st.text_input("Naam van het team", key=_NAME, max_chars=LONGEST_NAME)
        st.selectbox("Organisatie", [NONE, *(one.name for one in organisations), ANOTHER], key=_ORGANISATION)
        if st.session_state.get(_ORGANISATION) == ANOTHER:
            st.text_input("Naam van de organisatie", key=_NEW_ORGANISATION, max_chars=LONGEST_NAME)
        st.checkbox("Delen op naam mogelijk", key=_SHARING)
        st.markdown(
            ":gray[Dan kan een lid ervoor kiezen om eigen scores op naam te laten zien, aan jou, de teamleider en aan wie dat ook doet. "
            "Standaard staat dit uit. Later kan het niet meer aan of uit.]",
            width=620,
        )
        st.button("Maak dit team", icon=":material/add:", key="make-this-team", on_click=_make)


def _show_team(team: Team, size: int) -> None:
    sharing = ", delen op naam mogelijk" if team.named_sharing else ""
    label = f"{plain(team.name)}: {count(size, 'lid', 'leden')}{sharing}"
    fresh = st.session_state.get(_OPEN) == team.id
    with st.expander(label, icon=":material/groups:", expanded=fresh, on_change="rerun", key=f"team:{team.id}:{fresh}") as box:
        if box.open:
            show_team_links(team)
            st.divider()
            show_changes(team, size)


def _show_organisation(organisation: Organisation, teams: list[Team]) -> None:
    label = f"{plain(organisation.name)}: {count(len(teams), 'team', 'teams')} samen"
    with st.expander(label, icon=":material/domain:", on_change="rerun", key=f"organisation:{organisation.id}") as box:
        if box.open:
            show_organisation_link(organisation.id)


def _make() -> None:
    here, chosen = visit(), st.session_state
    name = proper_name(chosen.get(_NAME) or "")
    if not here.trainer or name is None:
        chosen[_SAID] = "Geef het team eerst een naam."
        return
    try:
        named, organisation = _organisation(here)
        if not named:
            chosen[_SAID] = "Geef de organisatie ook een naam."
            return
        sharing = bool(chosen.get(_SHARING))
        made = make_team(here.runtime.store, name, at=here.runtime.now(), named_sharing=sharing, organisation=organisation)
    except UNREACHABLE:
        chosen[_SAID] = AWAY
        return
    if made is None:
        chosen[_SAID] = f"Er is al een team met de naam {plain(name)}. Kies een andere naam."
        return
    remember_token(made.team.id, made.token)
    chosen[_OPEN], chosen[_NAME] = made.team.id, ""


def _organisation(here: Visit) -> tuple[bool, str | None]:
    """Whether it has a name, and its id: nothing for no organisation. A new one is made."""
    chosen = st.session_state.get(_ORGANISATION, NONE)
    if chosen == NONE:
        return True, None
    store = here.runtime.store
    name = proper_name(st.session_state.get(_NEW_ORGANISATION) or "") if chosen == ANOTHER else chosen
    if name is None:
        return False, None
    made = make_organisation(store, name, at=here.runtime.now())
    if made:
        remember_token(made[0].id, made[1])
        return True, made[0].id
    return True, next(one.id for one in store.teams.organisations() if one.name == name)
