"""The view of who presents, beside the big screen or on a phone: what is on, what comes, notes, clock, and the room."""

from datetime import datetime

import streamlit as st

from school.dutch import clock
from school.live import Pulse
from school.running_orders import pace
from school.store import UNREACHABLE
from school.ui.present_component import REMOTE, remote
from school.ui.present_hall import LISTENING, Hall, hall, screen_id
from school.ui.present_move import show_move
from school.ui.present_questions import show_questions
from school.ui.present_rounds import show_main_buttons, show_round_control
from school.ui.present_slide import in_short, preview
from school.ui.present_tools import go, show_tools
from school.ui.visit import visit

LOOK = 1.0
"""Seconds between two looks at the room."""
MOST_OF_NEXT = 2
"""Paragraphs of the next slide: enough to know how to get there."""
_SEEN = "speaker-seen"


def show_speaker(of: Hall) -> None:
    """Everything a trainer needs in front of a room; on a phone below each other, with the buttons always in reach."""
    st.set_page_config(page_title=f"Presenteren: {of.room.title}", layout="wide")
    driving = of.room.driver in (None, screen_id(of.here))
    _show_head(of)
    if not of.reachable:
        st.warning("We kunnen de zaal nu niet bereiken. Dit is wat we het laatst wisten.", icon=":material/cloud_off:")
    if of.room.closed:
        _show_closed()
        return
    if not driving:
        _offer_wheel()
    left, right = st.columns([1.7, 1], gap="large")
    with left:
        _show_now(of)
    with right:
        _show_next(of)
        _show_clock(of)
        show_round_control(of, driving=driving)
    show_questions(of, driving=driving)
    show_tools(of)
    with st.bottom:
        with st.container(horizontal=True, key="speaker-round"):
            show_main_buttons(of, driving=driving)
        _show_buttons(of, driving=driving)
    remote(of.place, len(of.slides), dark=of.room.dark, on_act=_act)
    st.session_state[_SEEN] = _seen(of.pulse, of.phones, of.here.now)
    _follow(of.room.id)


def _show_head(of: Hall) -> None:
    code = f"{of.room.code[:3]} {of.room.code[3:]}"
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="speaker-head"):
        st.markdown(f"# {of.room.title}\n\n:gray[Beeld {of.place + 1} van {len(of.slides)}]", anchors=False)
        phones = "1 telefoon doet mee" if of.phones == 1 else f"{of.phones} telefoons doen mee"
        st.markdown(f":green-badge[:material/sensors: Zaal open · {code}] :gray-badge[:material/group: {phones}]")
        with st.container(width="content", key="speaker-open"):
            st.link_button("Groot scherm openen", f"/presenteren?zaal={of.room.code}&embed=true", icon=":material/tv:")


def _show_closed() -> None:
    st.info("Deze zaal is gesloten. Het verslag staat bij Presenteren.", icon=":material/check:")
    st.button("Naar Presenteren", key="to-present", on_click=st.query_params.clear)


def _offer_wheel() -> None:
    with st.container(border=True, key="speaker-wheel"):
        st.markdown("**Een ander scherm stuurt deze zaal.** Je kijkt mee, en je kunt wel teksten en vragen nakijken.")
        st.button("Neem het stuur over", icon=":material/swap_horiz:", key="take-wheel", on_click=_take_wheel)


def _take_wheel() -> None:
    here = visit()
    of = hall(here, st.query_params.get("zaal", ""))
    if of and of.reachable and here.trainer:
        of.store.drive(of.room.id, by=screen_id(here), now=here.runtime.now())


def _show_now(of: Hall) -> None:
    here, slide = of.here, of.slide
    over = " (zwart)" if of.room.dark else " (daaroverheen: de vragen uit de zaal)" if of.room.questions else ""
    st.markdown(f"### Nu op het scherm{over}", anchors=False)
    with st.container(border=True, key="speaker-now"):
        text = slide.warning.text if slide.warning else preview(here, slide)
        st.markdown(f"**{in_short(here, slide)}**\n\n{text}", anchors=False)
    _warn(of)
    show_move(of, driving=of.room.driver in (None, screen_id(here)))
    if slide.notes:
        st.markdown("### Notities\n\n" + "\n\n".join(slide.notes), anchors=False)


def _show_next(of: Hall) -> None:
    if of.next_slide is None:
        st.markdown("### Straks\n\nDit is het laatste beeld.", anchors=False)
        return
    begins = "\n\n".join(preview(of.here, of.next_slide).split("\n\n")[:MOST_OF_NEXT])
    st.markdown(f"### Straks\n\n**{in_short(of.here, of.next_slide)}**\n\n{begins}", anchors=False)


def _warn(of: Hall) -> None:
    """Said before the room is shown something heavy."""
    if of.next_slide and of.next_slide.warning and not of.slide.warning:
        st.markdown(f":orange-badge[:material/spa: Waarschuw vooraf] Hierna: {of.next_slide.warning.text}")
    elif of.slide.heavy:
        st.markdown(":orange-badge[:material/spa: Dit kan raken] Kijk hoe het met de zaal gaat. Wie wil, loopt even weg.")


def _show_clock(of: Hall) -> None:
    at = pace(of.slides, of.place, started=of.started, now=of.here.now)
    times = {
        "Klok": (clock(of.here.now, of.here.zone), f"{at.elapsed:.0f} min bezig"),
        "Nog gepland": (f"{at.left:.0f} min", at.in_words),
    }
    with st.container(horizontal=True, key="speaker-clock"):
        for label, (time, said) in times.items():
            st.metric(label, time, said, delta_color="off", delta_arrow="off", border=True)


def _show_buttons(of: Hall, *, driving: bool) -> None:
    with st.container(horizontal=True, key="speaker-buttons"):
        st.button(
            "Vorige",
            key="go-back",
            width="stretch",
            shortcut="Left",
            disabled=not driving or of.place == 0,
            on_click=go,
            args=({"to": of.place - 1},),
        )
        st.button(
            "Licht aan" if of.room.dark else "Zwart",
            key="go-dark",
            shortcut="B",
            disabled=not driving,
            on_click=go,
            args=({"dark": not of.room.dark},),
        )
        st.button(
            "Volgende",
            type="primary",
            key="go-on",
            width="stretch",
            shortcut="Right",
            disabled=not driving or of.next_slide is None,
            on_click=go,
            args=({"to": of.place + 1},),
        )


def _act() -> None:
    """A key of a clicker."""
    asked = getattr(st.session_state.get(REMOTE), "act", None)
    if isinstance(asked, dict):
        go(asked)


def _seen(pulse: Pulse | None, phones: int, now: datetime) -> tuple[Pulse | None, int, int]:
    return pulse, phones, now.minute


@st.fragment(run_every=LOOK)
def _follow(room: str) -> None:
    """Draws the page anew when something changed in the room, or a minute passed."""
    here = visit()
    try:
        rooms = here.runtime.store.rooms
        seen = _seen(rooms.pulse(room), rooms.phones(room, since=here.now - LISTENING), here.now)
    except UNREACHABLE:
        return
    if seen != st.session_state.get(_SEEN):
        st.session_state[_SEEN] = seen
        st.rerun()
