"""The big screen: one slide, how to join, and the keys. It follows the room, whoever steers it."""

from urllib.parse import urlsplit

import streamlit as st

from school.live import Move, Pulse
from school.store import UNREACHABLE
from school.ui.explainers.state import PARAMETER
from school.ui.present_component import STAGE, Foot, Join, stage
from school.ui.present_hall import Hall, hall, screen_id
from school.ui.present_slide import in_short, show_slide
from school.ui.visit import visit

UNKNOWN = Pulse(0, 0)
"""Of a room that we could not read; whatever comes next is news."""
CLOSED = "Deze zaal is gesloten"


def show_stage(of: Hall) -> None:
    """The slide that the room is at, filling the window."""
    here = of.here
    st.set_page_config(page_title=f"{of.slide.title} · {here.course.about.title}", layout="wide")
    # Large from the first moment; the widget makes it smaller where a slide is long.
    st.html("<style>@media (min-width: 900px) { html { font-size: 2.3vw } }</style>")
    _keep_address(of)
    with st.container(key="slide"):
        show_slide(of)
    titles = [in_short(here, slide) for slide in of.slides]
    open_room = of.room.closed is None
    pulse = (of.pulse if of.reachable else None) or UNKNOWN
    foot = Foot(of.room.code, pulse, titles, of.place, of.room.dark, join(of) if open_room else None, _note(of))
    stage(foot, on_act=_act)


def _keep_address(of: Hall) -> None:
    """The address names the slide, and the state of the explainer on it when somebody moved that."""
    if st.query_params.get("beeld") != of.slide.address:
        st.query_params["beeld"] = of.slide.address
    if of.room.state:
        st.query_params[PARAMETER] = of.room.state
    elif PARAMETER in st.query_params:
        del st.query_params[PARAMETER]


def _note(of: Hall) -> str:
    if of.room.closed:
        return CLOSED
    if of.room.questions:
        return ""
    hidden_round = of.round is not None and of.round.open and not of.shows_question
    return "Een eerdere vraag staat nog open" if hidden_round else ""


def join(of: Hall) -> Join:
    """How people come in: by our public address, else by the one of this page."""
    base = of.here.runtime.settings.public_url or _own_address()
    host = urlsplit(base).netloc
    return Join(f"{host}/zaal", of.room.code, f"{base}/zaal/{of.room.code}")


def _own_address() -> str:
    parts = urlsplit(st.context.url or "http://localhost:8501")
    return f"{parts.scheme}://{parts.netloc}"


def _act() -> None:
    """What somebody pressed. The screen stands before the room, so its own keys always steer, for whoever drives."""
    asked = getattr(st.session_state.get(STAGE), "act", None)
    here = visit()
    of = hall(here, st.query_params.get("zaal", ""))
    if of is None or not here.trainer or not isinstance(asked, dict) or not of.reachable:
        return
    steer(of, asked, by=of.room.driver or screen_id(here))


def steer(of: Hall, asked: dict[str, object], *, by: str) -> bool:
    """Goes where somebody asked, if that is a place; the browser can say anything."""
    move = Move()
    to, dark = asked.get("to"), asked.get("dark")
    if isinstance(to, int) and not isinstance(to, bool) and 0 <= to < len(of.slides):
        move["at"] = to
    if isinstance(dark, bool):
        move["dark"] = dark
    try:
        return not move or of.store.steer(of.room.id, by=by, now=of.here.runtime.now(), **move)
    except UNREACHABLE:
        return False
