"""The way through the course, on every page: the programme with how far you are, your own learning, a trainer's pages."""

import streamlit as st

from school.addresses import module_path
from school.learning import ModuleProgress, progress
from school.ui.pages import LEARNER, TEAM, TRAINER
from school.ui.places import Link, State, show_menu
from school.ui.visit import Visit

Groups = list[tuple[str, list[Link]]]
_SHOWN = "menu-shown"
_PLACE = "place"


def show_sidebar(here: Visit, current: str) -> None:
    """The programme and the other pages, as links; `current` is the address of the page that is shown."""
    groups = st.session_state[_SHOWN] = _groups(here)
    with st.sidebar:
        show_menu(groups, current=current, place=st.session_state.pop(_PLACE, ""))


def bring_menu_up_to_date(here: Visit) -> None:
    """For who draws only a part of the page: draws all of it, when the menu would say something else now."""
    if st.session_state.get(_SHOWN) != _groups(here):
        st.rerun()


def arrived(place: str) -> None:
    """Tells where the reader is now; another place than before means scrolling up and focusing the heading."""
    st.session_state[_PLACE] = place


def _groups(here: Visit) -> Groups:
    groups = [
        ("Programma", [Link(module_path(m.module), m.module.title, _state(m)) for m in progress(here.course, here.done)]),
        ("Jouw leren", [Link(f"/{path}", title) for path, title in _own_pages(here)]),
    ]
    if here.trainer:
        groups.append(("Trainer", [Link(f"/{path}", title) for path, (_, title) in {**TRAINER, **TEAM}.items()]))
    elif here.lead:
        groups.append(("Begeleider", [Link(f"/{path}", title) for path, (_, title) in TEAM.items()]))
    return groups


def _own_pages(here: Visit) -> list[tuple[str, str]]:
    titles = {path: title for path, (_, title) in LEARNER.items() if here.course.quizzes or path != "toets"}
    if here.due:
        titles["herhalen"] += f" ({len(here.due)})"
    return list(titles.items())


def _state(module: ModuleProgress) -> State:
    return "done" if module.finished else "begun" if module.done else "open"
