"""A quiz under way: one question at a time, every answer stored at once, an overview before handing in."""

from dataclasses import replace
from uuid import uuid4

import streamlit as st

from school.certainty import WORDS
from school.content import Quiz
from school.dutch import count
from school.grading import still_fits
from school.learning import EINDTOETS, Answer, Attempt, answers_hidden, attempt_score
from school.reviewing import key_facts
from school.tasks import Multiple
from school.ui import saving
from school.ui.asking import ask, chosen
from school.ui.confident_errors import errors_of, go_to_error
from school.ui.exercise import store_answer
from school.ui.feedback import saved_line
from school.ui.prompt import prompt
from school.ui.rail import rail
from school.ui.sureness import ask_certainty
from school.ui.visit import Visit, visit, visiting
from school.ui.words import show_words

OVERVIEW = "overzicht"


def go_to_question(quiz_id: str, question: int | str) -> None:
    """Puts the question in the address."""
    st.query_params.from_dict({"quiz": quiz_id, "vraag": str(question)})


@st.fragment
def show_run(quiz_id: str, attempt_id: str) -> None:
    """The question that the address asks for, else the first without an answer, else the overview.

    Going from question to question redraws the question, and not the pages, the menu and what else is the same.
    """
    with visiting(visit()) as here:
        quiz, attempt = here.course.quizzes[quiz_id], here.record.attempt(attempt_id)
        if attempt is None or attempt.finished:
            st.rerun()
        answers = here.record.answers_in(attempt)
        asked = st.query_params.get("vraag", "")
        if asked == OVERVIEW:
            _show_overview(quiz, attempt, answers)
            return
        place = {str(i): i for i in range(1, len(attempt.questions) + 1)}.get(asked, 0)
        if not place:
            open_places = [i for i, name in enumerate(attempt.questions, 1) if name not in answers]
            place = open_places[0] if open_places else len(attempt.questions)
        _question(quiz.id, attempt.id, place)
        _show_way_on(quiz, attempt, place)


def _address(quiz_id: str, place: int | str) -> str:
    return f"/toets/{quiz_id}/{place}"


@st.fragment
def _question(quiz_id: str, attempt_id: str, place: int) -> None:
    """One question; answering redraws only this part of the page."""
    with visiting(visit()) as here:
        attempt = here.record.attempt(attempt_id)
        if attempt is None or attempt.finished:
            st.rerun()
        name = attempt.questions[place - 1]
        answers = here.record.answers_in(attempt)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.caption(f"Toets {here.course.quizzes[quiz_id].title} · vraag {place} van {len(attempt.questions)}", width="content")
            _mark_button(attempt, name)
        states = ("here" if i == place else "done" if q in answers else "open" for i, q in enumerate(attempt.questions, 1))
        _ask(here, attempt, name, answers.get(name), rail(states, _address(quiz_id, place)))


def _ask(here: Visit, attempt: Attempt, name: str, answer: Answer | None, way: str) -> None:
    task = here.course.tasks.get(name)
    if task is None:
        show_words(f"{way}\n\n## Deze vraag is vervallen\n\nHij telt niet mee. Ga verder met de volgende.")
        return
    show_words(f"{way}\n\n{prompt(here.course, task, asks=True)}")
    key = f"quiz:{attempt.id}:{name}"
    fits = answer is not None and still_fits(task, answer.response)
    given = answer.response if answer and fits else None
    with st.container(key="vraag"):
        ask(here.course, name, task, key=key, given=given, on_change=lambda: _autosave(attempt.id, name, key))
    _ask_how_sure(here, attempt, name, answer)
    st.caption(_status(here, answer, fits=fits))


def _status(here: Visit, answer: Answer | None, *, fits: bool) -> str:
    if answer is None:
        return "Je antwoord wordt meteen bewaard."
    return saved_line(here, answer) if fits else "Deze vraag is gewijzigd sinds je antwoord. Beantwoord hem opnieuw."


def _ask_how_sure(here: Visit, attempt: Attempt, name: str, answer: Answer | None) -> None:
    """Off in the eindtoets, until somebody switches it on or has said it before."""
    used = any(given.certainty for given in here.record.answers_in(attempt).values())
    if attempt.quiz == EINDTOETS and not used:
        label = "Geef ook aan hoe zeker je bent (telt niet mee)"
        if not st.toggle(label, key=f"sureness-on-{attempt.id}", persist_state="session"):
            return
    key = _sureness(attempt.id, name)
    ask_certainty(key=key, given=answer.certainty if answer else None, on_change=lambda: _store_sureness(attempt.id, name))


def _sureness(attempt_id: str, name: str) -> str:
    return f"sureness-{attempt_id}-{name}"


def _store_sureness(attempt_id: str, name: str) -> None:
    """The same answer once more, now with how sure it was; before there is an answer it waits for it."""
    here = visit()
    attempt = here.record.attempt(attempt_id)
    answer = here.record.answers_in(attempt).get(name) if attempt else None
    sure = st.session_state.get(_sureness(attempt_id, name))
    if answer is None or sure not in WORDS or sure == answer.certainty:
        return
    again = replace(answer, id=uuid4().hex, certainty=sure, at=here.runtime.now())
    saving.save(here.runtime.store, here.learner, saving.Answered(again))


def _autosave(attempt_id: str, name: str, key: str) -> None:
    """Stores the answer as it stands, within the rerun that gives it."""
    here = visit()
    task = here.course.tasks[name]
    raw = chosen(task, key)
    if raw is None and isinstance(task, Multiple):
        raw = []
    if raw is not None:
        store_answer(here, name, raw, attempt=attempt_id, certainty=st.session_state.get(_sureness(attempt_id, name)))


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
    show_words(f"{rail((), _address(quiz.id, OVERVIEW))}\n\n# Overzicht")
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


def _hand_in(quiz_id: str, attempt_id: str) -> None:
    here = visit()
    attempt = here.record.attempt(attempt_id)
    if attempt is None or attempt.finished:
        return
    still_there = tuple(name for name in attempt.questions if name in here.course.tasks)
    score = attempt_score(replace(attempt, questions=still_there), here.record.answers_in(attempt))
    saving.save(here.runtime.store, here.learner, saving.AttemptFinished(attempt_id, here.runtime.now(), score, key_facts(here.course)))
    if errors_of(here, attempt) and not answers_hidden(here.record, here.course.quizzes[quiz_id]):
        go_to_error(quiz_id, 1)
    else:
        st.query_params.from_dict({"quiz": quiz_id})
