"""After a quiz: the score, and every question with your answer, the right one, why, and where it is explained."""

import streamlit as st

from school.certainty import RIGHT, SURE, UNSURE, WRONG, summary
from school.content import Quiz
from school.dutch import count, day, number, percent
from school.learning import EINDTOETS, Answer, Attempt, answers_hidden, best_attempt, wrong_questions
from school.ui.certificate import certificate
from school.ui.confident_errors import errors_of, go_to_error
from school.ui.drawing import show_drawing
from school.ui.feedback import in_review
from school.ui.links import ready
from school.ui.pages import step_link
from school.ui.prompt import prompt
from school.ui.rail import on_the_way, rail
from school.ui.report import report_mistake
from school.ui.visit import Visit
from school.ui.words import show_words

PICKED = "toon"
PICK_WORDS = {"fout": "nog niet goed", "onzeker": "onzeker", "gemarkeerd": "gemarkeerd"}


def go_to_review(quiz_id: str, place: int) -> None:
    """Puts the question to look at in the address, and keeps which ones are picked."""
    st.query_params.from_dict({"quiz": quiz_id, "nakijken": str(place), **_kept()})


def _kept() -> dict[str, str]:
    return {PICKED: st.query_params[PICKED]} if PICKED in st.query_params else {}


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
        show_drawing("uitslag-pad")
    if len(finished) > 1:
        st.markdown(
            f"Eerste keer **{percent(first.score or 0)}**, beste keer **{percent(best.score or 0)}**, "
            f"nu **{percent(last.score or 0)}**. Je beste score blijft staan."
        )
    if answers_hidden(here.record, quiz):
        st.info("De antwoorden van de startmeting zie je als je de eindtoets hebt gedaan. Zo blijft de vergelijking eerlijk.")
        return
    if quiz.id == EINDTOETS and (form := certificate(here)):
        show_words(form)
    _show_certainty(here, quiz, last, answers)
    _show_questions(quiz, last, answers)


def _headline(attempt: Attempt, answers: dict[str, Answer]) -> str:
    right = len(attempt.questions) - len(wrong_questions(attempt, answers)) + len(attempt.carried)
    total = len(attempt.questions) + len(attempt.carried)
    return f"{right} van de {total} goed"


def _explained(quiz: Quiz, attempt: Attempt) -> str:
    score = f"Je score is **{percent(attempt.score or 0)}**; deels goede antwoorden tellen deels mee."
    if quiz.id == "startmeting":
        return f"{score} Dit is je begin. Een laag getal is hier niets bijzonders: je gaat het nog leren."
    if attempt.passed:
        return f"{score} Je bent geslaagd (vanaf {percent(attempt.pass_mark)})."
    return f"{score} Slagen is vanaf {percent(attempt.pass_mark)}. Kijk eerst na wat je nog lastig vond; daarna kun je alleen dát herhalen."


def _show_certainty(here: Visit, quiz: Quiz, attempt: Attempt, answers: dict[str, Answer]) -> None:
    """What the learner's own certainty was worth; feedback only."""
    found = summary(answers.values())
    if found is None:
        return
    right = [answer for answer in answers.values() if answer.score >= 1]
    sure = sum(answer.certainty == SURE for answer in right)
    st.markdown(
        f"Je was bij {sure} van je {count(len(right), 'goede antwoord', 'goede antwoorden')} ook zeker van je zaak. "
        f"Zekerheid meegewogen is je gemiddelde **{number(found.average, 1)}** (van {number(WRONG[SURE])} tot {RIGHT[SURE]}, "
        f"over {count(found.count, 'antwoord', 'antwoorden')}). Dat telt niet mee voor slagen."
    )
    errors = errors_of(here, attempt)
    if errors:
        label = f"Je was zeker, maar het klopt nog niet ({count(len(errors), 'vraag', 'vragen')})"
        st.button(label, icon=":material/lightbulb:", key="confident-errors", on_click=go_to_error, args=(quiz.id, 1))


def picks(attempt: Attempt, answers: dict[str, Answer]) -> dict[str, list[str]]:
    """Which questions each choice in the address picks; only choices that pick something."""
    found = {
        "fout": wrong_questions(attempt, answers),
        "onzeker": [name for name in attempt.questions if name in answers and answers[name].certainty == UNSURE],
        "gemarkeerd": [name for name in attempt.questions if name in attempt.marked],
    }
    return {choice: names for choice, names in found.items() if names}


