"""The team page: whose figures you may see, and then those figures. It reads the published snapshot and nothing else."""

from dataclasses import dataclass, replace
from time import sleep

import streamlit as st

from school import keys
from school.joining import join_code
from school.store import UNREACHABLE
from school.teams.snapshot import Kind, Snapshot
from school.ui.missing import show_missing
from school.ui.sidebar import arrived
from school.ui.team_choice import choose_as_trainer
from school.ui.team_figures import show_snapshot
from school.ui.team_named import plain
from school.ui.teams_made import show_links
from school.ui.visit import Visit, visit

_WRONG_CODE = "wrong-join-code"


@dataclass(frozen=True)
class Seat:
    """From where somebody looks: at which team or organisation, and whether they may act on what they see."""

    kind: Kind
    id: str
    may_act: bool
    words: str = ""


def show_team() -> None:
    """For the lead, a trainer, a member, and who was asked to become one."""
    here = visit()
    try:
        seat = _seat(here)
        if seat is None:
            _show_closed(here)
            return
        snapshot = here.runtime.store.teams.snapshot(seat.kind, seat.id)
        name = _name(here, seat)
    except UNREACHABLE:
        show_missing("Even niet te bereiken", "De cijfers zijn er nog, maar we kunnen er nu niet bij. Probeer het zo weer.")
        return
    if seat.words:
        st.info(seat.words, icon=":material/visibility:")
    if snapshot is None:
        _show_nothing_yet(here, name)
    else:
        show_snapshot(here, snapshot if _may_see_names(here, seat, snapshot) else replace(snapshot, named=()), may_act=seat.may_act)
    if seat.may_act and seat.kind == "team":
        _show_links(here, seat.id)
    arrived("/team")


def _seat(here: Visit) -> Seat | None:
    """A key goes first; then a join code in the address; then being a member."""
    if here.trainer and "code" not in st.query_params:
        chosen = choose_as_trainer(here)
        return Seat(*chosen, may_act=True) if chosen else None
    if here.lead and "code" not in st.query_params:
        kind, found = here.lead
        return Seat("organisation" if kind == keys.ORGANISATION else "team", found, may_act=True)
    return _as_member(here)


def _may_see_names(here: Visit, seat: Seat, snapshot: Snapshot) -> bool:
    """Names are for the lead and for those who show their own."""
    return seat.may_act or any(one.person == here.learner for one in snapshot.named)


def _as_member(here: Visit) -> Seat | None:
    """Exactly what the lead sees, without the buttons."""
    code = join_code(st.query_params.get("code", ""))
    invited = here.runtime.store.teams.with_code(code) if code else None
    if code and not invited:
        _slow_down(here, code)
    if invited:
        words = f"**Dit ziet {plain(invited.called)}.** Je bent nog geen lid. Word je dat, dan krijgt je team dit te zien, en niets meer."
        return Seat("team", invited.id, may_act=False, words=words)
    mine = here.runtime.store.teams.mine(here.learner) if here.learner and here.record.revision else None
    if mine is None:
        return None
    words = "**Dit ziet je team.** Precies deze pagina ziet ook wie je team begeleidt; meer is er niet."
    return Seat("team", mine.team.id, may_act=False, words=words)


def _slow_down(here: Visit, code: str) -> None:
    """As at `/deelnemen`; the same wrong code again, by a page that is drawn again, tells nothing new."""
    if st.session_state.get(_WRONG_CODE) != code:
        st.session_state[_WRONG_CODE] = code
        address = st.context.ip_address
        sleep(here.runtime.guesses.pause(address if isinstance(address, str) else ""))


def _name(here: Visit, seat: Seat) -> str:
    if seat.kind == "team":
        team = here.runtime.store.teams.team(seat.id)
        return team.name if team else "Team"
    organisation = here.runtime.store.teams.organisation(seat.id) if seat.kind == "organisation" else None
    return organisation.name if organisation else "Iedereen"


def _show_nothing_yet(here: Visit, name: str) -> None:
    st.title(plain(name), anchor=False)
    minimum = here.runtime.settings.min_group
    st.markdown(
        f"Er zijn nog geen cijfers. Die komen er zodra minstens {minimum} mensen uit dit team iets gedaan hebben. "
        "We kijken een paar keer per uur of dat kan, niet bij elk antwoord.",
        width=620,
    )


def _show_links(here: Visit, team: str) -> None:
    found = here.runtime.store.teams.team(team)
    if found:
        show_links(here, found)


def _show_closed(here: Visit) -> None:
    if here.trainer:
        arrived("/team")
        return
    show_missing(
        "Alleen voor teams",
        "Deze pagina is voor wie de uitkomsten van een team bekijkt en gaat open met een eigen link. Ben je lid van een team, "
        "dan zie je hier precies wat je team ziet. Je wordt lid met de link of code die je van je trainer of team kreeg.",
    )
