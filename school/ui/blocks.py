"""The blocks of a step as they are read on a screen."""

from typing import assert_never

import streamlit as st

from school.content import Step
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
from school.ui.links import ready, source_line, terms_in
from school.ui.pages import link
from school.ui.visit import Visit

COLUMN = 620
MOST_TIMES_LONGER = 1.7
MOST_TIMES_WIDER = 2.2
THEN = ":gray-badge[:material/history: Op de dia (2018)]"
NOW = ":blue-badge[:material/update: Wat we nu weten]"
FICTION = ":orange-badge[:material/edit_note: Fictief, samengesteld voor deze cursus]"
REMEMBER = ":gray-badge[:material/balance: Belangrijk om te onthouden]"


def show_blocks(here: Visit, step: Step) -> None:
    """Everything in a step, in order."""
    for block in step.blocks:
        show_block(here, step, block)
    _show_terms(here, step)


def show_block(here: Visit, step: Step, block: Block) -> None:
    """One block, as it is read; on a big screen (`here.presenting`) the same, but with nothing to fold open or to go to."""
    course = here.course
    match block:
        case Text(markdown):
            wide = here.presenting or "\n|" in markdown
            st.markdown(ready(course, markdown), width="stretch" if wide else COLUMN, anchors=False)
        case SlideAndToday():
            _then_and_now(here, block)
        case Sources(ids):
            st.markdown(source_line(course, ids))
        case Story(markdown):
            _framed(here, FICTION, markdown)
        case Important(markdown):
            _framed(here, REMEMBER, markdown)
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


def _framed(here: Visit, badge: str, markdown: str) -> None:
    with st.container(border=True):
        st.markdown(f"{badge}\n\n{ready(here.course, markdown)}", anchors=False)


def _then_and_now(here: Visit, block: SlideAndToday) -> None:
    """The old slide is bare, today is framed, so that the eye ends on what is true now.

    Side by side when they are about as long, else below each other: an empty half column helps nobody.
    """
    beside = here.presenting or len(block.today) <= MOST_TIMES_LONGER * len(block.slide)
    then, now = st.columns(_shares(here, block), gap="medium") if beside else (st.container(), st.container())
    then.markdown(f"{THEN}\n\n{ready(here.course, block.slide)}", anchors=False)
    with now.container(border=True, height="stretch" if beside else "content"):
        st.markdown(f"{NOW}\n\n{ready(here.course, block.today)}\n\n{source_line(here.course, block.sources)}", anchors=False)


def _shares(here: Visit, block: SlideAndToday) -> list[float]:
    """How wide both sides are: as wide as each other, but on a big screen what is longer gets more, so that all of it fits."""
    longer = len(block.today) / max(1, len(block.slide))
    return [1, min(max(longer, 1), MOST_TIMES_WIDER)] if here.presenting else [1, 1]


def _show_terms(here: Visit, step: Step) -> None:
    """The terms of this step, explained without leaving it; the text is sent only when it is opened."""
    texts = [getattr(block, field) for block in step.blocks for field in ("markdown", "slide", "today") if hasattr(block, field)]
    names = list(dict.fromkeys(name for text in texts for name in terms_in(here.course, text)))
    if not names:
        return
    with st.expander("Woorden in deze stap", icon=":material/dictionary:", on_change="rerun", key=f"terms:{step.id}") as box:
        if box.open:
            lines = (f"**{here.course.terms[name].term}**: {here.course.terms[name].text}" for name in names)
            st.markdown("\n\n".join(lines))
