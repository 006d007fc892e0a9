"""A quiz under way: one question at a time, every answer stored at once, an overview before handing in."""

import re

import streamlit as st

from school.content import Quiz
from school.dutch import count
from school.learning import Answer, Attempt, attempt_score
from school.tasks import Multiple
from school.ui import saving
from school.ui.asking import ask, chosen
from school.ui.exercise import store_answer
from school.ui.feedback import saved_line
from school.ui.links import ready
from school.ui.rail import rail
from school.ui.sidebar import arrived
from school.ui.visit import Visit, visit

OVERVIEW = "overzicht"
SENTENCE_END = re.compile(r"(?<=[.!?’”])\s+(?=[A-ZÉ‘“])")


def go_to_question(quiz_id: str, question: int | str) -> None:
    """Puts the question in the address."""
    st.query_params.from_dict({"quiz": quiz_id, "vraag": str(question)})


def show_run(here: Visit, quiz: Quiz, attempt: Attempt) -> None:
    """The question that the address asks for, else the first without an answer, else the overview."""
    answers = here.record.answers_in(attempt)
    asked = st.query_params.get("vraag", "")
    if asked == OVERVIEW:
        _show_overview(quiz, attempt, answers)
        return
    if asked.isdigit() and 1 <= int(asked) <= len(attempt.questions):
        place = int(asked)
    else:
        open_places = [i for i, name in enumerate(attempt.questions, 1) if name not in answers]
        place = open_places[0] if open_places else len(attempt.questions)
    _question(quiz.id, attempt.id, place)
    _show_way_on(quiz, attempt, place)
    arrived(f"/toets/{quiz.id}/{place}")


@st.fragment
def _question(quiz_id: str, attempt_id: str, place: int) -> None:
    """One question; answering redraws only this part of the page."""
    here = visit()
    attempt = here.record.attempt(attempt_id)
    if attempt is None or attempt.finished:
        st.rerun()
    name = attempt.questions[place - 1]
    answers = here.record.answers_in(attempt)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(f"Toets {here.course.quizzes[quiz_id].title} · vraag {place} van {len(attempt.questions)}", width="content")
        _mark_button(attempt, name)
    st.html(rail("here" if i == place else "done" if q in answers else "open" for i, q in enumerate(attempt.questions, 1)))
    _ask(here, attempt, name, answers.get(name))


def _ask(here: Visit, attempt: Attempt, name: str, answer: Answer | None) -> None:
    task = here.course.tasks.get(name)
    if task is None:
        st.header("Deze vraag is vervallen", anchor=False)
        st.markdown("Hij telt niet mee. Ga verder met de volgende.")
        return
    *story, question = SENTENCE_END.split(task.prompt)
    if story:
        st.markdown(ready(here.course, " ".join(story)), width=620)
    st.header(ready(here.course, question), anchor=False)
    key = f"quiz:{attempt.id}:{name}"
    given = answer.response if answer else None
    ask(here.course, name, task, key=key, given=given, on_change=lambda: _autosave(attempt.id, name, key))
    st.caption(saved_line(here, answer) if answer else "Je antwoord wordt meteen bewaard.")


def _autosave(attempt_id: str, name: str, key: str) -> None:
    """Stores the answer as it stands, within the rerun that gives it."""
    here = visit()
    task = here.course.tasks[name]
    raw = chosen(task, key)
    if raw is None and isinstance(task, Multiple):
        raw = []
    if raw is not None:
        store_answer(here, name, task, raw, attempt=attempt_id)


def _mark_button(attempt: Attempt, name: str) -> None:
    marked = name in attempt.marked
    st.button(
        "Gemarkeerd voor later" if marked else "Markeer voor later",
        type="tertiary",
        icon=":material/bookmark_added:" if marked else ":material/bookmark:",
        key=f"mark:{name}",
        on_click=_mark,
        args=(attempt.id, name, not marked),
    )


def _mark(attempt_id: str, name: str, marked: bool) -> None:
    here = visit()
    saving.save(here.runtime.store, here.learner, saving.Marked(attempt_id, name, marked, here.runtime.now()))


def _show_way_on(quiz: Quiz, attempt: Attempt, place: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="way-on"):
        if place > 1:
            st.button(
                f"Vraag {place - 1}",
                type="tertiary",
                icon=":material/arrow_back:",
                shortcut="Shift+Left",
                key="way:back",
                on_click=go_to_question,
                args=(quiz.id, place - 1),
            )
        st.button(
            "Overzicht", type="tertiary", icon=":material/grid_view:", key="way:all", on_click=go_to_question, args=(quiz.id, OVERVIEW)
        )
        last = place == len(attempt.questions)
        st.button(
            "Naar inleveren" if last else f"Vraag {place + 1}",
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            shortcut="Shift+Right",
            key="way:on",
            on_click=go_to_question,
            args=(quiz.id, OVERVIEW if last else place + 1),
        )


def _show_overview(quiz: Quiz, attempt: Attempt, answers: dict[str, Answer]) -> None:
    missing = [name for name in attempt.questions if name not in answers]
    st.caption(f"Toets {quiz.title}")
    st.title("Overzicht", anchor=False)
    said = (
        "Je hebt alle vragen beantwoord."
        if not missing
        else f"Nog {count(len(missing), 'vraag', 'vragen')} zonder antwoord. Die tellen als niet goed."
    )
    marked = f" {count(len(attempt.marked), 'vraag', 'vragen')} gemarkeerd voor later." if attempt.marked else ""
    st.markdown(said + marked)
    with st.container(gap="xsmall", key="overview"):
        for place, name in enumerate(attempt.questions, 1):
            icon = ":material/circle:" if name in missing else ":material/check_circle:"
            words = "nog geen antwoord" if name in missing else "beantwoord"
            flag = ", gemarkeerd" if name in attempt.marked else ""
            st.button(
                f"Vraag {place}: {words}{flag}",
                type="tertiary",
                icon=":material/bookmark:" if flag else icon,
                key=f"to:{place}",
                on_click=go_to_question,
                args=(quiz.id, place),
            )
    st.space("small")
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button(
            "Terug naar de vragen", type="tertiary", icon=":material/arrow_back:", key="back", on_click=go_to_question, args=(quiz.id, 1)
        )
        st.button("Inleveren", type="primary", key="hand-in", on_click=_hand_in, args=(quiz.id, attempt.id))
    arrived(f"/toets/{quiz.id}/overzicht")


def _hand_in(quiz_id: str, attempt_id: str) -> None:
    here = visit()
    attempt = here.record.attempt(attempt_id)
    if attempt is None or attempt.finished:
        return
    score = attempt_score(attempt, here.record.answers_in(attempt))
    saving.save(here.runtime.store, here.learner, saving.AttemptFinished(attempt_id, here.runtime.now(), score))
    st.query_params.from_dict({"quiz": quiz_id})
