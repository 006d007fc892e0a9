"""Voortgang: how far you are, how your quizzes went, what to do next; and your data, to take along or to erase."""

import streamlit as st

from school import addresses
from school.content import Step
from school.dutch import count, percent, sentence_list, short_day
from school.learning import (
    EINDTOETS,
    GoalScore,
    best_attempt,
    finished_attempts,
    open_attempt,
    progress,
)
from school.ui import charts
from school.ui.calibration import show_calibration
from school.ui.certificate import certificate
from school.ui.links import ready
from school.ui.mastery import goals_in_words
from school.ui.membership import show_membership
from school.ui.own_data import show_own_data
from school.ui.pages import all_pages, go_to_step
from school.ui.sidebar import arrived
from school.ui.visit import Visit, visit
from school.ui.words import show_words

STRONG = 0.7
MOST_GOALS = 8


def show_progress() -> None:
    """Everything computed from the answers; each chart stands below the same in words."""
    here = visit()
    show_words("# Voortgang\n\n:gray[Alleen jij ziet dit.]")
    _show_next(here)
    _show_modules(here)
    _show_quizzes(here)
    _show_gain(here)
    _show_goals(here)
    show_calibration(here)
    show_membership(here)
    show_own_data(here)
    arrived("/voortgang")


def _show_next(here: Visit) -> None:
    """One primary button: the most useful thing to do now."""
    course, record = here.course, here.record
    step = here.standing.resume
    running = next((a for a in reversed(record.attempts) if a.finished is None and a.quiz in course.quizzes), None)
    if running and open_attempt(record, running.quiz):
        label, where = f"Maak de toets {course.quizzes[running.quiz].title} af", running.quiz
        if _primary(label):
            st.switch_page(all_pages(course)["toets"], query_params={"quiz": where})
    elif step or not here.done:
        to = step or course.modules[0].steps[0]
        if _primary(f"Ga verder bij {to.title}"):
            go_to_step(course, to)
    elif EINDTOETS in course.quizzes and not best_attempt(record, EINDTOETS):
        if _primary("Doe de eindtoets"):
            st.switch_page(all_pages(course)["toets"], query_params={"quiz": EINDTOETS})
    elif here.due and _primary(f"Herhaal {count(len(here.due), 'vraag', 'vragen')}"):
        st.switch_page(all_pages(course)["herhalen"])


def _primary(label: str) -> bool:
    return st.button(label, type="primary", icon=":material/arrow_forward:", icon_position="right")


def _show_modules(here: Visit) -> None:
    modules = progress(here.course, here.done)
    done, total = sum(module.done for module in modules), sum(module.total for module in modules)
    labels = tuple("klaar" if m.finished else f"{m.done} van {m.total}" if m.done else "nog niet" for m in modules)
    names = tuple(module.module.title for module in modules)
    show_words(f"## Hoe ver je bent\n\n**{done} van de {count(total, 'stap', 'stappen')} klaar.**")
    words = "; ".join(f"{name} {label}" for name, label in zip(names, labels, strict=True))
    figure = charts.bars(names, tuple(m.done / m.total for m in modules), labels, look=charts.theme())
    charts.show(figure, alt=f"Balken per onderdeel: {words}.", key="chart-modules")


def _show_quizzes(here: Visit) -> None:
    done = [(quiz, finished_attempts(here.record, quiz.id)) for quiz in here.course.quizzes.values() if quiz.kind == "practice"]
    done = [(quiz, attempts) for quiz, attempts in done if attempts]
    heading = "## Je toetsen\n\n"
    if not done:
        show_words(f"{heading}Je hebt nog geen toets ingeleverd. Zodra je dat doet, zie je hier hoe het ging.")
        st.page_link(all_pages(here.course)["toets"], label="Naar de toetsen", icon=":material/checklist:")
        return
    for quiz, attempts in done:
        scores = tuple(attempt.score or 0.0 for attempt in attempts)
        days = tuple(short_day(attempt.finished or attempt.started) for attempt in attempts)
        words = f"{_attempts_in_words(scores)} Stippellijn: geslaagd vanaf {percent(quiz.pass_mark)}."
        show_words(f"{heading}### {quiz.title}\n\n{words}")
        heading = ""
        figure = charts.line(days, scores, pass_mark=quiz.pass_mark, look=charts.theme())
        charts.show(figure, alt=f"Lijn met je scores: {', '.join(map(percent, scores))}.", key=f"chart-{quiz.id}")


