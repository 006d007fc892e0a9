"""The blocks of a step as they are read on a screen."""

from functools import lru_cache
from typing import assert_never

import streamlit as st

from school.content import Course, Step
from school.lesson import (
    Block,
    ContactList,
    Cut,
    Drawing,
    Exercise,
    Explainer,
    Important,
    Medium,
    QuizLink,
    SlideAndToday,
    Sources,
    Story,
    Text,
    TrainerNote,
)
from school.ui.contacts import show_contacts
from school.ui.exercise import exercise
from school.ui.explainers.show import show_explainer
from school.ui.film import show_film
from school.ui.links import ready, terms_in
from school.ui.pages import link
from school.ui.visit import Visit
from school.ui.words import Words, fold, in_markdown, show_words, together


def show_blocks(here: Visit, step: Step, opening: str = "") -> None:
    """Everything in a step, in order; `opening` is Markdown that comes before it, and its terms come after."""
    blocks = together(block for block in step.blocks if not isinstance(block, TrainerNote | Cut))
    closing = _terms(here.course, step.address)
    if opening and not (blocks and isinstance(blocks[0], Words)):
        blocks = [Words(()), *blocks]
    if closing and not (blocks and isinstance(blocks[-1], Words)):
        blocks = [*blocks, Words(())]
    for place, block in enumerate(blocks, 1):
        if isinstance(block, Words):
            words = [opening, in_markdown(here.course, block.blocks), closing if place == len(blocks) else ""]
            show_words("\n\n".join(filter(None, words)))
            opening = ""
        else:
            show_block(here, step, block)


def show_block(here: Visit, step: Step, block: Block) -> None:
    """One block, as it is read; on a big screen (`here.presenting`) the same, but with nothing to fold open or to go to."""
    course = here.course
    match block:
        case Text() | Sources() | SlideAndToday() | Story() | Important():
            show_words(in_markdown(course, (block,), big=here.presenting))
        case Medium(name):
            show_film(name, warned=step.note is not None)
        case Exercise(name):
            exercise(name)
        case QuizLink(name) if here.presenting:
            st.markdown(f":material/checklist: Toets voor thuis: **{course.quizzes[name].title}**")
        case QuizLink(name):
            link(course, "toets", f"Toets: {course.quizzes[name].title}", icon=":material/checklist:", quiz=name)
        case ContactList(name):
            show_contacts(here, name)
        case Drawing(file, alt):
            st.image(course.drawings[file], alt=alt)
        case Explainer(name):
            show_explainer(name, step.address)
        case TrainerNote() | Cut():
            pass  # for the trainer and the big screen
        case _:
            assert_never(block)


@lru_cache(maxsize=512)
def _terms(course: Course, address: str) -> str:
    """The terms of the step at this address, explained without leaving it."""
    step = course.find_step(address)
    blocks = step.blocks if step else ()
    texts = [getattr(block, field) for block in blocks for field in ("markdown", "slide", "today") if hasattr(block, field)]
    names = dict.fromkeys(name for text in texts for name in terms_in(course, text))
    lines = [f"**{course.terms[name].term}**: {ready(course, course.terms[name].text)}" for name in names]
    return fold("Woorden in deze stap", "\n\n".join(lines)) if lines else ""
