"""Per quiz: the mean over time, and how far the score can be trusted."""

import streamlit as st

from school.dutch import percent, short_day
from school.teams.figures import Figure, Known, TooFew, weight
from school.teams.snapshot import Figures, QuizFigures
from school.teams.wording import coefficient, in_words, too_few, with_interval
from school.ui import charts
from school.ui.visit import Visit

GOOD, POOR = 0.75, 0.64
INTERVAL = "Tussen haakjes: waar het cijfer met 95% zekerheid ligt, voor een grotere groep als deze."


def show_quizzes(here: Visit, figures: Figures) -> None:
    """In words for each quiz; a line where there is more than one moment."""
    if not figures.quizzes:
        return
    st.markdown(f"## Toetsen door de tijd\n\n:gray[{INTERVAL}]", anchors=False, width=620)
    for number, quiz in enumerate(figures.quizzes):
        _show(here, quiz, number)


def _show(here: Visit, quiz: QuizFigures, number: int) -> None:
    title = here.course.quizzes[quiz.quiz].title if quiz.quiz in here.course.quizzes else quiz.quiz
    st.markdown(f"### {title}\n\n{_in_words(quiz)}", anchors=False, width=620)
    moments = quiz.over_time
    if len(moments) < 2:
        return
    days = tuple(short_day(moment.at) for moment in moments)
    shares = tuple(weight(moment.mean) for moment in moments)
    figure = charts.line(days, shares, pass_mark=here.course.quizzes[quiz.quiz].pass_mark, look=charts.theme())
    words = "; ".join(
        f"{moment_day} {in_words(moment.mean)} van {moment.mean.n} mensen" for moment_day, moment in zip(days, moments, strict=True)
    )
    charts.show(figure, alt=f"Gemiddelde per groep: {words}.", key=f"chart-team-quiz-{number}")
    st.markdown(":gray[Elk punt is een groep mensen die er samen bij kwam; niemand staat in twee punten. Stippellijn: geslaagd.]")


def _in_words(quiz: QuizFigures) -> str:
    if isinstance(quiz.mean, TooFew):
        return too_few(quiz.mean)
    mean = f"Gemiddeld **{with_interval(quiz.mean)}** van {quiz.mean.n} mensen, bij hun eerste poging."
    spread = f" De meeste scores liggen daar hoogstens {_points(quiz.deviation)} vanaf." if isinstance(quiz.deviation, Known) else ""
    return f"{mean}{spread} {_trust(quiz)}"


def _trust(quiz: QuizFigures) -> str:
    """What alpha says, in words first; nothing for the tests, which differ per person."""
    if not quiz.form:
        return "Iedereen kreeg in deze toets andere vragen over dezelfde doelen."
    if not isinstance(quiz.alpha, Known):
        return ""
    said = "houdt mensen goed uit elkaar" if quiz.alpha.value >= GOOD else "houdt mensen matig uit elkaar"
    if quiz.alpha.value < POOR:
        said = "houdt mensen slecht uit elkaar: lees de score van één persoon niet als cijfer"
    return f"Deze toets {said} (Cronbachs alfa {coefficient(quiz.alpha)}; een score is onzeker met {_points(quiz.error)})."


def _points(figure: Figure) -> str:
    return f"{percent(figure.value).removesuffix('%')} procentpunt" if isinstance(figure, Known) else "een onbekend aantal procentpunt"