def _attempts_in_words(scores: tuple[float, ...]) -> str:
    if len(scores) == 1:
        return f"**{percent(scores[0])}** in je eerste poging."
    change = "Gelijk gebleven op" if scores[-1] == scores[0] else f"Van {percent(scores[0])} naar"
    tries = count(len(scores), "poging", "pogingen")
    return f"**{change} {percent(scores[-1])}** in {tries}; je beste is {percent(max(scores))}."


def _show_gain(here: Visit) -> None:
    found = here.standing.gains
    if not found:
        return
    show_words(f"## Startmeting en eindtoets\n\n{_gain_in_words(here)}")
    names = tuple(_short(gain.goal) for gain in found)
    figure = charts.before_after(names, tuple(g.before for g in found), tuple(g.after for g in found), look=charts.theme())
    parts = [f"{name}: begin {_or_not(g.before)}, einde {_or_not(g.after)}" for name, g in zip(names, found, strict=True)]
    charts.show(figure, alt=f"Per doel: {'; '.join(parts)}.", key="chart-gain")


def _gain_in_words(here: Visit) -> str:
    start, end = finished_attempts(here.record, "startmeting"), finished_attempts(here.record, EINDTOETS)
    if start and end:
        a, b = start[0].score or 0, end[0].score or 0
        return f"Samen van **{percent(a)}** naar **{percent(b)}**. Rondje: begin, ruit: einde."
    return f"Tot nu toe: {percent((start or end)[0].score or 0)}. De andere toets moet nog; dan zie je het verschil."


def _or_not(share: float | None) -> str:
    return "niet gedaan" if share is None else percent(share)


def _in_a_sentence(goal: str) -> str:
    name = _short(goal)
    return name[:1].lower() + name[1:]


def _short(goal: str) -> str:
    """The goal in a few words: its id read as Dutch."""
    return goal.replace("-", " ").capitalize().replace("ptss", "PTSS")


def _show_goals(here: Visit) -> None:
    scores = here.standing.goals
    heading, mastered = "\n\n".join(filter(None, [certificate(here), "## Sterk en nog lastig"])), goals_in_words(here)
    if not scores:
        soon = "Nog geen antwoorden. Hier zie je straks per leerdoel wat al lukt en wat aandacht vraagt."
        show_words("\n\n".join(filter(None, [heading, soon, mastered])))
        return
    show_words(heading)
    few = scores if len(scores) <= MOST_GOALS else [*scores[: MOST_GOALS // 2], *scores[-(MOST_GOALS // 2) :]]
    shown = sorted(few, key=lambda goal: -goal.score)
    labels = [f"{percent(goal.score)} van {count(goal.tasks, 'vraag', 'vragen')}" for goal in shown]
    names = tuple(_short(goal.goal) for goal in shown)
    figure = charts.bars(
        names, tuple(goal.score for goal in shown), tuple(percent(goal.score) for goal in shown), look=charts.theme(), weak_below=STRONG
    )
    words = "; ".join(f"{name} {label}" for name, label in zip(names, labels, strict=True))
    charts.show(figure, alt=f"Balken per leerdoel: {words}.", key="chart-goals")
    show_words("\n\n".join(filter(None, [_advice(here, scores), mastered])))


def _advice(here: Visit, scores: list[GoalScore]) -> str:
    """What to read again, with links that stay in this visit (routes/files/going.js)."""
    weak = [goal for goal in scores if goal.score < STRONG]
    few = "Met zo weinig vragen per doel zegt dit nog niet veel. " if max(goal.tasks for goal in scores) < 3 else ""
    if not weak:
        return f"{few}**Op alle doelen waar je vragen over maakte, gaat het goed.**"
    names = sentence_list([f"*{_in_a_sentence(goal.goal)}*" for goal in weak[:3]])
    steps = filter(None, (_first_step_about(here, goal.goal) for goal in weak[:3]))
    links = "\n".join(f"- [{ready(here.course, step.title)}]({addresses.step(step)})" for step in steps)
    return f'{few}**Dit vraagt nog aandacht:** {names}. Lees de stap terug:\n\n<div class="school-places">\n\n{links}\n\n</div>'


def _first_step_about(here: Visit, goal: str) -> Step | None:
    return next((here.course.find_step(task.step) for task in here.course.tasks.values() if task.goal == goal and task.step), None)
