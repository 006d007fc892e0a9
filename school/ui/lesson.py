"""A module, one step at a time: where you are, what it is for, how long it takes, what is next."""

from functools import partial

import streamlit as st

from school import addresses
from school.addresses import FIRST_MODULE
from school.content import ContentNote, Module, Step
from school.learning import next_step, previous_step
from school.ui import saving
from school.ui.blocks import show_blocks
from school.ui.links import ready
from school.ui.missing import show_missing
from school.ui.pages import all_pages, go_to_step
from school.ui.pause import pause_button, show_pause
from school.ui.places import Link, show_steps
from school.ui.rail import rail
from school.ui.sidebar import bring_menu_up_to_date
from school.ui.visit import Visit, only_a_part, visit, visiting
from school.ui.words import frame, show_words


def current_module() -> str:
    """The module whose address this is; the frame knows which page is shown."""
    return str(st.session_state.get("page-now") or FIRST_MODULE)


@st.fragment
def show_lesson(module_id: str) -> None:
    """The step that the address asks for, else the first step that is not done.

    Going on within a module redraws the step, and not the pages, the menu and what else is the same.
    """
    alone = only_a_part()
    with visiting(visit()) as here:
        module = here.course.module(module_id)
        asked = st.query_params.get("stap")
        step = (module.step(asked) if asked else _first_open(here, module)) if module else None
        if module is None or step is None:
            show_missing("Deze stap bestaat niet", "Misschien is het adres niet compleet, of is de stap verplaatst.")
            return
        st.set_page_config(page_title=f"{step.title} · {module.title} · {here.course.about.title}")
        _show_head(here, module, step)
        opening = _opening(here, module, step)
        if here.record.paused:
            show_words(opening)
            show_pause(here)
        else:
            show_blocks(here, step, opening)
        _show_way_on(here, step)
        if alone:  # after the buttons: one of them may lead elsewhere
            bring_menu_up_to_date(here)


def _opening(here: Visit, module: Module, step: Step) -> str:
    """Where you are as a picture, what this is, what it is for, and what is coming before it comes."""
    states = ("here" if one is step else "done" if one.address in here.done else "open" for one in module.steps)
    title = f"# {ready(here.course, step.title)}\n\n**Je doel:** {ready(here.course, step.aim)}"
    note = _note(here, step.note) if step.note and not here.record.paused else ""
    return "\n\n".join(filter(None, [rail(states, step.address), title, note]))


def _first_open(here: Visit, module: Module) -> Step:
    return next((step for step in module.steps if step.address not in here.done), module.steps[0])


def _show_head(here: Visit, module: Module, step: Step) -> None:
    """Where you are, with the way to every step of the module, and the quiet way out."""
    where = f"{module.title} · stap {module.steps.index(step) + 1} van {len(module.steps)} · {step.minutes} min"
    steps = (Link(addresses.step(one), one.title, "done" if one.address in here.done else "open") for one in module.steps)
    papers = [Link(addresses.print_view(module.id), "Dit onderdeel afdrukken")]
    if module.card:
        papers.append(Link(addresses.card(module.id), "Kaart voor in je zak (PDF)"))
    with st.container(horizontal=True, key="place"):
        show_steps(where, steps, current=addresses.step(step), papers=papers)
        pause_button(here)


def _note(here: Visit, note: ContentNote) -> str:
    """Skipping is the button at the end and costs nothing."""
    badge = f":orange-badge[:material/bar_chart: Heftigheid {note.intensity} van 3]"
    return frame(f"#### :material/spa: Vooraf: dit kan raken\n\n{badge}\n\n{ready(here.course, note.text)}")


def _show_way_on(here: Visit, step: Step) -> None:
    """Back and on, in the order of the programme."""
    before, after = previous_step(here.course, step), next_step(here.course, step)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="way-on"):
        if before:
            _way_back(here, step, before)
        if after:
            _way_forward(here, step, after)
        elif st.button("Klaar: naar je voortgang", type="primary", key="finish"):
            _leave(step, None)
            st.switch_page(all_pages(here.course)["voortgang"])


def _way_back(here: Visit, step: Step, to: Step) -> None:
    """Within a module the address changes in a callback; to another module the page is switched."""
    inside = to.module == step.module
    pressed = st.button(
        "Terug",
        type="tertiary",
        icon=":material/arrow_back:",
        shortcut="Shift+Left",
        key=f"way:back:{step.address}",
        on_click=partial(_open, to) if inside else None,
    )
    if pressed and not inside:
        go_to_step(here.course, to)


def _way_forward(here: Visit, step: Step, to: Step) -> None:
    """As the way back; and what is left is done, when it has no task."""
    inside = to.module == step.module
    pressed = st.button(
        f"Volgende: {to.title}",
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        shortcut="Shift+Right",
        key=f"way:on:{step.address}",
        on_click=partial(_leave, step, to) if inside else None,
    )
    if pressed and not inside:
        _leave(step, None)
        go_to_step(here.course, to)


def _open(to: Step) -> None:
    st.query_params.from_dict({"stap": to.id})


def _leave(step: Step, to: Step | None) -> None:
    """'Volgende': a step without a task is done now."""
    here = visit()
    if not step.tasks and step.address not in here.record.steps:
        saving.save(here.runtime.store, here.learner, saving.StepDone(step.address, here.runtime.now()))
    if to:
        _open(to)
