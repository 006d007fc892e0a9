"""Where a trainer begins: what to give, and a room for it; or back to a room that is open."""

from uuid import uuid4

import streamlit as st

from school.dutch import clock, count, duration, near_day
from school.live import Room, new_code
from school.reviewing import day_of
from school.running_orders import RunningOrder, order_of, slides_in
from school.ui.pages import link
from school.ui.present_reports import show_report
from school.ui.sidebar import arrived
from school.ui.visit import Visit

TRIES = 20
"""Codes to try, if others are in use."""
MOST_ROOMS = 8
WHOLE = "modules"


def show_start(here: Visit) -> None:
    """Modules or a saved running order, and a room for it; the rooms that were opened before."""
    st.title("Presenteren", anchor=False)
    st.markdown(
        "Je geeft dezelfde cursus aan een zaal: elke stap wordt een beeld op het grote scherm. De zaal antwoordt op de telefoon, "
        "zonder naam en zonder account.",
        width=620,
    )
    rooms = here.runtime.store.rooms.all()
    _show_open(here, [room for room in rooms if room.closed is None])
    _choose(here)
    _show_closed(here, [room for room in rooms if room.closed is not None])
    arrived("/presenteren")


def _show_open(here: Visit, rooms: list[Room]) -> None:
    if not rooms:
        return
    st.markdown("## Open zalen", anchors=False)
    for room in rooms[:MOST_ROOMS]:
        _room_line(here, room)


def _room_line(here: Visit, room: Room) -> None:
    with st.container(border=True, key=f"room-{room.id}"):
        opened = f"geopend {near_day(room.opened.astimezone(here.zone).date(), day_of(here.now))} om {clock(room.opened, here.zone)}"
        st.markdown(f"#### {room.title}\n\nCode **{room.code[:3]} {room.code[3:]}**, {opened}", anchors=False)
        with st.container(horizontal=True):
            st.button("Ga naar deze zaal", icon=":material/co_present:", key=f"enter:{room.id}", on_click=_enter, args=(room.code,))
            st.link_button("Groot scherm", f"/presenteren?zaal={room.code}&embed=true", icon=":material/tv:")


def _enter(code: str) -> None:
    st.query_params.from_dict({"zaal": code, "blik": "trainer"})


def _choose(here: Visit) -> None:
    st.markdown("## Een zaal openen", anchors=False)
    orders = {order.id: order for order in here.runtime.store.running_orders()}
    chosen = WHOLE
    if orders:
        names = [*orders, WHOLE]
        texts = {name: f"{order.name} ({duration(order.minutes)})" for name, order in orders.items()} | {
            WHOLE: "Hele onderdelen van de cursus"
        }
        chosen = st.radio("Wat ga je geven?", names, format_func=lambda name: texts[name], key="give") or WHOLE
    order = orders.get(chosen) or _modules(here)
    slides = slides_in(here.course, order)
    st.caption(
        f"{count(len(slides), 'beeld', 'beelden')}, ongeveer {duration(order.minutes)}" if slides else "Kies minstens één onderdeel."
    )
    if st.button("Open de zaal", type="primary", icon=":material/meeting_room:", key="open-room", disabled=not slides):
        code = open_room(here, order)
        if code:
            _enter(code)
            st.rerun()
        st.error("Er is nu geen vrije code. Probeer het nog een keer.")
    link(here.course, "voorbereiden", "Draaiboek maken of veranderen", icon=":material/edit_calendar:")


def _modules(here: Visit) -> RunningOrder:
    st.markdown("Welke onderdelen?")
    picked = [
        module for module in here.course.modules if st.checkbox(f"{module.title} ({duration(module.minutes)})", key=f"give:{module.id}")
    ]
    name = picked[0].title if len(picked) == 1 else here.course.about.title
    return order_of(here.course, [module.id for module in picked], name=name)


def open_room(here: Visit, order: RunningOrder) -> str | None:
    """The code of a new room that follows this running order; nothing when every code we tried is in use."""
    addresses = tuple(slide.address for slide in slides_in(here.course, order))
    now = here.runtime.now()
    for _ in range(TRIES):
        room = Room(uuid4().hex, new_code(), order.name, addresses, now)
        if here.runtime.store.rooms.open(room):
            here.runtime.store.plan_room(room.id, order, now)
            return room.code
    return None


def _show_closed(here: Visit, rooms: list[Room]) -> None:
    if not rooms:
        return
    st.markdown("## Eerdere zalen", anchors=False)
    st.markdown("Het verslag noemt geen namen. Wat mensen schreven, wordt 30 dagen na het sluiten gewist.", width=620)
    for room in rooms[:MOST_ROOMS]:
        show_report(here, room)
