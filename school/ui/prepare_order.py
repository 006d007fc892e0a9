"""One running order: its name, the steps in order with their minutes, own notes, and the papers that go with it.

Every change is stored at once, so there is nothing to save and nothing to lose.
"""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from school import addresses
from school.dutch import count, duration
from school.running_orders import MAX_NAME, MAX_NOTE, MOST_MINUTES, Part, RunningOrder, slides_in, tidy
from school.slides import slides_of
from school.ui.pages import link
from school.ui.present_slide import in_short
from school.ui.sidebar import arrived
from school.ui.visit import Visit, visit


def show_order(here: Visit, order: RunningOrder) -> None:
    """The running order with this id."""
    st.set_page_config(page_title=f"{order.name} · Voorbereiden")
    st.title(order.name, anchor=False)
    slides = slides_in(here.course, order)
    st.markdown(
        f"{count(len(order.parts), 'stap', 'stappen')}, {count(len(slides), 'beeld', 'beelden')}, samen **{duration(order.minutes)}**."
    )
    st.text_input("Naam", order.name, max_chars=MAX_NAME, key=f"name:{order.id}", on_change=_rename, args=(order.id,), width=420)
    _show_papers(order)
    st.markdown("## Wat je geeft", anchors=False)
    for place, part in enumerate(order.parts):
        _show_part(here, order, place, part)
    _offer_step(here, order)
    st.space("small")
    with st.container(horizontal=True):
        st.button("Alle draaiboeken", type="tertiary", icon=":material/arrow_back:", key="all-orders", on_click=st.query_params.clear)
        link(here.course, "presenteren", "Naar Presenteren", icon=":material/co_present:")
        with st.popover("Verwijder dit draaiboek", type="tertiary"):
            st.button("Ja, verwijder het", key="remove-order", on_click=_remove, args=(order.id,))
    arrived(f"/voorbereiden/{order.id}")


def _show_papers(order: RunningOrder) -> None:
    """What can be printed; made when it is asked for."""
    with st.container(horizontal=True, key="papers"):
        for sort, words in addresses.HANDOUTS.items():
            st.link_button(f"{words} (PDF)", addresses.handout(order.id, sort), icon=":material/print:")


def _show_part(here: Visit, order: RunningOrder, place: int, part: Part) -> None:
    step = here.course.find_step(part.step)
    title = step.title if step else "Deze stap is er niet meer"
    module = here.course.module(part.step.partition("/")[0])
    heavy = " :orange-badge[:material/spa: Waarschuw vooraf]" if step and any(slide.heavy for slide in slides_of(here.course, step)) else ""
    with st.container(border=True, key=f"part-{place}-{part.step.replace('/', '-')}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{place + 1}. {title}**{heavy}  \n:gray[{module.title if module else ''}]", width="stretch")
            key = f"minutes:{order.id}:{place}:{part.step}"
            st.number_input(
                f"Minuten voor {title}",
                1,
                MOST_MINUTES,
                part.minutes,
                1,
                key=key,
                on_change=_time,
                args=(order.id, place, key),
                width=130,
                label_visibility="collapsed",
            )
            _show_moves(order, place, title)
        if step:
            _show_notes(here, order, part)


def _show_moves(order: RunningOrder, place: int, title: str) -> None:
    last = len(order.parts) - 1
    moves = (
        ("Omhoog", "arrow_upward", _up, place == 0),
        ("Omlaag", "arrow_downward", _down, place == last),
        ("Haal weg", "close", _drop, False),
    )
    for label, icon, change, off in moves:
        st.button(
            label,
            icon=f":material/{icon}:",
            type="tertiary",
            key=f"{label}:{order.id}:{place}:{order.parts[place].step}",
            help=f"{label}: {title}",
            disabled=off,
            on_click=_arrange,
            args=(order.id, place, change),
        )


def _show_notes(here: Visit, order: RunningOrder, part: Part) -> None:
    step = here.course.find_step(part.step)
    assert step is not None
    with st.expander("Beelden en notities", icon=":material/sticky_note_2:", on_change="rerun", key=f"notes:{order.id}:{part.step}") as box:
        if not box.open:
            return
        for slide in slides_of(here.course, step):
            written = "\n\n".join(f"> {note}" for note in slide.notes)
            st.markdown(f"**{in_short(here, slide)}**\n\n{written}")
            key = f"note:{order.id}:{slide.address}"
            st.text_area(
                f"Jouw notitie bij beeld {slide.number}",
                order.notes.get(slide.address, ""),
                max_chars=MAX_NOTE,
                height=80,
                key=key,
                on_change=_note,
                args=(order.id, slide.address, key),
            )


def _offer_step(here: Visit, order: RunningOrder) -> None:
    steps = {step.address: f"{module.title}: {step.title}" for module in here.course.modules for step in module.steps}
    with st.form("add-step", border=True):
        st.selectbox("Stap toevoegen", list(steps), index=None, format_func=lambda address: steps[address], key="new-step")
        st.form_submit_button("Voeg toe", icon=":material/add:", on_click=_add, args=(order.id,))


def _change(order_id: str, change: Callable[[RunningOrder], RunningOrder]) -> None:
    """Changes what is stored now, which another tab may have changed since this page was drawn."""
    here = visit()
    order = here.runtime.store.running_order(order_id) if here.trainer else None
    if order:
        here.runtime.store.save_running_order(tidy(change(order), here.course), here.runtime.now())


def _rename(order_id: str) -> None:
    _change(order_id, lambda order: replace(order, name=str(st.session_state[f"name:{order_id}"])))


def _time(order_id: str, place: int, key: str) -> None:
    minutes = int(st.session_state[key])
    _change(
        order_id,
        lambda order: replace(order, parts=tuple(replace(p, minutes=minutes) if at == place else p for at, p in enumerate(order.parts))),
    )


def _note(order_id: str, slide: str, key: str) -> None:
    _change(order_id, lambda order: replace(order, notes={**order.notes, slide: str(st.session_state[key])}))


def _arrange(order_id: str, place: int, change: Callable[[list[Part], int], None]) -> None:
    def arranged(order: RunningOrder) -> RunningOrder:
        parts = list(order.parts)
        if place < len(parts):
            change(parts, place)
        return replace(order, parts=tuple(parts))

    _change(order_id, arranged)


def _up(parts: list[Part], place: int) -> None:
    parts.insert(max(0, place - 1), parts.pop(place))


def _down(parts: list[Part], place: int) -> None:
    parts.insert(place + 1, parts.pop(place))


def _drop(parts: list[Part], place: int) -> None:
    del parts[place]


def _add(order_id: str) -> None:
    step = visit().course.find_step(st.session_state.get("new-step"))
    if step:
        _change(order_id, lambda order: replace(order, parts=(*order.parts, Part(step.address, step.minutes))))


def _remove(order_id: str) -> None:
    here = visit()
    if here.trainer:
        here.runtime.store.remove_running_order(order_id)
    st.query_params.clear()
