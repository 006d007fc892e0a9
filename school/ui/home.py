"""The front page: what this is, how long it takes, and one way to go on."""

import streamlit as st

from school.addresses import FIRST_MODULE, module_path
from school.addresses import step as step_address
from school.content import Step
from school.dutch import count, duration
from school.learning import ModuleProgress, progress
from school.ui.drawing import show_drawing
from school.ui.links import ready
from school.ui.pages import all_pages, go_to_step, link
from school.ui.places import Place, show_path
from school.ui.sidebar import arrived
from school.ui.visit import Visit, visit
from school.ui.words import frame, show_words


def show_home() -> None:
    """Welcome, with one primary button."""
    here = visit()
    st.set_page_config(page_title=here.course.about.title)
    _show_opening(here)
    st.space("medium")
    left, right = st.columns([1.45, 1], gap="large")
    with left:
        _show_programme(here)
    with right:
        _show_care(here)
    arrived("/")


def _show_opening(here: Visit) -> None:
    about, to = here.course.about, here.standing.resume
    words, picture = st.columns([1.45, 1], gap="large", vertical_alignment="center")
    with words:
        show_words(f"# {about.title}\n\n{ready(here.course, about.intro)}")
        label = f"Ga verder bij {to.title}" if to else "Begin met de cursus"
        finished = to is None and bool(here.done)
        if finished:
            label = "Bekijk je voortgang"
        if st.button(label, type="primary", icon=":material/arrow_forward:", icon_position="right"):
            if finished:
                st.switch_page(all_pages(here.course)["voortgang"])
            go_to_step(here.course, to or here.course.modules[0].steps[0])
        st.caption(_where(here, to))
        if here.due:
            label = f"Vandaag {count(len(here.due), 'vraag', 'vragen')} om te herhalen"
            link(here.course, "herhalen", label, icon=":material/replay:")
    with picture:
        show_drawing("volwassene-en-kind")


def _where(here: Visit, to: Step | None) -> str:
    if to is None:
        done = bool(here.done)
        return "Je hebt alle stappen gedaan." if done else f"Ongeveer {duration(here.course.minutes)}, in stappen van een paar minuten."
    module = here.course.module(to.module)
    assert module is not None
    left = sum(step.minutes for step in here.course.steps() if step.address not in here.done)
    return f"{module.title}, stap {module.steps.index(to) + 1} van {len(module.steps)} · nog ongeveer {duration(left)}"


def _show_programme(here: Visit) -> None:
    modules = progress(here.course, here.done)
    to = here.standing.resume
    st.markdown(f"## Het programma\n\n:gray[{len(modules)} onderdelen, samen ongeveer {duration(here.course.minutes)}]", anchors=False)
    show_path([_place(module, to) for module in modules], label="Het programma")


def _place(progress_in: ModuleProgress, to: Step | None) -> Place:
    module = progress_in.module
    note = f"{module.minutes} minuten"
    # The first module shares its address with this page, so there a step is named.
    address = step_address(module.steps[0]) if module.id == FIRST_MODULE else module_path(module)
    if progress_in.finished:
        return Place(address, module.title, note, "Klaar", "done")
    if to is not None and to.module == module.id:
        return Place(address, module.title, note, f"Bezig: stap {module.steps.index(to) + 1} van {progress_in.total}", "begun")
    done = f"{progress_in.done} van {progress_in.total} stappen" if progress_in.done else ""
    return Place(address, module.title, note, done)


def _show_care(here: Visit) -> None:
    care = frame(f"#### :material/spa: Goed om te weten\n\n{ready(here.course, here.course.about.care)}")
    own_way = "Elk onderdeel kun je los volgen. Je hebt geen account nodig en je naam vragen we niet."
    show_words(f"{care}\n\n:small[:gray[{own_way}]]")
