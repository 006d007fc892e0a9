"""What a presenter needs now and then: another slide, the clock at nought, a phone beside it, the end."""

from urllib.parse import urlsplit

import streamlit as st

from school import keys
from school.ui.present_component import qr_drawing
from school.ui.present_hall import Hall, hall, screen_id
from school.ui.present_slide import in_short
from school.ui.present_stage import join, steer
from school.ui.visit import Visit, visit


def show_tools(of: Hall) -> None:
    """Each in a fold or behind a second press, so that nothing happens by accident."""
    with st.container(horizontal=True, key="speaker-tools"):
        with st.popover("Ga naar een beeld", icon=":material/list:", on_change="rerun", key="goto") as box:
            if box.open:
                _show_list(of)
        st.button("Klok op nul", icon=":material/timer:", key="restart-clock", on_click=_restart)
        with st.popover("Met je telefoon erbij", icon=":material/phonelink:", on_change="rerun", key="second") as box:
            if box.open:
                _show_way_in(of.here, join(of).target)
        with st.popover("Sluit de zaal", icon=":material/stop_circle:", on_change="rerun", key="stop") as box:
            if box.open:
                st.markdown("Daarna kan niemand meer antwoorden. Het verslag vind je bij Presenteren.")
                st.button("Ja, sluit de zaal", key="close-room", on_click=_close)


def _show_list(of: Hall) -> None:
    names = list(range(len(of.slides)))
    titles = [f"{place + 1}. {in_short(of.here, slide)}" for place, slide in enumerate(of.slides)]
    st.selectbox("Beeld", names, index=of.place, format_func=lambda place: titles[place], key="goto-place", on_change=_go_to)


def _go_to() -> None:
    go({"to": st.session_state.get("goto-place")})


def _show_way_in(here: Visit, target: str) -> None:
    """The trainer's own link as a QR code; it is in the cookie of this browser and nowhere else to be read."""
    token = st.session_state.get("key") or st.context.cookies.get(keys.COOKIE)
    if not isinstance(token, str) or not here.trainer:
        return
    parts = urlsplit(target)
    st.markdown(
        "Scan dit met je telefoon, of laat een tweede trainer het scannen. Kies daar bij **Presenteren** deze zaal.\n\n"
        "**Let op:** wie deze code heeft, komt binnen als trainer. Toon hem niet op het grote scherm."
    )
    st.image(qr_drawing(f"{parts.scheme}://{parts.netloc}{keys.PATH}{token}"), width=220, alt="QR-code om als trainer binnen te komen")


def _restart() -> None:
    """From now on the clock runs against the plan: people come in late."""
    here = visit()
    of = hall(here, st.query_params.get("zaal", ""))
    if of and of.reachable and here.trainer:
        here.runtime.store.plan_room(of.room.id, of.plan, here.runtime.now())


def _close() -> None:
    here = visit()
    of = hall(here, st.query_params.get("zaal", ""))
    if of and of.reachable and here.trainer:
        of.store.close(of.room.id, now=here.runtime.now())


def go(asked: dict[str, object]) -> None:
    """Steers, when this screen drives; who does not, sees why on the page."""
    here = visit()
    of = hall(here, st.query_params.get("zaal", ""))
    if of and of.reachable and here.trainer:
        steer(of, asked, by=screen_id(here))
