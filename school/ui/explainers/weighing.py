"""Cases walked through the same questions: what is known, the decision, what follows from it, and the path at the end."""

import streamlit as st

from school.explainers.weighing import END, WeighedCase, Weighing, state
from school.tasks import Choice
from school.ui.exercise import show_exercise
from school.ui.explainers.for_room import halves, show_for_room
from school.ui.explainers.state import Spot, go
from school.ui.explainers.timeline_component import Line, Stop, time_line
from school.ui.links import ready
from school.ui.visit import Visit

FICTION = ":orange-badge[:material/edit_note: Fictief, verzonnen voor deze cursus]"


def show_weighing(here: Visit, weighing: Weighing, at: Spot) -> None:
    """The case, the line of questions, and the one that is open."""
    name, question = weighing.opened(at.open)
    case = weighing.cases[name]
    _show_line(weighing, at, name, question)
    first = question == next(iter(weighing.questions))
    story, asked = halves(here, when=first, left=0.8)
    with story:
        _show_story(here, case, at, first=first)
    with asked:
        if question == END:
            _show_end(here, weighing, case)
        else:
            _show_question(here, weighing, case, question)
        _show_way_on(weighing, at)


def _show_line(weighing: Weighing, at: Spot, case: str, question: str) -> None:
    key = f"weighing:{at.name}"
    stops = [Stop(state(case, each), told.title) for each, told in weighing.questions.items()]
    said = "Besluit" if question == END else weighing.questions[question].question
    line = Line(
        f"De vragen bij {weighing.cases[case].title}",
        [*stops, Stop(state(case, END), "Besluit")],
        at.open,
        at.seen,
        said,
        lines=[Stop(state(each, next(iter(weighing.questions))), told.title) for each, told in weighing.cases.items()],
        line=state(case, next(iter(weighing.questions))),
    )
    time_line(line, key=key, on_pick=lambda: go(at.name, at.step, getattr(st.session_state.get(key), "picked", None)))


def _show_story(here: Visit, case: WeighedCase, at: Spot, *, first: bool) -> None:
    """In full where it begins; after that it can be read again."""
    if first:
        with st.container(border=True, key=f"situatie:{at.name}"):
            st.markdown(f"{FICTION}\n\n#### {case.title}\n\n{ready(here.course, case.story)}", anchors=False)
        return
    if here.presenting:
        return
    with st.expander(f"De situatie: {case.title}", icon=":material/person:", on_change="rerun", key=f"situatie:{at.open}") as box:
        if box.open:
            st.markdown(f"{FICTION}\n\n{ready(here.course, case.story)}")


def _show_question(here: Visit, weighing: Weighing, case: WeighedCase, question: str) -> None:
    told = weighing.questions[question]
    place = list(weighing.questions).index(question) + 1
    st.markdown(
        f":small[:gray[Vraag {place} van {len(weighing.questions)}]]\n\n### {told.question}\n\n{ready(here.course, told.text)}",
        anchors=False,
    )
    if here.presenting:
        show_for_room(here, [case.decisions[question]])
    else:
        show_exercise(case.decisions[question])


def _show_end(here: Visit, weighing: Weighing, case: WeighedCase) -> None:
    """The path taken beside the advised one. As long as a question was not weighed, nothing is given away."""
    weighed = sum(here.record.last_exercise_answer(task) is not None for task in case.decisions.values())
    outcome = ready(here.course, case.outcome)
    if weighed < len(case.decisions) and not here.presenting:
        outcome = f"Je woog **{weighed} van de {len(case.decisions)}** vragen. Weeg ze alle, dan staat hier waar het op uitkomt."
    if here.presenting:
        st.markdown(f"### Het besluit\n\n{outcome}", anchors=False)
        return
    lines = [_path(here, weighing, question, case.decisions[question]) for question in weighing.questions]
    st.markdown(f"### Het besluit\n\n{outcome}\n\n#### Jouw weg\n\n" + "\n".join(lines), anchors=False)


def _path(here: Visit, weighing: Weighing, question: str, exercise: str) -> str:
    title, task = weighing.questions[question].title, weighing.exercises[exercise]
    answer = here.record.last_exercise_answer(exercise)
    if not isinstance(task, Choice) or answer is None or answer.response not in task.options:
        return f"1. **{title}.** :gray[Nog niet gewogen.]"
    own = ready(here.course, task.options[str(answer.response)].text)
    if answer.response == task.answer:
        return f"1. **{title}.** {own}  \n   :green[:material/check_circle:] Dat past bij het advies."
    return f"1. **{title}.** {own}  \n   :orange[:material/replay:] Advies: ‘{ready(here.course, task.options[task.answer].text)}’"


def _show_way_on(weighing: Weighing, at: Spot) -> None:
    on = at.following
    icon = ":material/arrow_forward:" if on else ":material/replay:"
    target = on or weighing.states[0]
    st.button(_label(weighing, at, on), icon=icon, key=f"on:{at.name}", on_click=go, args=(at.name, at.step, target))


def _label(weighing: Weighing, at: Spot, on: str | None) -> str:
    """What the button leads to: the next question, the decision, the other case, or the beginning."""
    if on is None:
        return "Weer naar het begin"
    case, question = weighing.opened(on)
    if case != weighing.opened(at.open)[0]:
        return f"De andere situatie: {weighing.cases[case].title}"
    return "Naar het besluit" if question == END else f"Volgende vraag: {weighing.questions[question].title.lower()}"
