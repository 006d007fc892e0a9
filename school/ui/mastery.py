"""Every learning goal in words: mastered or not yet, and what to do next."""

from school.addresses import quiz as quiz_address
from school.addresses import step as step_address
from school.dutch import count, percent
from school.mastery import ENOUGH, LAST, QUESTIONS, Mastery, practice_quiz, teaching_step
from school.ui.links import ready
from school.ui.visit import Visit
from school.ui.words import fold


def goals_in_words(here: Visit) -> str:
    """How many goals are mastered, with the whole list to fold open, as Markdown; nothing before the first answer."""
    found = here.standing.mastery
    if not any(goal.answers for goal in found):
        return ""
    done = sum(goal.state == "mastered" for goal in found)
    explained = (
        f"Beheerst is: minstens {LAST} antwoorden op minstens {QUESTIONS} verschillende vragen, en van de laatste {LAST} "
        f"klopt {percent(ENOUGH)} of meer. Wat je na het bekijken van een antwoord overneemt, telt niet."
    )
    texts = {goal: ready(here.course, text) for module in here.course.modules for goal, text in module.goals.items()}
    lines = "\n".join(f"- {texts[goal.goal]} {in_words(here, goal)}" for goal in found)
    everything = fold("Alle leerdoelen, en wat je nu kunt doen", f"{explained}\n\n{lines}")
    return f"**Je beheerst {done} van de {count(len(found), 'leerdoel', 'leerdoelen')}.**\n\n{everything}"


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
        return f"Lees en oefen [{ready(course, step.title)}]({step_address(step)})."
    return f"Maak de toets [{ready(course, course.quizzes[quiz].title)}]({quiz_address(quiz)})." if quiz else ""
