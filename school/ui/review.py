"""Herhalen: today's questions one at a time, with feedback at once; then when the next ones come."""

import streamlit as st

from school.certainty import SURE
from school.dutch import count, near_day, sentence_list
from school.learning import REVIEW, Answer
from school.reviewing import A_DAY, day_of, forecast, reviewed
from school.tasks import Multiple
from school.ui.agenda import offer_calendar
from school.ui.asking import ask, chosen
from school.ui.drawing import show_drawing
from school.ui.exercise import store_answer
from school.ui.feedback import comes_back, in_review, saved_line
from school.ui.pages import link, step_link
from school.ui.prompt import prompt
from school.ui.rail import on_the_way, rail
from school.ui.report import report_mistake
from school.ui.sidebar import arrived
from school.ui.sureness import ask_certainty
from school.ui.visit import Visit, visit
from school.ui.words import show_words

MOST_DAYS = 5
"""How many coming days are named."""


def show_review_page() -> None:
    """The question that the address asks for: its feedback when it was answered today; else the first; else that it is done."""
    here = visit()
    asked = st.query_params.get("vraag")
    answer = _todays_answer(here, asked) if asked in here.course.tasks else None
    if answer is not None:
        _show_feedback(here, answer)
    elif here.due:
        _show_question(here, asked if asked in here.due else here.due[0])
    else:
        _show_done(here)


def _todays_answer(here: Visit, task: str) -> Answer | None:
    today = day_of(here.now)
    mine = (a for a in reversed(here.record.answers) if a.task == task and a.context == REVIEW)
    return next((answer for answer in mine if day_of(answer.at) == today), None)


def _opening(here: Visit, name: str, place: str) -> str:
    """Where we are: at this task, and for the reader at this `place`."""
    done = reviewed(here.record, day_of(here.now))
    names = [*done, *(task for task in here.due if task not in done)]
    states = ("here" if one == name else "done" if one in done else "open" for one in names)
    return on_the_way(f"Herhalen · vraag {names.index(name) + 1} van {len(names)}", rail(states, f"/herhalen/{place}"))


def _show_question(here: Visit, name: str) -> None:
    task = here.course.tasks[name]
    show_words(f"{_opening(here, name, name)}\n\n{prompt(here.course, task, asks=True)}")
    # Another key on another day, so that it comes back empty.
    key = f"again:{day_of(here.now)}:{name}"
    sure = f"sureness-{day_of(here.now)}-{name}"
    with st.container(key="vraag"):
        ask(here.course, name, task, key=key, given=None)
    ask_certainty(key=sure, given=None)
    st.button("Kijk na", type="primary", key="check-review", on_click=_answer, args=(name, key, sure))
    if st.session_state.pop(f"empty:{name}", False):
        st.info("Kies of vul eerst een antwoord in.")


def _answer(name: str, key: str, sure: str) -> None:
    """Grades and stores what is chosen now; the address then asks for its feedback, so that a reload shows it again."""
    here = visit()
    task = here.course.tasks.get(name)
    if task is None or name not in here.due:
        return
    raw = chosen(task, key)
    if raw is None or (isinstance(task, Multiple) and not raw):
        st.session_state[f"empty:{name}"] = True
        return
    store_answer(here, name, raw, certainty=st.session_state.get(sure), context=REVIEW)
    st.query_params.from_dict({"vraag": name})


def _show_feedback(here: Visit, answer: Answer) -> None:
    task = here.course.tasks[answer.task]
    sure = "**Je was zeker.** Juist dan is het goed om hier even bij stil te staan. " if _sure_and_wrong(answer) else ""
    back = f"{sure}{comes_back(here, answer.task)}  \n:small[:gray[{saved_line(here, answer)}]]"
    opening = _opening(here, answer.task, f"{answer.task}/nagekeken")
    show_words("\n\n".join([opening, prompt(here.course, task), in_review(here, task, answer), back]))
    step = here.course.find_step(task.step)
    if step:
        step_link(here.course, step, f"Lees de stap terug: {step.title}", icon=":material/menu_book:")
    show_words(report_mistake(here.course, answer.task, task))
    label = "Volgende vraag" if here.due else "Klaar voor vandaag"
    icon = ":material/arrow_forward:"
    st.button(label, type="primary", icon=icon, icon_position="right", shortcut="Shift+Right", key="way:on", on_click=_go_on)


def _sure_and_wrong(answer: Answer) -> bool:
    return answer.certainty == SURE and answer.score < 1


def _go_on() -> None:
    st.query_params.clear()


def _show_done(here: Visit) -> None:
    if not here.record.cards:
        _show_empty(here)
        return
    today = day_of(here.now)
    done = reviewed(here.record, today)
    coming = forecast(here.course, here.record, today)
    words, picture = st.columns([1.6, 1], vertical_alignment="center")
    with words:
        st.title("Klaar voor vandaag", anchor=False)
        said = f"Je hebt {count(len(done), 'vraag', 'vragen')} herhaald. " if done else "Vandaag is er niets om te herhalen. "
        st.markdown(f"{said}Vragen komen terug vlak voordat je ze zou vergeten, hooguit {A_DAY} op een dag.")
    with picture:
        show_drawing("uitslag-pad")
    if coming:
        named = [f"{near_day(day, today)} {count(amount, 'vraag', 'vragen')}" for day, amount in coming[:MOST_DAYS]]
        later = sum(amount for _, amount in coming[MOST_DAYS:])
        more = f" Daarna nog {count(later, 'vraag', 'vragen')}." if later else ""
        st.markdown(f"## De volgende keren\n\n{sentence_list(named).capitalize()}.{more}", anchors=False)
        offer_calendar(here, coming)
    link(here.course, "voortgang", "Naar je voortgang", icon=":material/monitoring:")
    arrived("/herhalen")


def _show_empty(here: Visit) -> None:
    st.title("Herhalen", anchor=False)
    st.markdown(
        "Hier komen vragen terug die je niet goed had of waar je niet zeker van was, en van elk leerdoel de kernvraag. "
        f"Hooguit {A_DAY} op een dag: even ophalen wat je weet werkt beter dan opnieuw lezen.\n\n"
        "Nu is er nog niets. Maak eerst een toets of een oefening; de volgende dag vind je hier wat het herhalen waard is.",
        width=620,
    )
    if here.course.quizzes:
        link(here.course, "toets", "Naar de toetsen", icon=":material/checklist:")
    arrived("/herhalen")
