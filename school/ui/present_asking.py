"""Which question a presenter puts to the room at a slide: its own one, or one of those in its explainer."""

import streamlit as st

from school.ui.present_hall import Hall
from school.ui.present_move import open_state


def task_now(of: Hall) -> str | None:
    """The id of what would be asked: what the presenter chose, else what belongs to the open state, else the first."""
    names = of.slide_tasks
    chosen = st.session_state.get(_key(of))
    if chosen in names:
        return str(chosen)
    explainer = of.here.course.explainers.get(of.slide.explainer or "")
    here = [name for name in names if explainer and explainer.asked_at(name) == open_state(of)]
    return next(iter(here or names), None)


def choose_task(of: Hall) -> None:
    """Which of them, where there are several."""
    names = of.slide_tasks
    if len(names) > 1:
        now = task_now(of)
        prompts = {name: of.here.course.tasks[name].prompt for name in names}
        st.selectbox("Welke vraag?", names, index=names.index(now or names[0]), format_func=lambda name: prompts[name], key=_key(of))


def _key(of: Hall) -> str:
    return f"which:{of.slide.address}"
