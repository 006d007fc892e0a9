"""The questions themselves: what people were sure of and had wrong, which were hardest, and which deserve a second look."""

import streamlit as st

from school.content import Course
from school.dutch import count
from school.tasks import TRUTHS, Choice, Multiple, TrueFalse
from school.teams.enough import OPTIONS
from school.teams.figures import Extreme, Known, weight
from school.teams.questions import EASY, HARD, LURE, NEGATIVE, WEAK
from school.teams.snapshot import OTHERS, Figures, OptionShare, Question
from school.teams.wording import FLAGS, coefficient, in_words, with_interval
from school.ui import charts
from school.ui.visit import Visit

HARDEST = 5
MOST_ERRORS = 6
MOST_FLAGGED = 12
SEVERITY = (NEGATIVE, LURE, HARD, WEAK, EASY)
WHICH = f"Welke antwoorden gekozen zijn, laten we zien vanaf {OPTIONS} mensen, en alleen als elk antwoord vaak genoeg gekozen is."


def show_sure_and_wrong(here: Visit, figures: Figures) -> None:
    """Thinking errors that enough people were sure of; nothing while no question can be told at all."""
    if not any(isinstance(one.facility, Known | Extreme) for one in figures.questions):
        return
    st.markdown("## Zeker én fout", anchors=False)
    found = [one for one in figures.misconceptions if isinstance(one.share, Known)][:MOST_ERRORS]
    if not found:
        st.markdown("Er is geen denkfout waar minstens 10% van de mensen zeker van was.", width=620)
        return
    lines = [f"- **“{one.text}”** {in_words(one.share)} van {one.share.n} mensen, bij *{_prompt(here.course, one.task)}*" for one in found]
    st.markdown("Deze mensen zeiden zeker te zijn van hun antwoord, en hadden het mis:\n\n" + "\n".join(lines), width=720)


def show_hardest(here: Visit, figures: Figures) -> None:
    """The questions that were most often wrong, with what was chosen instead; nothing while none can be told."""
    told = [one for one in figures.questions if isinstance(one.facility, Known | Extreme) and weight(one.facility) < 0.9]
    if not told:
        return
    st.markdown("## Moeilijkste vragen", anchors=False)
    hardest = sorted(told, key=lambda one: (weight(one.facility), one.task))[:HARDEST]
    for number, question in enumerate(hardest, 1):
        _show_question(here, question, number)


def show_weak_questions(here: Visit, figures: Figures) -> None:
    """For who writes the questions: which ones do not do their work, and why."""
    flagged = [one for one in figures.questions if one.flags]
    st.markdown("## Vragen die een tweede blik verdienen", anchors=False)
    if not flagged:
        st.markdown("Van de vragen met genoeg antwoorden (vanaf 50 mensen) valt er geen op.", width=620)
        return
    worst = sorted(flagged, key=lambda one: (min(map(SEVERITY.index, one.flags)), one.task))[:MOST_FLAGGED]
    more = len(flagged) - len(worst)
    rest = f"\n\nEn nog {count(more, 'vraag', 'vragen')}: die staan in het werkblad, onder “Opvallende vragen”." if more else ""
    st.markdown("\n".join(_flagged(here.course, one) for one in worst) + rest, width=720)


def _flagged(course: Course, one: Question) -> str:
    telling = f", onderscheid {coefficient(one.discrimination)}" if isinstance(one.discrimination, Known) else ""
    figures = f"{one.facility.n} mensen, {with_interval(one.facility)} goed{telling}"
    reasons = " ".join(FLAGS[flag] for flag in one.flags)
    return f"- **{_prompt(course, one.task)}** {reasons} :gray[{figures}; `{one.task}`, versie {one.version}.]"


def _show_question(here: Visit, question: Question, number: int) -> None:
    older = "" if here.course.tasks[question.task].version == question.version else " :gray[(een oudere versie van deze vraag)]"
    sure = f" {in_words(question.sure_wrong)} was zeker en had het fout." if isinstance(question.sure_wrong, Known) else ""
    title = f"{number}. {_prompt(here.course, question.task)} **{in_words(question.facility)} goed**"
    with st.expander(title, on_change="rerun", key=f"team-question-{number}") as box:
        if not box.open:
            return
        st.markdown(f"{with_interval(question.facility)} van {question.facility.n} mensen had dit goed.{older}{sure}")
        if not question.options:
            if isinstance(here.course.tasks[question.task], Choice | TrueFalse | Multiple):
                st.markdown(f":gray[{WHICH}]")
            return
        texts = [_option(here.course, question.task, one) for one in question.options]
        shares, labels = tuple(weight(one.share) for one in question.options), tuple(in_words(one.share) for one in question.options)
        words = [f"{label}: {text}" for text, label in zip(texts, labels, strict=True)]
        figure = charts.bars(tuple(map(_short, texts)), shares, labels, look=charts.theme())
        charts.show(figure, alt=f"Gekozen antwoorden: {'; '.join(words)}.", key=f"chart-team-options-{number}")
        st.markdown("\n".join(f"- {line}" for line in words))


def _prompt(course: Course, task: str) -> str:
    return " ".join(course.tasks[task].prompt.split()) if task in course.tasks else task


def _option(course: Course, task: str, one: OptionShare) -> str:
    """The text of an option; the right one says so."""
    asked = course.tasks[task]
    if one.option == OTHERS:
        return "Andere antwoorden samen"
    match asked:
        case Choice():
            return asked.options[one.option].text + (" (goed)" if one.option == asked.answer else "")
        case TrueFalse():
            return TRUTHS["waar" if one.option == "waar" else "niet-waar"] + (" (goed)" if one.option == asked.answer else "")
        case Multiple():
            return asked.options[one.option].text + (" (goed)" if one.option in asked.answers else "")
        case _:
            return one.option


def _short(text: str, most: int = 46) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