def _picked(attempt: Attempt, answers: dict[str, Answer]) -> list[str]:
    """What the address picks, else all questions."""
    return picks(attempt, answers).get(st.query_params.get(PICKED, ""), list(attempt.questions))


def _ask_which(attempt: Attempt, answers: dict[str, Answer]) -> None:
    found = picks(attempt, answers)
    if not found:
        return
    labels = {
        "": f"alles ({len(attempt.questions)})",
        **{choice: f"{PICK_WORDS[choice]} ({len(names)})" for choice, names in found.items()},
    }
    asked = st.query_params.get(PICKED, "")
    st.session_state["picked"] = asked if asked in labels else ""  # the address decides, also after 'terug' in the browser
    st.radio("Laat zien", list(labels), format_func=lambda choice: labels[choice], key="picked", horizontal=True, on_change=_pick)


def _pick() -> None:
    choice = st.session_state["picked"]
    if choice in PICK_WORDS:
        st.query_params[PICKED] = choice
    else:
        st.query_params.pop(PICKED, None)


def _show_questions(quiz: Quiz, attempt: Attempt, answers: dict[str, Answer]) -> None:
    st.markdown("## Nakijken", anchors=False)
    _ask_which(attempt, answers)
    picked = _picked(attempt, answers)
    with st.container(gap="xsmall", key="review-list"):
        for place, name in enumerate(attempt.questions, 1):
            if name not in picked:
                continue
            score = answers[name].score if name in answers else None
            words = "niet beantwoord" if score is None else "klopt" if score >= 1 else "voor een deel" if score > 0 else "kijk nog eens"
            icon = ":material/check_circle:" if score is not None and score >= 1 else ":material/replay:"
            st.button(
                f"Vraag {place}: {words}", type="tertiary", icon=icon, key=f"review:{place}", on_click=go_to_review, args=(quiz.id, place)
            )
    if attempt.carried:
        st.caption(f"{count(len(attempt.carried), 'vraag was al goed en telt mee', 'vragen waren al goed en tellen mee')}.")


def show_review_of(here: Visit, quiz: Quiz, attempt: Attempt, asked: str) -> None:
    """One question of a finished attempt."""
    total = len(attempt.questions)
    place = {str(i): i for i in range(1, total + 1)}.get(asked, 1)
    name = attempt.questions[place - 1]
    answers = here.record.answers_in(attempt)
    picked = _picked(attempt, answers)
    states = (
        "here" if i == place else "done" if q in answers and answers[q].score >= 1 else "open" for i, q in enumerate(attempt.questions, 1)
    )
    where = f"Toets {ready(here.course, quiz.title)} · nakijken, vraag {place} van {total}"
    opening = on_the_way(where, rail(states, f"/toets/{quiz.id}/nakijken/{place}"))
    task = here.course.tasks.get(name)
    if task is None:
        show_words(f"{opening}\n\n## Deze vraag is vervallen")
    else:
        show_words("\n\n".join([opening, prompt(here.course, task), in_review(here, task, answers.get(name))]))
        step = here.course.find_step(task.step)
        if step:
            step_link(here.course, step, f"Lees de stap terug: {step.title}", icon=":material/menu_book:")
        show_words(report_mistake(here.course, name, task))
    _show_way_on(quiz, place, [i for i, q in enumerate(attempt.questions, 1) if q in picked])


def _show_way_on(quiz: Quiz, place: int, picked: list[int]) -> None:
    """To the question before and after this one, of those that are picked."""
    before = next((i for i in reversed(picked) if i < place), None)
    after = next((i for i in picked if i > place), None)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="way-on"):
        back = (go_to_review, (quiz.id, before), f"Vraag {before}") if before else (_to_result, (quiz.id,), "Uitslag")
        st.button(
            back[2], type="tertiary", icon=":material/arrow_back:", shortcut="Shift+Left", key="way:back", on_click=back[0], args=back[1]
        )
        on = (go_to_review, (quiz.id, after), f"Vraag {after}") if after else (_to_result, (quiz.id,), "Naar de uitslag")
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
    st.query_params.from_dict({"quiz": quiz_id, **_kept()})
