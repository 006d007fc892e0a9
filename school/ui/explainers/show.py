"""An explainer in a step: its own page part, and below it the same in words."""

from functools import lru_cache
from typing import assert_never

import streamlit as st

from school.content import Course
from school.explainers.balance import Balance
from school.explainers.case import Case
from school.explainers.glasses import Glasses
from school.explainers.percentages import Percentages
from school.explainers.styles import Styles
from school.explainers.thoughts import Thoughts
from school.explainers.timeline import Timeline
from school.explainers.walk import Walk
from school.explainers.weighing import Weighing
from school.ui.explainers.balance import show_balance
from school.ui.explainers.case import show_case
from school.ui.explainers.glasses import show_glasses
from school.ui.explainers.percentages import show_percentages
from school.ui.explainers.state import spot
from school.ui.explainers.styles import show_styles
from school.ui.explainers.thoughts import show_thoughts
from school.ui.explainers.timeline import show_timeline
from school.ui.explainers.walk import show_walk
from school.ui.explainers.weighing import show_weighing
from school.ui.links import ready, source_line
from school.ui.visit import visit
from school.ui.words import fold, show_words, small


@st.fragment
def show_explainer(name: str, step: str) -> None:
    """The explainer with this id, in the step at this address (`module/step`). Doing something redraws only this part of the page."""
    here = visit()
    at = spot(here, name, step)
    explainer = here.course.explainers[name]
    match explainer:
        case Walk():
            show_walk(here, explainer, at)
        case Styles():
            show_styles(here, explainer, at)
        case Percentages():
            show_percentages(here, explainer, at)
        case Balance():
            show_balance(here, explainer, at)
        case Glasses():
            show_glasses(here, explainer, at)
        case Thoughts():
            show_thoughts(here, explainer, at)
        case Case():
            show_case(here, explainer, at)
        case Timeline():
            show_timeline(here, explainer, at)
        case Weighing():
            show_weighing(here, explainer, at)
        case _:
            assert_never(explainer)
    if here.presenting:
        return  # all of it has to be seen at once; words and sources are in the lesson
    show_words(_below(here.course, name))


@lru_cache(maxsize=128)
def _below(course: Course, name: str) -> str:
    """Whose idea the drawing is, the same in words, and the sources."""
    explainer = course.explainers[name]
    credit = small(ready(course, explainer.attribution)) if isinstance(explainer, Walk) else ""
    words = fold("Alles in woorden", ready(course, explainer.in_words()))
    return "\n\n".join(filter(None, [credit, words, source_line(course, tuple(explainer.sources))]))
