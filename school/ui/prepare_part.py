"""One part of a running order: what it is, how long it takes, where it comes, and what the trainer notes there."""

from typing import assert_never

import streamlit as st

from school.content import Step
from school.live.questions import MAX_PROMPT
from school.room_results import choices
from school.running_orders import MAX_NOTE, MOST_MINUTES, PAUSE, Break, Item, OwnQuestion, Part, RunningOrder
from school.slides import slides_of
from school.ui.own_question import KINDS
from school.ui.prepare_change import down, drop, note, reword, set_time, up
from school.ui.present_slide import in_short
from school.ui.visit import Visit

HEAVY = " :orange-badge[:material/spa: Waarschuw vooraf]"


def show_part(here: Visit, order: RunningOrder, place: int) -> None:
    """The part at `place`, from 0."""
    part = order.parts[place]
    title, below = _title(here, part), _below(here, part)
    with st.container(border=True, key=f"part-{place}-{part.address.replace('/', '-')}"):
        st.markdown(f"**{place + 1}. {title}**{_badge(here, part)}  \n:gray[{below}]")
        with st.container(horizontal=True, vertical_alignment="center"):
            key = f"minutes:{order.id}:{place}:{part.address}"
            st.number_input(
                f"Minuten voor {title}",
                1,
                MOST_MINUTES,
                part.minutes,
                1,
                key=key,
                on_change=set_time,
                args=(order.id, place, key),
                width=120,
                label_visibility="collapsed",
            )
            st.markdown("min", width="content")
            _show_moves(order, place, title)
        _show_more(here, order, place)


def _title(here: Visit, part: Item) -> str:
    match part:
        case Part():
            step = here.course.find_step(part.step)
            return step.title if step else "Deze stap is er niet meer"
        case Break():
            return f":material/coffee: {PAUSE}"
        case OwnQuestion():
            return f"Eigen vraag: {part.question.prompt}"
        case _:
            assert_never(part)


def _below(here: Visit, part: Item) -> str:
    match part:
        case Part():
            module = here.course.module(part.step.partition("/")[0])
            return module.title if module else ""
        case Break():
            return "Op het scherm staat hoe laat je verdergaat"
        case OwnQuestion():
            return KINDS[part.question.kind]
        case _:
            assert_never(part)


def _badge(here: Visit, part: Item) -> str:
    step = here.course.find_step(part.step) if isinstance(part, Part) else None
    return HEAVY if step and any(slide.heavy for slide in slides_of(here.course, step)) else ""


def _show_moves(order: RunningOrder, place: int, title: str) -> None:
    last = len(order.parts) - 1
    moves = (
        ("Omhoog", "arrow_upward", up, place == 0),
        ("Omlaag", "arrow_downward", down, place == last),
        ("Haal weg", "close", drop, False),
    )
    for label, icon, change, off in moves:
        st.button(
            label,
            icon=f":material/{icon}:",
            type="tertiary",
            key=f"{label}:{order.id}:{place}:{order.parts[place].address}",
            help=f"{label}: {title}",
            disabled=off,
            on_click=change,
            args=(order.id, place),
        )


def _show_more(here: Visit, order: RunningOrder, place: int) -> None:
    """What is sent only when it is opened."""
    part = order.parts[place]
    step = here.course.find_step(part.step) if isinstance(part, Part) else None
    if isinstance(part, Part) and step is None:
        return
    label = "Beelden en notities" if step else "Vraag en notitie" if isinstance(part, OwnQuestion) else "Notitie"
    with st.expander(label, icon=":material/sticky_note_2:", on_change="rerun", key=f"notes:{order.id}:{part.address}") as box:
        if not box.open:
            return
        if step:
            _show_slides(here, order, step)
            return
        if isinstance(part, OwnQuestion):
            _show_question(order, place, part)
        _note(order, part.address, "Jouw notitie")


def _show_slides(here: Visit, order: RunningOrder, step: Step) -> None:
    for slide in slides_of(here.course, step):
        written = "\n\n".join(f"> {each}" for each in slide.notes)
        st.markdown(f"**{in_short(here, slide)}**\n\n{written}")
        _note(order, slide.address, f"Jouw notitie bij beeld {slide.number}")


def _show_question(order: RunningOrder, place: int, part: OwnQuestion) -> None:
    key = f"prompt:{order.id}:{place}:{part.id}"
    st.text_input("De vraag", part.question.prompt, max_chars=MAX_PROMPT, key=key, on_change=reword, args=(order.id, place, key))
    if names := choices(part.question):
        st.markdown("\n".join(f"- {text}" for text in names.values()))


def _note(order: RunningOrder, slide: str, label: str) -> None:
    key = f"note:{order.id}:{slide}"
    st.text_area(label, order.notes.get(slide, ""), max_chars=MAX_NOTE, height=80, key=key, on_change=note, args=(order.id, slide, key))
