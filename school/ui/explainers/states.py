"""What the states of an explainer are called, for who moves it from elsewhere."""

from collections.abc import Mapping
from typing import assert_never

from school.explainers.balance import Balance
from school.explainers.case import Case
from school.explainers.glasses import BARE, TOGETHER, Glasses
from school.explainers.kinds import AnyExplainer
from school.explainers.percentages import FIGURES, GUESS, Percentages
from school.explainers.styles import CARDS, LIST, Styles
from school.explainers.thoughts import FEAR, RECOGNISE, Thoughts
from school.explainers.timeline import Timeline
from school.explainers.walk import ALONE, TURNED, Walk
from school.explainers.weighing import END, Weighing


def state_titles(explainer: AnyExplainer) -> Mapping[str, str]:
    """A title for each of its states, in their order."""
    match explainer:
        case Walk():
            turned = {TURNED: explainer.moments.title} if explainer.moments else {}
            return {name: place.title for name, place in explainer.places.items()} | turned | {ALONE: "Zonder de volwassene"}
        case Styles():
            return {CARDS: "Kaartjes", LIST: "Lijst"}
        case Percentages():
            return {GUESS: "Schatten", FIGURES: "De cijfers"}
        case Balance():
            return {name: case.title for name, case in explainer.cases.items()} | {
                name: pile.title for name, pile in explainer.pile.items()
            }
        case Glasses():
            worn = {name: pair.title for name, pair in explainer.glasses.items()}
            return {BARE: "Zonder bril"} | worn | {TOGETHER: "Naast elkaar"}
        case Thoughts():
            asked = {name: thought.text for name, thought in explainer.asked.items()}
            return {RECOGNISE: "Waar gaat het over?"} | asked | {FEAR: explainer.fear.title}
        case Case():
            return {name: explainer.place(name).title for name in explainer.states}
        case Timeline():
            return {name: stage.title for name, stage in explainer.stages.items()}
        case Weighing():
            return {name: _weighed(explainer, name) for name in explainer.states}
        case _:
            assert_never(explainer)


def _weighed(weighing: Weighing, state: str) -> str:
    case, question = weighing.opened(state)
    asked = "Besluit" if question == END else weighing.questions[question].title
    return f"{weighing.cases[case].title}: {asked}"
