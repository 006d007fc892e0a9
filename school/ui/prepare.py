"""Voorbereiden: running orders, and whether the content is right. What is wrong is found by school.loading."""

from uuid import uuid4

import streamlit as st

from school.dutch import count, duration
from school.loading import Problem, serious
from school.running_orders import RunningOrder, order_of, tidy
from school.ui.missing import show_missing
from school.ui.prepare_order import show_order
from school.ui.sidebar import arrived
from school.ui.teams_made import show_teams
from school.ui.visit import Visit, visit

OPEN = "draaiboek"


def show_prepare() -> None:
    """The running orders and the content, for who has the key; or the one running order that the address names."""
    here = visit()
    if not here.trainer:
        show_closed()
        return
    asked = st.query_params.get(OPEN)
    order = here.runtime.store.running_order(asked) if asked else None
    if order:
        show_order(here, order)
        return
    st.title("Voorbereiden", anchor=False)
    st.markdown(
        "Maak hier een draaiboek: wat je geeft, in welke volgorde, hoe lang, en met jouw eigen notities. "
        "Hieronder zie je ook of de inhoud van de cursus klopt, voordat je hem aan een groep geeft.",
        width=620,
    )
    _show_orders(here)
    _show_new(here)
    show_teams(here)
    st.markdown("## De inhoud", anchors=False)
    _show_problems(here.runtime.library.problems)
    arrived("/voorbereiden")


def show_closed() -> None:
    """How a trainer gets in."""
    show_missing(
        "Alleen voor trainers",
        "Deze pagina is voor wie de cursus aan een groep geeft en gaat open met een eigen link. "
        "Heb je die niet? Vraag hem aan wie de cursus beheert.",
    )


def _show_orders(here: Visit) -> None:
    orders = here.runtime.store.running_orders()
    if not orders:
        return
    st.markdown("## Draaiboeken", anchors=False)
    for order in orders:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"order-{order.id}"):
            parts = count(len(order.parts), "stap", "stappen")
            st.markdown(f"**{order.name}**  \n:gray[{parts}, {duration(order.minutes)}]", width="stretch")
            st.button("Open", icon=":material/edit_note:", key=f"open:{order.id}", on_click=_open, args=(order.id,))


def _open(order_id: str) -> None:
    st.query_params.from_dict({OPEN: order_id})


def _show_new(here: Visit) -> None:
    st.markdown("## Een nieuw draaiboek", anchors=False)
    with st.form("new-order", border=True):
        st.text_input("Naam, bijvoorbeeld de plaats of de groep", key="new-name", max_chars=80)
        st.markdown("Begin met deze onderdelen. Daarna kun je stappen weghalen, toevoegen en verplaatsen.")
        for module in here.course.modules:
            st.checkbox(f"{module.title} ({duration(module.minutes)})", key=f"new:{module.id}")
        st.form_submit_button("Maak het draaiboek", type="primary", icon=":material/add:", on_click=_make)


def _make() -> None:
    here = visit()
    if not here.trainer:
        return
    chosen = [module.id for module in here.course.modules if st.session_state.get(f"new:{module.id}")]
    made = order_of(here.course, chosen, name=str(st.session_state.get("new-name", "")))
    order = tidy(RunningOrder(made.name, made.parts, id=uuid4().hex), here.course)
    here.runtime.store.save_running_order(order, here.runtime.now())
    _open(order.id)


def _show_problems(problems: list[Problem]) -> None:
    wrong = serious(problems)
    warnings = [problem for problem in problems if problem.warning]
    if not problems:
        st.success("Alles in orde.", icon=":material/check:")
    if wrong:
        found = count(len(wrong), "fout", "fouten")
        st.error(f"{found} in de inhoud. De cursus draait door met de laatste goede versie.", icon=":material/error:")
        _show_list(wrong)
    if warnings:
        found = count(len(warnings), "waarschuwing", "waarschuwingen")
        st.warning(f"{found}: kijk dit een keer na.", icon=":material/warning:")
        _show_list(warnings)


def _show_list(problems: list[Problem]) -> None:
    # As code, so that no sign in a message is taken for a mark, and the list can be copied to who will mend it.
    st.code("\n".join(map(str, problems)), language=None, wrap_lines=True)
