"""The pages Streamlit knows, and how to go from one to another."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from school.addresses import FIRST_MODULE
from school.content import Course, Step

FOLDER = Path(__file__).parents[2] / "pages"
LEARNER = {
    "toets": ("learner/quiz.py", "Toets"),
    "herhalen": ("learner/review.py", "Herhalen"),
    "voortgang": ("learner/progress.py", "Voortgang"),
    "begrippen": ("learner/terms.py", "Begrippen"),
    "zoeken": ("learner/search.py", "Zoeken"),
    "over": ("learner/about.py", "Bronnen en privacy"),
}
TRAINER = {
    "presenteren": ("trainer/present.py", "Presenteren"),
    "voorbereiden": ("trainer/prepare.py", "Voorbereiden"),
}
TEAM = {
    "team": ("team/dashboard.py", "Team"),
}
Pages = Mapping[str, "st.Page"]


def all_pages(course: Course) -> dict[str, "st.Page"]:
    """Every page by its id: one per module, and the others by their address."""
    return _pages(tuple((module.id, module.title) for module in course.modules))


@cache
def _pages(modules: tuple[tuple[str, str], ...]) -> dict[str, "st.Page"]:
    pages = {}
    for module, title in modules:
        first = module == FIRST_MODULE
        file = "learner/home.py" if first else "learner/lesson.py"
        pages[module] = st.Page(FOLDER / file, title=title, url_path=None if first else module, default=first, visibility="visible")
    for path, (file, title) in {**LEARNER, **TRAINER, **TEAM}.items():
        pages[path] = st.Page(FOLDER / file, title=title, url_path=path, visibility="visible" if path in LEARNER else "hidden")
    return pages


def go_to_step(course: Course, step: Step) -> None:
    """Leaves this page for a step, with the address of that step."""
    st.switch_page(all_pages(course)[step.module], query_params={"stap": step.id})


def go_to(course: Course, page: str, **query: str) -> None:
    """Leaves this page for another one."""
    st.switch_page(all_pages(course)[page], query_params=query)


def link(course: Course, page: str, label: str, *, icon: str | None = None, **query: str) -> None:
    """A link to another page of the course."""
    st.page_link(all_pages(course)[page], label=label, icon=icon, query_params=query or None)


def step_link(course: Course, step: Step, label: str, *, icon: str | None = None) -> None:
    """A link to a step on another page than the one we are on."""
    st.page_link(all_pages(course)[step.module], label=label, icon=icon, query_params={"stap": step.id})
