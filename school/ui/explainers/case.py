"""A case on a screen: the open moment, its choices or what followed, and at the end the way taken beside the advised one.

What is remembered are the choices; where somebody is follows from them.
"""

from uuid import uuid4

import streamlit as st

from school.dutch import clock
from school.explainers.case import Case
from school.explainers.case_path import CasePath, Made, walked
from school.learning import Choice
from school.ui import saving
from school.ui.explainers.case_component import case_card
from school.ui.explainers.case_data import card
from school.ui.explainers.state import PARAMETER, Spot, show_room
from school.ui.visit import Visit, visit


def show_case(here: Visit, case: Case, at: Spot) -> None:
    """The moment that the address asks for, else where this person is."""
    key = f"case:{at.name}"
    path = walked(case, _made(here, at.name))
    asked = st.query_params.get(PARAMETER)
    place = asked if asked in case.states else path.at
    case_card(
        {**card(path, place), "saved": _saved(here, at.name)},
        key=key,
        on_choose=lambda: _choose(at.name, at.step, st.session_state[key].chosen),
        on_open=lambda: _open(at.name, at.step, st.session_state[key].opened),
    )


def _made(here: Visit, name: str) -> list[Made]:
    """What was chosen in this case. On a big screen that is of this visit only: nothing is kept of a trainer."""
    if here.presenting:
        return list(st.session_state.get(f"chosen-here:{name}", []))
    return [(choice.node, choice.choice) for choice in here.record.choices if choice.explainer == name]


def _choose(name: str, step: str, given: object) -> None:
    """Stores a choice that can be made there. The browser can say anything, so anything else is ignored."""
    here = visit()
    case = here.course.explainers[name]
    if not isinstance(case, Case) or not (isinstance(given, list) and len(given) == 2):
        return
    node, choice = given
    if not isinstance(node, str) or not isinstance(choice, str) or not _possible(walked(case, _made(here, name)), node, choice):
        return
    if here.presenting:
        st.session_state[f"chosen-here:{name}"] = [*_made(here, name), (node, choice)]
    else:
        made = Choice(uuid4().hex, name, node, choice, here.runtime.now())
        saving.save(here.runtime.store, here.learner, saving.Chosen(made))
    _open(name, step, node)


def _possible(path: CasePath, node: str, choice: str) -> bool:
    return node in path.case.nodes and path.visited(node) and choice in path.case.offered(node, path.flags_at(node))


def _open(name: str, step: str, place: object) -> None:
    """Goes to a moment or an end: the address changes, so that two people can point at it."""
    here = visit()
    if not isinstance(place, str) or place not in here.course.explainers[name].states:
        return
    if here.presenting:
        show_room(place)
    else:
        st.query_params.from_dict({"stap": step.partition("/")[2], PARAMETER: place})


def _saved(here: Visit, name: str) -> str:
    """'Opgeslagen 14:02', or that the last choice is not saved yet."""
    made = [choice for choice in here.record.choices if choice.explainer == name]
    if not made or here.presenting:
        return ""
    waiting = any(isinstance(fact, saving.Chosen) and fact.choice == made[-1] for fact in saving.unsaved())
    if waiting and here.learner is None:
        return "Niet opgeslagen: je browser bewaart geen cookies."
    if waiting:
        return "Niet opgeslagen. We proberen het opnieuw; je keuze blijft staan."
    return f"Opgeslagen {clock(made[-1].at, here.zone)}"
