"""A walk along the places of a drawing: what is needed at each, and what happens when the adult is not there.

Every place has its own address (`plek=`), so that two people can point at the same one. Which places were seen is kept.
"""

import streamlit as st

from school.content import Walk
from school.ui import saving
from school.ui.components import walk_map
from school.ui.links import ready, source_line
from school.ui.visit import Visit, visit

ALONE = "alleen"


@st.fragment
def show_walk(name: str, step: str) -> None:
    """The walk with this id, in the step at this address. Going to a place redraws only this part of the page."""
    here = visit()
    walk = here.course.explainers[name]
    place = st.query_params.get("plek", "")
    place = place if place in walk.places or place == ALONE else next(iter(walk.places))
    seen = [known for known in walk.places if _mark(step, known) in here.record.steps]
    picture, words = st.columns([1.5, 1], gap="medium")
    with picture:
        walk_map(walk, place, seen, alone=place == ALONE, key=f"walk:{name}", on_pick=lambda: _pick(f"walk:{name}", step))
    with words:
        _show_place(here, walk, step, place)
    with st.expander("De hele wandeling in woorden", icon=":material/description:", on_change="rerun", key=f"words:{name}") as box:
        if box.open:
            st.markdown(ready(here.course, walk.in_words()), anchors=False)
    st.markdown(f":small[:gray[{walk.attribution}]]  \n{source_line(here.course, tuple(walk.sources))}")


def _show_place(here: Visit, walk: Walk, step: str, place: str) -> None:
    names = list(walk.places)
    if place == ALONE:
        alone = "\n\n".join(f"**{state.text}.** {state.feedback}" for state in walk.alone.values())
        st.markdown(f"### Als de volwassene wegvalt\n\n{ready(here.course, alone)}", anchors=False)
        st.button("Weer naar de eerste plek", icon=":material/replay:", key="walk-on", on_click=_go, args=(step, names[0]))
        return
    told, at = walk.places[place], names.index(place)
    st.markdown(
        f":small[:gray[Plek {at + 1} van {len(names)} · {told.role}]]\n\n### {told.title}\n\n**{told.needs}**\n\n"
        f"*Het kind.* {told.child}\n\n*Jij.* {told.adult}",
        anchors=False,
    )
    last = at == len(names) - 1
    label = "Wat als de volwassene wegvalt?" if last else f"Volgende plek: {walk.places[names[at + 1]].title.lower()}"
    st.button(label, icon=":material/directions_walk:", key="walk-on", on_click=_go, args=(step, ALONE if last else names[at + 1]))


def _pick(key: str, step: str) -> None:
    """A place that does not exist is ignored: the browser can say anything."""
    place = st.session_state[key].picked
    walks = (walk for walk in visit().course.explainers.values() if place in walk.places)
    if isinstance(place, str) and next(walks, None):
        _go(step, place)


def _go(step: str, place: str) -> None:
    """The address changes, and the place counts as seen."""
    here = visit()
    st.query_params.from_dict({"stap": step.partition("/")[2], "plek": place})
    if place != ALONE and _mark(step, place) not in here.record.steps:
        saving.save(here.runtime.store, here.learner, saving.StepDone(_mark(step, place), here.runtime.now()))


def _mark(step: str, place: str) -> str:
    """Under which name a place is remembered, beside the steps."""
    return f"{step}#{place}"
