"""Every learning goal in words: mastered or not yet, and what to do next."""

import streamlit as st

from school.addresses import quiz as quiz_address
from school.addresses import step as step_address
from school.dutch import count, percent
from school.mastery import ENOUGH, LAST, QUESTIONS, Mastery, mastery, practice_quiz, teaching_step
from school.ui.visit import Visit


def show_mastery(here: Visit) -> None:
    """How many goals are mastered; the whole list is sent only when it is opened."""
    found = mastery(here.course, here.record)
    if not any(goal.answers for goal in found):
        return
    done = sum(goal.state == "mastered" for goal in found)
    st.markdown(f"**Je beheerst {done} van de {count(len(found), 'leerdoel', 'leerdoelen')}.**")
    _list(here, found)


def _list(here: Visit, found: list[Mastery]) -> None:
    with st.expander("Alle leerdoelen, en wat je nu kunt doen", icon=":material/flag:", on_change="rerun", key="mastery") as box:
        if not box.open:
            return
        st.markdown(
            f"Beheerst is: minstens {LAST} antwoorden op minstens {QUESTIONS} verschillende vragen, en van de laatste {LAST} "
            f"klopt {percent(ENOUGH)} of meer. Wat je na het bekijken van een antwoord overneemt, telt niet."
        )
        texts = {goal: text for module in here.course.modules for goal, text in module.goals.items()}
        st.markdown("\n".join(f"- {texts[goal.goal]} {in_words(here, goal)}" for goal in found))


def in_words(here: Visit, goal: Mastery) -> str:
    """How it stands with a goal, and the next thing to do for it."""
    if goal.state == "mastered":
        return f"**Beheerst** (laatste {LAST} antwoorden: {percent(goal.score)})."
    next_time = _advice(here, goal)
    if goal.state == "learning":
        return f"**Nog niet beheerst** (laatste {LAST} antwoorden: {percent(goal.score)}). {next_time}"
    if not goal.answers:
        return f"**Nog geen antwoorden.** {next_time}"
    so_far = f"{count(goal.answers, 'antwoord', 'antwoorden')} op {count(goal.questions, 'vraag', 'vragen')}"
    return f"**Nog te weinig antwoorden** ({so_far}). {next_time}"


def _advice(here: Visit, goal: Mastery) -> str:
    """What is due comes first; then reading, for what went wrong; then more questions."""
    course = here.course
    if any(course.tasks[name].goal == goal.goal for name in here.due):
        return "Doe vandaag [Herhalen](/herhalen)."
    step, quiz = teaching_step(course, goal.goal), practice_quiz(course, goal.goal)
    if step and (goal.state == "learning" or not quiz or not goal.answers):
        return f"Lees en oefen [{step.title}]({step_address(step)})."
    return f"Maak de toets [{course.quizzes[quiz].title}]({quiz_address(quiz)})." if quiz else ""
