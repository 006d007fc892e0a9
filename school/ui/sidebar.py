"""The way through the course, on every page: the programme with how far you are, your own learning, a trainer's pages."""

from typing import Literal

import streamlit as st

from school.addresses import module_path
from school.learning import ModuleProgress, progress
from school.ui.components import Links, menu
from school.ui.pages import LEARNER, TEAM, TRAINER
from school.ui.visit import Visit

State = Literal["done", "begun", "open", ""]
_SHOWN = "menu-shown"


def show_sidebar(here: Visit, current: str) -> None:
    """The programme and the other pages, as links; `current` is the id of the page that is shown."""
    groups = _groups(here)
    st.session_state[_SHOWN] = groups
    with st.sidebar:
        menu(groups, current=current, place=st.session_state.get("place", ""), on_go=_go)


def bring_menu_up_to_date(here: Visit) -> None:
    """For who draws only a part of the page: draws all of it, when the menu would say something else now."""
    if st.session_state.get(_SHOWN) != _groups(here):
        st.rerun()


def _groups(here: Visit) -> list[tuple[str, Links]]:
    programme = [(m.module.id, module_path(m.module), m.module.title, _state(m)) for m in progress(here.course, here.done)]
    own = [(path, f"/{path}", title, "") for path, title in _own_pages(here)]
    groups: list[tuple[str, Links]] = [("Programma", programme), ("Jouw leren", own)]
    if here.trainer:
        pages = {**TRAINER, **TEAM}
        groups.append(("Trainer", [(path, f"/{path}", title, "") for path, (_, title) in pages.items()]))
    elif here.lead:
        groups.append(("Begeleider", [(path, f"/{path}", title, "") for path, (_, title) in TEAM.items()]))
    return groups


def arrived(place: str) -> None:
    """Tells where the reader is now; another place than before means scrolling up and focusing the heading."""
    st.session_state["place"] = place


def _go() -> None:
    """The frame opens the page before it draws anything of the old one."""
    page = st.session_state["menu"].go
    if isinstance(page, str):
        st.session_state["open"] = (page, {})


def _own_pages(here: Visit) -> list[tuple[str, str]]:
    titles = {path: title for path, (_, title) in LEARNER.items() if here.course.quizzes or path != "toets"}
    if here.due:
        titles["herhalen"] += f" ({len(here.due)})"
    return list(titles.items())


def _state(module: ModuleProgress) -> State:
    return "done" if module.finished else "begun" if module.done else "open"
