"""One running order: its name, its parts in order, and the papers that go with it.

Every change is stored at once, so there is nothing to save and nothing to lose.
"""

import streamlit as st

from school import addresses
from school.dutch import count, duration
from school.running_orders import MAX_NAME, RunningOrder, slides_in
from school.ui.pages import link
from school.ui.prepare_add import offer_more
from school.ui.prepare_change import rename
from school.ui.prepare_part import show_part
from school.ui.sidebar import arrived
from school.ui.visit import Visit, visit


def show_order(here: Visit, order: RunningOrder) -> None:
    """The running order with this id."""
    st.set_page_config(page_title=f"{order.name} · Voorbereiden")
    st.title(order.name, anchor=False)
    slides = slides_in(here.course, order)
    parts = count(len(order.parts), "onderdeel", "onderdelen")
    st.markdown(f"{parts}, {count(len(slides), 'beeld', 'beelden')}, samen **{duration(order.minutes)}**.")
    key = f"name:{order.id}"
    st.text_input("Naam", order.name, max_chars=MAX_NAME, key=key, on_change=rename, args=(order.id, key), width=420)
    _show_papers(order)
    st.markdown("## Wat je geeft", anchors=False)
    for place in range(len(order.parts)):
        show_part(here, order, place)
    offer_more(here, order)
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


def _remove(order_id: str) -> None:
    here = visit()
    if here.trainer:
        here.runtime.store.remove_running_order(order_id)
    st.query_params.clear()
