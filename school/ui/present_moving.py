"""What moves on a slide, as the big screen knows it: the state of its explainer, and whether its film plays.

It is kept with the room, so who presents moves it from anywhere, and a reload comes back to the same.
"""

from typing import Literal, Unpack

import streamlit as st

from school.live import PAUSED, PLAYS, Move, Room
from school.store import UNREACHABLE
from school.ui.present_hall import screen_id
from school.ui.visit import Visit, visit

Does = Literal["new", "plays", "paused"]
_KEPT = "film-now"


def tell_room(**move: Unpack[Move]) -> None:
    """Passes on what somebody did at the big screen itself. It stands before the room, so it steers for whoever drives."""
    here = visit()
    room = _room(here) if here.trainer else None
    if room and any(getattr(room, name) != value for name, value in move.items()):
        here.runtime.store.rooms.steer(room.id, by=room.driver or screen_id(here), now=here.runtime.now(), **move)


def film_does(here: Visit) -> Does:
    """What the film on the slide does now; without the store what it did before."""
    room = _room(here)
    if room is not None:
        st.session_state[_KEPT] = room.film
    kept = st.session_state.get(_KEPT)
    return "plays" if kept == PLAYS else "paused" if kept == PAUSED else "new"


def heard(name: str, event: str | None) -> None:
    """Passes on what the player of a film did. Its last event comes again with every run, so only another one is news.

    A browser may refuse to play before somebody clicked, which the player calls an error; then the film waits for that click.
    """
    key = f"film-heard:{name}"
    before, st.session_state[key] = st.session_state.get(key), event
    if event == before:
        return
    if event == "onPlay":
        tell_room(film=PLAYS)
    elif event in ("onPause", "onEnded", "onError"):
        tell_room(film=PAUSED)


def _room(here: Visit) -> Room | None:
    try:
        return here.runtime.store.rooms.by_code(str(st.query_params.get("zaal", "")))
    except UNREACHABLE:
        return None
