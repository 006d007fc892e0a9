"""What a presenter moves on a slide from the view beside the screen: the states of an explainer, and a film."""

import streamlit as st

from school.explainers.timeline import Timeline
from school.live import PAUSED, PLAYS, Move
from school.ui.explainers.states import state_titles
from school.ui.film import CONSENT
from school.ui.present_hall import Hall, hall, screen_id
from school.ui.visit import visit

STUCK = "Speelt hij niet? Klik dan één keer op de film op het grote scherm: sommige browsers willen eerst een klik."


def show_move(of: Hall, *, driving: bool) -> None:
    """Only what the slide has; nothing while a question or the questions of the room lie over it."""
    if of.shows_question or of.room.questions:
        return
    if of.slide.explainer:
        _show_states(of, driving=driving)
    film = _film_on(of)
    if film and not of.here.course.films[film].broken:
        _show_film(of, film, driving=driving)


def open_state(of: Hall) -> str | None:
    """The state that the explainer on the slide is in."""
    explainer = of.here.course.explainers[of.slide.explainer] if of.slide.explainer else None
    if explainer is None:
        return None
    return of.room.state if of.room.state in explainer.states else explainer.states[0]


def _show_states(of: Hall, *, driving: bool) -> None:
    explainer = of.here.course.explainers[of.slide.explainer or ""]
    titles = state_titles(explainer)
    names = list(titles)
    now = open_state(of) or names[0]
    place = names.index(now)
    st.markdown(f"### De uitleg\n\n**{place + 1} van {len(names)}:** {titles[now]}", anchors=False)
    with st.container(horizontal=True, key="speaker-states"):
        for label, to, icon in (("Terug", place - 1, "chevron_left"), ("Verder", place + 1, "chevron_right")):
            there = 0 <= to < len(names)
            st.button(
                label,
                key=f"state:{icon}",
                icon=f":material/{icon}:",
                width="stretch",
                disabled=not driving or not there,
                on_click=_move,
                kwargs={"state": names[to]} if there else None,
            )
    key = f"state:{of.slide.address}:{now}"
    st.selectbox(
        "Ga naar", names, index=place, format_func=lambda name: titles[name], key=key, disabled=not driving, on_change=_choose, args=(key,)
    )


def _film_on(of: Hall) -> str | None:
    """The film of the slide, or of the open state of its explainer."""
    explainer = of.here.course.explainers.get(of.slide.explainer or "")
    if isinstance(explainer, Timeline):
        return explainer.stages[open_state(of) or explainer.states[0]].film
    return of.slide.film if of.slide.film in of.here.course.films else None


def _show_film(of: Hall, name: str, *, driving: bool) -> None:
    film = of.here.course.films[name]
    plays = of.room.film == PLAYS
    with st.container(key="speaker-film"):
        label = "Zet de film stil" if plays else "Speel de film verder" if of.room.film else "Start de film"
        icon = ":material/pause_circle:" if plays else ":material/play_circle:"
        move = {"film": PAUSED if plays else PLAYS}
        st.button(label, key="film", icon=icon, width="stretch", disabled=not driving, on_click=_move, kwargs=move)
        if not film.file and not of.room.film:
            st.caption(f"Dit laadt de film op het grote scherm. {CONSENT}")
        if of.room.film:
            st.caption(STUCK)


def _choose(key: str) -> None:
    _move(state=str(st.session_state[key]))


def _move(**move: str) -> None:
    here = visit()
    of = hall(here, st.query_params.get("zaal", ""))
    if of and of.reachable and here.trainer:
        wanted = Move(**move)  # type: ignore[typeddict-item]
        of.store.steer(of.room.id, by=screen_id(here), now=here.runtime.now(), **wanted)
