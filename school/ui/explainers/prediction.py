"""A prediction: it is kept when it is made, and what came of it is said afterwards. It can be made once: then one knows."""

import streamlit as st

from school.learning import Answer
from school.tasks import Choice
from school.ui.asking import ask, chosen
from school.ui.exercise import store_answer
from school.ui.feedback import saved_line
from school.ui.links import ready
from school.ui.visit import Visit, visit


def show_prediction(here: Visit, name: str) -> None:
    """Asks what will happen; after that, what was predicted, and not yet whether it is so."""
    task = here.course.tasks[name]
    assert isinstance(task, Choice)
    answer = here.record.last_exercise_answer(name)
    with st.container(border=True, key=f"oefening-{name}"):
        st.markdown(f"#### Voorspel\n\n**{ready(here.course, task.prompt)}**", anchors=False)
        if answer is not None and answer.response in task.options:
            saved = f":small[:gray[{saved_line(here, answer)}]]"
            st.markdown(f"Jij denkt: *{_chosen(here, task, answer)}*\n\nIn de volgende fase zie je wat er gebeurt.\n\n{saved}")
            return
        ask(here.course, name, task, key=f"predict:{name}", given=None)
        st.button("Dit denk ik", key=f"check:{name}", on_click=_predict, args=(name,))
        if st.session_state.pop(f"empty:{name}", False):
            st.info("Kies eerst wat jij denkt.")


def show_outcome(here: Visit, name: str) -> None:
    """What was predicted one stage earlier, and what came of it. Who predicted nothing is told nothing."""
    task, answer = here.course.tasks[name], here.record.last_exercise_answer(name)
    if answer is None or not isinstance(task, Choice) or answer.response not in task.options:
        return
    said = task.options[str(answer.response)].feedback
    with st.container(border=True, key=f"uitkomst-{name}"):
        st.markdown(
            f":gray-badge[:material/psychology_alt: Jouw voorspelling]\n\n*{_chosen(here, task, answer)}*\n\n"
            f"{ready(here.course, said)}\n\n**Wat er gebeurt.** {ready(here.course, task.why)}"
        )


def _chosen(here: Visit, task: Choice, answer: Answer) -> str:
    return ready(here.course, task.options[str(answer.response)].text)


def _predict(name: str) -> None:
    here = visit()
    raw = chosen(here.course.tasks[name], f"predict:{name}")
    if raw is None:
        st.session_state[f"empty:{name}"] = True
    elif here.record.last_exercise_answer(name) is None:
        store_answer(here, name, raw)
