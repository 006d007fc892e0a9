"""Sure, and yet not right: the errors that teach most, each on its own screen before the result."""

import streamlit as st

from school.certainty import confident_errors
from school.content import Quiz
from school.grading import grade, in_words, solution, still_fits
from school.learning import Answer, Attempt
from school.tasks import Task
from school.ui.feedback import FITS, comes_back, remarks_text
from school.ui.links import ready, source_line
from school.ui.pages import step_link
from school.ui.prompt import prompt
from school.ui.rail import on_the_way, rail
from school.ui.visit import Visit
from school.ui.words import frame, show_words


def errors_of(here: Visit, attempt: Attempt) -> list[str]:
    """The questions with an error that somebody was sure of, and that can still be shown."""
    answers = here.record.answers_in(attempt)
    found = confident_errors(attempt.questions, answers)
    return [name for name in found if name in here.course.tasks and still_fits(here.course.tasks[name], answers[name].response)]


def go_to_error(quiz_id: str, place: int) -> None:
    """Puts the error to look at in the address."""
    st.query_params.from_dict({"quiz": quiz_id, "zeker": str(place)})


def show_confident_error(here: Visit, quiz: Quiz, attempt: Attempt, names: list[str], asked: str) -> None:
    """One error; `names` are all of them, `asked` is the place in it, from 1."""
    place = {str(i): i for i in range(1, len(names) + 1)}.get(asked, 1)
    name = names[place - 1]
    task, answer = here.course.tasks[name], here.record.answers_in(attempt)[name]
    states = ("here" if i == place else "done" if i < place else "open" for i in range(1, len(names) + 1))
    where = f"Toets {ready(here.course, quiz.title)} · je was zeker, en toch klopt het niet · {place} van {len(names)}"
    opening = on_the_way(where, rail(states, f"/toets/{quiz.id}/zeker/{place}"))
    back = f"**Je was zeker.** Juist dan leer je er het meest van. {comes_back(here, name)}"
    show_words("\n\n".join([opening, prompt(here.course, task), *_answers(here, task, answer), *_why(here, task, answer), back]))
    step = here.course.find_step(task.step)
    if step:
        step_link(here.course, step, f"Hier staat het uitgelegd: {step.title}", icon=":material/menu_book:")
    _show_way_on(quiz, place, len(names))


def _answers(here: Visit, task: Task, answer: Answer) -> list[str]:
    own, right = ("\n\n".join(ready(here.course, line) for line in in_words(task, given)) for given in (answer.response, solution(task)))
    return [frame(f":yellow-badge[:material/replay: Jouw antwoord · zeker]\n\n{own}"), frame(f"{FITS}\n\n{right}")]


def _why(here: Visit, task: Task, answer: Answer) -> list[str]:
    course = here.course
    thoughts = [ready(course, thought) for thought in grade(task, answer.response).misconceptions]
    # Only the first letter: `capitalize` would make PTSS small.
    parts = ["### Het misverstand\n\n" + "; ".join(thought[:1].upper() + thought[1:] for thought in thoughts) + "."] if thoughts else []
    parts += [f"### Waarom dit voor de hand ligt\n\n{remarks_text(course, task, answer)}"]
    return [*parts, f"### Hoe het wel zit\n\n{ready(course, task.why)}", source_line(course, tuple(task.sources))]


def _show_way_on(quiz: Quiz, place: int, total: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="way-on"):
        if place > 1:
            st.button(
                "Vorige", type="tertiary", icon=":material/arrow_back:", key="way:back", on_click=go_to_error, args=(quiz.id, place - 1)
            )
        last = place == total
        st.button(
            "Naar de uitslag" if last else "Volgende",
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            shortcut="Shift+Right",
            key="way:on",
            on_click=_to_result if last else go_to_error,
            args=(quiz.id,) if last else (quiz.id, place + 1),
        )


def _to_result(quiz_id: str) -> None:
    st.query_params.from_dict({"quiz": quiz_id})
