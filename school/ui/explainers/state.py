"""Where somebody is in an explainer. Every state has an address, so that two people can point at the same spot.

Which states were seen is kept beside the steps: it survives a reload, and goes along to another device.
"""

from dataclasses import dataclass

import streamlit as st

from school.explainers.explainer import Explainer
from school.ui import saving
from school.ui.present_moving import tell_room
from school.ui.visit import Visit, visit

PARAMETER = "plek"


@dataclass(frozen=True)
class Spot:
    """An explainer in a step (`module/step`), with the state that is open and those that were seen."""

    name: str
    step: str
    explainer: Explainer
    open: str
    seen: tuple[str, ...]

    @property
    def at(self) -> int:
        """The place of the open state, from 0."""
        return self.explainer.states.index(self.open)

    @property
    def following(self) -> str | None:
        """The state after this one; nothing at the end."""
        return next(iter(self.explainer.states[self.at + 1 :]), None)


def spot(here: Visit, name: str, step: str) -> Spot:
    """Where this person is now: what the address says, else the beginning. An address that does not exist is ignored."""
    explainer = here.course.explainers[name]
    asked = st.query_params.get(PARAMETER, "")
    opened = asked if asked in explainer.states else explainer.states[0]
    return Spot(name, step, explainer, opened, tuple(state for state in explainer.states if _mark(step, state) in here.record.steps))


def go(name: str, step: str, state: object) -> None:
    """Opens a state: the address changes, and the state counts as seen. The browser can say anything, so others are ignored."""
    here = visit()
    if not isinstance(state, str) or state not in here.course.explainers[name].states:
        return
    if here.presenting:
        show_room(state)
        return
    st.query_params.from_dict({"stap": step.partition("/")[2], PARAMETER: state})
    if _mark(step, state) not in here.record.steps:
        saving.save(here.runtime.store, here.learner, saving.StepDone(_mark(step, state), here.runtime.now()))


def show_room(state: str) -> None:
    """Opens a state in front of a room: the room and the slide stay in the address, and nothing is kept of the trainer."""
    st.query_params[PARAMETER] = state
    tell_room(state=state)


def _mark(step: str, state: str) -> str:
    """Under which name a state is remembered, beside the steps."""
    return f"{step}#{state}"
