"""A quiz: which there are, beginning one, and which part of it the address asks for."""

import random
from uuid import uuid4

import streamlit as st

from school.addresses import quiz as quiz_address
from school.content import Quiz
from school.dutch import count, percent
from school.learning import (
    EINDTOETS,
    STARTMETING,
    Attempt,
    answers_hidden,
    best_attempt,
    finished_attempts,
    open_attempt,
    questions_for,
    repeat_of,
)
from school.ui import saving
from school.ui.confident_errors import errors_of, show_confident_error
from school.ui.links import ready
from school.ui.missing import show_missing
from school.ui.places import Place, show_path
from school.ui.quiz_result import show_result, show_review_of
from school.ui.quiz_run import go_to_question, show_run
from school.ui.sidebar import arrived
from school.ui.visit import Visit, visit


def show_quiz_page() -> None:
    """The list, or the quiz that the address names."""
    here = visit()
    quiz_id = st.query_params.get("quiz")
    if quiz_id is None:
        _show_list(here)
        return
    quiz = here.course.quizzes.get(quiz_id)
    if quiz is None:
        show_missing("Deze toets bestaat niet", "Misschien is het adres niet compleet, of is de toets verplaatst.")
        return
    st.set_page_config(page_title=f"Toets: {quiz.title} · {here.course.about.title}")
    attempt = open_attempt(here.record, quiz.id)
    finished = finished_attempts(here.record, quiz.id)
    if attempt:
        show_run(quiz.id, attempt.id)
    elif finished and "zeker" in st.query_params and not answers_hidden(here.record, quiz) and (sure := errors_of(here, finished[-1])):
        show_confident_error(here, quiz, finished[-1], sure, st.query_params["zeker"])
    elif finished and "nakijken" in st.query_params and not answers_hidden(here.record, quiz):
        show_review_of(here, quiz, finished[-1], st.query_params["nakijken"])
    else:
        _show_start(here, quiz)


def _show_list(here: Visit) -> None:
    st.title("Toets", anchor=False)
    st.markdown(
        "Oefenen is ook leren. Je krijgt na afloop bij elke vraag uitleg en de bron. Stoppen mag altijd: elk antwoord wordt bewaard.",
        width=620,
    )
    for heading, kind in (("Oefenen", "practice"), ("Meten wat je leert", "test")):
        quizzes = [quiz for quiz in here.course.quizzes.values() if quiz.kind == kind]
        if not quizzes:
            continue
        st.markdown(f"## {heading}", anchors=False)
        show_path([_place(here, quiz) for quiz in quizzes], label=heading, line=False)
    arrived("/toets")


def _length(here: Visit, quiz: Quiz) -> int:
    return len(quiz.questions) if quiz.kind == "practice" else len(here.course.places)


def _place(here: Visit, quiz: Quiz) -> Place:
    note = f"{count(_length(here, quiz), 'vraag', 'vragen')}, ongeveer {quiz.minutes} minuten"
    best, attempt = best_attempt(here.record, quiz.id), open_attempt(here.record, quiz.id)
    if attempt:
        answered = len(here.record.answers_in(attempt))
        progress = f"Bezig: {answered} van {len(attempt.questions)} beantwoord"
        return Place(quiz_address(quiz.id), quiz.title, note, progress, "begun")
    if best:
        return Place(quiz_address(quiz.id), quiz.title, note, f"Beste score {percent(best.score or 0)}", "done")
    return Place(quiz_address(quiz.id), quiz.title, note)


def _show_start(here: Visit, quiz: Quiz) -> None:
    finished = finished_attempts(here.record, quiz.id)
    if finished:
        show_result(here, quiz, finished)
    else:
        _show_intro(here, quiz)
    st.space("small")
    with st.container(horizontal=True, key="begin"):
        _offer_attempts(here, quiz, finished)
        st.button("Alle toetsen", type="tertiary", icon=":material/checklist:", key="all-quizzes", on_click=st.query_params.clear)
    arrived(f"/toets/{quiz.id}")


def _show_intro(here: Visit, quiz: Quiz) -> None:
    st.title(quiz.title, anchor=False)
    st.markdown(ready(here.course, quiz.intro), width=620)
    st.markdown(
        f"- {count(_length(here, quiz), 'vraag', 'vragen')}, ongeveer {quiz.minutes} minuten\n"
        f"- Je slaagt bij {percent(quiz.pass_mark)}\n- Eén vraag tegelijk; elk antwoord wordt meteen bewaard\n"
        "- Tot je inlevert kun je elk antwoord nog veranderen"
    )
    if quiz.id == EINDTOETS and STARTMETING in here.course.quizzes and not finished_attempts(here.record, STARTMETING):
        st.info("Je hebt de startmeting nog niet gedaan. Doe je die eerst, dan zie je straks wat je hebt bijgeleerd.")


def _offer_attempts(here: Visit, quiz: Quiz, finished: list[Attempt]) -> None:
    if not finished:
        st.button("Begin", type="primary", key="begin-all", on_click=_begin, args=(quiz.id,))
        return
    last = finished[-1]
    wrong, _ = repeat_of(last, here.record.answers_in(last))
    if quiz.kind == "practice" and wrong:
        label = f"Herhaal wat nog niet klopte ({count(len(wrong), 'vraag', 'vragen')})"
        st.button(label, type="primary", key="begin-wrong", on_click=_begin_again, args=(quiz.id, last.id))
    if quiz.id == STARTMETING and answers_hidden(here.record, quiz):
        return
    st.button("Begin helemaal opnieuw", key="begin-all", on_click=_begin, args=(quiz.id,))


def _begin(quiz_id: str) -> None:
    here = visit()
    quiz = here.course.quizzes[quiz_id]
    seed = random.SystemRandom().getrandbits(31)
    _start(here, quiz, seed, questions_for(here.course, quiz, here.record, seed), {})


def _begin_again(quiz_id: str, attempt_id: str) -> None:
    """Only what was wrong; what was right keeps its score."""
    here = visit()
    before = here.record.attempt(attempt_id)
    if before is None:
        return
    questions, carried = repeat_of(before, here.record.answers_in(before))
    _start(here, here.course.quizzes[quiz_id], before.seed, questions, carried)


def _start(here: Visit, quiz: Quiz, seed: int, questions: tuple[str, ...], carried: dict[str, float]) -> None:
    if open_attempt(here.record, quiz.id):
        return  # begun in another tab
    attempt = Attempt(uuid4().hex, quiz.id, seed, questions, quiz.pass_mark, here.runtime.now(), carried)
    saving.save(here.runtime.store, here.learner, saving.AttemptBegun(attempt))
    go_to_question(quiz.id, 1)
