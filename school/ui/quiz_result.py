"""After a quiz: the score, and every question with your answer, the right one, why, and where it is explained."""

import streamlit as st

from school.content import Quiz
from school.dutch import count, day, in_letters, percent
from school.learning import Answer, Attempt, answers_hidden, best_attempt, wrong_questions
from school.ui.drawing import show_drawing
from school.ui.feedback import show_review
from school.ui.pages import step_link
from school.ui.rail import rail
from school.ui.report import report_mistake
from school.ui.sidebar import arrived
from school.ui.visit import Visit


def go_to_review(quiz_id: str, place: int) -> None:
    """Puts the question to look at in the address."""
    st.query_params.from_dict({"quiz": quiz_id, "nakijken": str(place)})


def show_result(here: Visit, quiz: Quiz, finished: list[Attempt]) -> None:
    """The last result, with the first and the best beside it."""
    last, first = finished[-1], finished[0]
    best = best_attempt(here.record, quiz.id) or last
    answers = here.record.answers_in(last)
    words, picture = st.columns([1.6, 1], vertical_alignment="center")
    with words:
        st.caption(f"Toets {quiz.title} · ingeleverd op {day(last.finished or last.started)}")
        st.title(_headline(last, answers), anchor=False)
        st.markdown(_explained(quiz, last))
    with picture:
        show_drawing("uitslag-pad", alt="")
    if len(finished) > 1:
        st.markdown(
            f"Eerste keer **{percent(first.score or 0)}**, beste keer **{percent(best.score or 0)}**, "
            f"nu **{percent(last.score or 0)}**. Je beste score blijft staan."
        )
    if answers_hidden(here.record, quiz):
        st.info("De antwoorden van de startmeting zie je als je de eindtoets hebt gedaan. Zo blijft de vergelijking eerlijk.")
        return
    _show_questions(quiz, last, answers)


def _headline(attempt: Attempt, answers: dict[str, Answer]) -> str:
    right = len(attempt.questions) - len(wrong_questions(attempt, answers)) + len(attempt.carried)
    return f"{in_letters(right).capitalize()} van de {in_letters(len(attempt.questions) + len(attempt.carried))} goed"


def _explained(quiz: Quiz, attempt: Attempt) -> str:
    score = f"Je score is **{percent(attempt.score or 0)}**; deels goede antwoorden tellen deels mee."
    if quiz.id == "startmeting":
        return f"{score} Dit is je begin. Een laag getal is hier niets bijzonders: je gaat het nog leren."
    if attempt.passed:
        return f"{score} Je bent geslaagd (vanaf {percent(attempt.pass_mark)})."
    return f"{score} Slagen is vanaf {percent(attempt.pass_mark)}. Kijk eerst na wat je nog lastig vond; daarna kun je alleen dát herhalen."


def _show_questions(quiz: Quiz, attempt: Attempt, answers: dict[str, Answer]) -> None:
    st.markdown("## Nakijken", anchors=False)
    with st.container(gap="xsmall", key="review-list"):
        for place, name in enumerate(attempt.questions, 1):
            score = answers[name].score if name in answers else None
            words = "niet beantwoord" if score is None else "klopt" if score >= 1 else "voor een deel" if score > 0 else "kijk nog eens"
            icon = ":material/check_circle:" if score is not None and score >= 1 else ":material/replay:"
            st.button(
                f"Vraag {place}: {words}", type="tertiary", icon=icon, key=f"review:{place}", on_click=go_to_review, args=(quiz.id, place)
            )
    if attempt.carried:
        st.caption(f"{count(len(attempt.carried), 'vraag was', 'vragen waren')} al goed en telt mee.")


def show_review_of(here: Visit, quiz: Quiz, attempt: Attempt, asked: str) -> None:
    """One question of a finished attempt."""
    total = len(attempt.questions)
    place = int(asked) if asked.isdigit() and 1 <= int(asked) <= total else 1
    name = attempt.questions[place - 1]
    answers = here.record.answers_in(attempt)
    st.caption(f"Toets {quiz.title} · nakijken, vraag {place} van {total}")
    st.html(
        rail(
            "here" if i == place else "done" if q in answers and answers[q].score >= 1 else "open"
            for i, q in enumerate(attempt.questions, 1)
        )
    )
    task = here.course.tasks.get(name)
    if task is None:
        st.header("Deze vraag is vervallen", anchor=False)
    else:
        st.header(task.prompt, anchor=False)
        show_review(here, task, answers.get(name))
        step = here.course.find_step(task.step)
        if step:
            step_link(here.course, step, f"Lees de stap terug: {step.title}", icon=":material/menu_book:")
        report_mistake(here.course, name, task)
    _show_way_on(quiz, place, total)
    arrived(f"/toets/{quiz.id}/nakijken/{place}")


def _show_way_on(quiz: Quiz, place: int, total: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="way-on"):
        back = (go_to_review, (quiz.id, place - 1), f"Vraag {place - 1}") if place > 1 else (_to_result, (quiz.id,), "Uitslag")
        st.button(
            back[2], type="tertiary", icon=":material/arrow_back:", shortcut="Shift+Left", key="way:back", on_click=back[0], args=back[1]
        )
        on = (go_to_review, (quiz.id, place + 1), f"Vraag {place + 1}") if place < total else (_to_result, (quiz.id,), "Naar de uitslag")
        st.button(
            on[2],
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            shortcut="Shift+Right",
            key="way:on",
            on_click=on[0],
            args=on[1],
        )


def _to_result(quiz_id: str) -> None:
    st.query_params.from_dict({"quiz": quiz_id})
