"""A task in a lesson: feedback at once, as many tries as you like, a hint after the first, the answer after three."""

from collections.abc import Callable
from uuid import uuid4

import streamlit as st

from school.certainty import WORDS
from school.grading import REFLECTED, Response, ResponseError, grade, parse
from school.learning import Answer
from school.tasks import Match, Order, Reflect, Task
from school.ui import drafts, saving
from school.ui.asking import ask, chosen, held, how_many
from school.ui.feedback import after_try, comes_back
from school.ui.links import ready
from school.ui.report import report_mistake
from school.ui.visit import Visit, visit, visiting
from school.ui.words import show_words

TRIES_BEFORE_ANSWER = 3


Widget = Callable[[str, Response | None, Callable[[], None]], object]
"""A way of asking of one's own: gets the key under which the answer stands, what lies there of it, and whom to tell of a change."""


@st.fragment
def exercise(name: str) -> None:
    """The exercise with this id, in its frame. Answering redraws only this part of the page."""
    with visiting(visit()):
        show_exercise(name)


def show_exercise(name: str, widget: Widget | None = None, *, said: str = "", title: str = "") -> None:
    """The same inside a fragment of somebody else, which is redrawn as a whole; `widget` asks instead of the usual one.

    `said` stands for the remarks on an answer that is not right yet, when the widget itself says what there is to say;
    `title` for the usual heading.
    """
    here = visit()
    task = here.course.tasks[name]
    answer = here.record.last_exercise_answer(name)
    with st.container(border=True, key=f"oefening-{name}"):
        usual = "Om over na te denken" if isinstance(task, Reflect) else "Probeer het zelf"
        asked = [f"#### {title or usual}", f"**{ready(here.course, task.prompt)}**", how_many(task)]
        st.markdown("\n\n".join(filter(None, asked)), anchors=False)
        _ask(here, name, task, answer, widget)
        if answer is not None:
            _after(here, name, task, answer, said)
        if st.session_state.pop(f"empty:{name}", False):
            st.info("Kies of vul eerst een antwoord in.")


def _ask(here: Visit, name: str, task: Task, answer: Answer | None, widget: Widget | None) -> None:
    tries = here.record.tries(name)
    base = f"exercise:{name}:{tries if answer and answer.score >= 1 else 'open'}"
    given = drafts.lying(here, name)
    key = drafts.key_of(here, base, [name]) if isinstance(task, (Match, Order)) else base
    keep = drafts.keeping(base, lambda: {name: held(task, key)}) if isinstance(task, (Match, Order)) else None
    if widget and keep:
        widget(key, given, keep)
    else:
        ask(here.course, name, task, key=key, given=given, on_change=keep)
    if isinstance(task, Reflect):
        label = "Ik heb hierover nagedacht" if answer is None else "Nog eens stilgestaan"
    else:
        label = "Kijk na" if tries == 0 else "Kijk opnieuw na"
    st.button(label, key=f"check:{name}", on_click=_answer, args=(name, key))


def _answer(name: str, key: str) -> None:
    """Grades and stores what is chosen now; runs before the page is drawn again."""
    here = visit()
    task = here.course.tasks.get(name)
    if task is None:
        return
    raw = REFLECTED if isinstance(task, Reflect) else chosen(task, key)
    if raw is None:
        st.session_state[f"empty:{name}"] = True
        return
    store_answer(here, name, raw)


def store_answer(
    here: Visit, name: str, raw: object, *, attempt: str | None = None, certainty: object = None, context: str | None = None
) -> None:
    """Stores an answer that can be one. What cannot be an answer is refused and logged without personal data."""
    task = here.course.tasks[name]
    sure = certainty if isinstance(certainty, int) and certainty in WORDS else None
    try:
        response = parse(task, raw)
    except ResponseError as refused:
        saving.log.warning("answer to %s refused: %s", name, refused)
        return
    score = grade(task, response).score
    answer = Answer(uuid4().hex, name, task.version, response, score, here.runtime.now(), attempt, sure, context)
    saving.save(here.runtime.store, here.learner, saving.Answered(answer))


def _after(here: Visit, name: str, task: Task, answer: Answer, said: str) -> None:
    """What is said of the answer; in one message, unless there is something to press in between."""
    tries, reveal = here.record.tries(name), name in here.record.shown
    words = [after_try(here, task, answer, reveal=reveal, said=said)]
    if answer.score < 1:
        words += [f":material/lightbulb: **Hint.** {ready(here.course, hint)}" for hint in list(task.hints.values())[:tries]]
        if tries >= TRIES_BEFORE_ANSWER and not reveal:
            show_words("\n\n".join(words))
            words = []
            st.button("Laat het antwoord zien", key=f"reveal:{name}", type="tertiary", on_click=_reveal, args=(name,))
    elif reveal:
        known = f"Je hebt het antwoord bekeken. Daarom telt dit nog niet als beheerst. {comes_back(here, name)}"
        words.append(f":small[:gray[{known}]]")
    if not isinstance(task, Reflect):
        words.append(report_mistake(here.course, name, task))
    if words:
        show_words("\n\n".join(words))


def _reveal(name: str) -> None:
    """Remembered, since what is answered after it is copied and not solved."""
    here = visit()
    saving.save(here.runtime.store, here.learner, saving.Shown(name, here.runtime.now()))
