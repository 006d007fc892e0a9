"""One slide on the big screen: the same content by the same code as in a lesson, or the question that the room was asked."""

from datetime import timedelta

import streamlit as st

from school.content import ContentNote
from school.dutch import clock, count, duration
from school.lesson import Block, Exercise, Explainer, Medium
from school.room_results import choices
from school.slides import Slide
from school.tasks import Match, Order, Reflect, Task
from school.ui.blocks import show_block
from school.ui.links import ready
from school.ui.own_question import KINDS
from school.ui.present_hall import Hall
from school.ui.present_question import show_question, show_task
from school.ui.present_questions import list_on_screen, show_on_screen
from school.ui.visit import Visit

QUESTIONS = "vragen"
"""The part of the programme where the questions of the room are on the screen."""


def show_slide(of: Hall) -> None:
    """What the room sees now."""
    if of.room.questions:
        show_on_screen(of)
        return
    if of.shows_question:
        show_question(of)
        return
    if of.slide.pause:
        _show_pause(of)
        return
    _show_head(of.here, of.slide)
    if of.slide.warning:
        show_warning(of.slide.warning)
    if of.slide.own:
        show_task(of.here, of.slide.own)
    show_content(of.here, of.slide)
    if of.slide.module == QUESTIONS:
        list_on_screen(of)


def _show_pause(of: Hall) -> None:
    """With the time to be back: nobody wants to watch a clock that counts down."""
    back = (of.room.since or of.here.now) + timedelta(minutes=of.slide.minutes)
    with st.container(key="slide-pause"):
        st.markdown(f"# {of.slide.title}\n\nWe gaan verder om **{clock(back, of.here.zone)}**.", anchors=False)


def _show_head(here: Visit, slide: Slide) -> None:
    module = here.course.module(slide.module)
    if slide.fills or slide.task:
        return  # the screen is for the film, the explainer or the question
    with st.container(key="slide-head" if slide.number == 1 else "slide-on"):
        st.markdown(f"{module.title if module else ''}\n\n# {slide.title}", anchors=False)


def show_content(here: Visit, slide: Slide) -> None:
    """The blocks of a slide; a question as it can be read, without a place to answer."""
    step = here.course.find_step(slide.step)
    if step is None:
        return
    for block in slide.blocks:
        task = here.course.tasks.get(block.id) if isinstance(block, Exercise) else None
        if task is not None:
            show_task(here, task)
        elif not isinstance(block, Exercise):
            show_block(here, step, block)


def show_warning(note: ContentNote) -> None:
    """What is coming, how intense it is, and that leaving is fine."""
    with st.container(border=True, key="slide-warning"):
        st.markdown(
            f"### :material/spa: Vooraf: dit kan raken\n\n{note.text}\n\n**Heftigheid {note.intensity} van 3.** "
            "Even wegkijken, niet meedoen of de zaal uit lopen mag altijd.",
            anchors=False,
        )


def in_short(here: Visit, slide: Slide) -> str:
    """What a slide is about, in a line, for who presents."""
    if slide.pause:
        return f"Pauze, {duration(round(slide.minutes))}"
    if slide.own:
        return f"Eigen vraag: {slide.title}"
    if slide.warning:
        return f"{slide.title}: waarschuwing vooraf"
    task = here.course.tasks.get(slide.task or "")
    if task:
        return f"{slide.title}: {_sort(task)}"
    return slide.title if slide.number == 1 else f"{slide.title} ({slide.number})"


def _sort(task: Task) -> str:
    if isinstance(task, Reflect):
        return "om over na te denken"
    if isinstance(task, Match):
        return f"oefening, {count(len(task.left), 'paar', 'paren')} maken"
    return "oefening, op volgorde zetten" if isinstance(task, Order) else "vraag"


def preview(here: Visit, slide: Slide) -> str:
    """The text of a slide as Markdown, for who presents; films and explainers by name."""
    if slide.own:
        return "\n".join(f"- {text}" for text in choices(slide.own).values()) or KINDS[slide.own.kind]
    return "\n\n".join(part for block in slide.blocks for part in _texts(here, block))


def _texts(here: Visit, block: Block) -> list[str]:
    if isinstance(block, Exercise):
        task = here.course.tasks.get(block.id)
        return [f"**{ready(here.course, task.prompt)}**"] if task else []
    if isinstance(block, Medium):
        return [f":material/movie: Film: {here.course.films[block.id].title}"]
    if isinstance(block, Explainer):
        return [f":material/explore: Uitleg: {here.course.explainers[block.id].title}"]
    return [ready(here.course, getattr(block, name)) for name in ("markdown", "slide", "today") if hasattr(block, name)]
