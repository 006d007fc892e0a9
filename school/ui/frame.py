"""Around every page: which pages there are, the menu, and what must be said before anything else."""

from copy import copy
from urllib.parse import urlsplit

import streamlit as st

from school.addresses import FIRST_MODULE
from school.ui import saving
from school.ui.logo import show_logo
from school.ui.pages import TRAINER, all_pages
from school.ui.sidebar import show_sidebar
from school.ui.visit import Visit, visit, visiting


def run() -> None:
    """Shows the page that was asked for."""
    here = visit()
    with visiting(here):
        pages = [page for name, page in all_pages(here.course).items() if name not in TRAINER or here.trainer or _asked_for(name)]
        # Copies: a page remembers that it may be run now, and other people's pages run at the same time in this process.
        page = st.navigation([copy(page) for page in pages], position="hidden")
        current = page.url_path or FIRST_MODULE
        st.session_state["page-now"] = current
        if here.course.module(current) is None:  # a module names the step that is shown
            st.set_page_config(page_title=f"{page.title} · {here.course.about.title}")
        if here.presenting:
            page.run()
            return
        show_logo()
        _say_first(here)
        page.run()
        show_sidebar(here, f"/{page.url_path}")


def _asked_for(page: str) -> bool:
    """Whether the address names this page. Every page is sent at every rerun, so those of trainers only to who has use for them."""
    address = st.context.url
    return not address or urlsplit(address).path.strip("/") == page


def _say_first(here: Visit) -> None:
    """What stands in the way of keeping answers, said before the first one."""
    if here.learner is None:
        st.warning(
            "Je browser bewaart geen cookies. Je kunt alles lezen en oefenen, maar je antwoorden gaan verloren als je "
            "deze pagina sluit. Zet cookies aan voor deze site als je je voortgang wilt houden.",
            icon=":material/cookie_off:",
        )
    elif saving.unsaved() or not here.reachable:
        _not_saved()


@st.fragment(run_every=5)
def _not_saved() -> None:
    """Tries again every five seconds, until everything is stored."""
    here = visit()
    if not saving.unsaved() and here.reachable:
        st.rerun()
    if saving.unsaved():
        st.warning("Niet opgeslagen. Je antwoorden blijven staan en we proberen het opnieuw.", icon=":material/cloud_off:")
    else:
        st.warning("We kunnen je voortgang nu niet ophalen. We proberen het opnieuw.", icon=":material/cloud_off:")
