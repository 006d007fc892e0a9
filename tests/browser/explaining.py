"""Explainers that ask in a way of their own, done with ten fingers; what is asked as usual is left to `Hands.answer`."""

from playwright.sync_api import expect

from school.content import Course, Step
from school.explainers.balance import Balance
from school.explainers.percentages import Percentages
from school.explainers.styles import Styles
from school.explainers.timeline import Timeline
from school.explainers.walk import Walk
from school.lesson import Explainer
from school.tasks import Choice
from tests.browser.circling import Keys as Circling
from tests.browser.circling import go_round
from tests.browser.hands import Hands
from tests.browser.laying import Keys, lay_all


def by_keyboard(hands: Hands, course: Course, step: Step) -> set[str]:
    """Does what this step asks in a way of its own, all of it right; the exercises that are answered by that."""
    done: set[str] = set()
    for block in step.blocks:
        explainer = course.explainers[block.id] if isinstance(block, Explainer) else None
        if isinstance(explainer, Walk) and explainer.moments:
            go_round(Circling(hands.person), explainer, explainer.moments, explainer.task(explainer.moments).pairs)
            done |= set(explainer.exercises)
        if isinstance(explainer, Styles):
            lay_all(Keys(hands.person), {name: task.pairs for name, task in explainer.tasks.items()})
            expect(hands.person.page.get_by_text("8 van de 8 vakken passen.").first).to_be_visible()
            done |= set(explainer.exercises)
        if isinstance(explainer, Percentages):
            guess(hands, [int(task.answer) for task in explainer.tasks.values()])
            expect(hands.person.page.locator(".js-plotly-plot")).to_be_visible()
            done |= set(explainer.exercises)
        if isinstance(explainer, Balance):
            weigh(hands, course, explainer)
            done |= set(explainer.exercises)
        if isinstance(explainer, Timeline):
            go_along(hands, course, explainer)
            done |= set(explainer.exercises)
    return done


def weigh(hands: Hands, course: Course, balance: Balance) -> None:
    """Weighs the cases one after the other."""
    for nth, case in enumerate(balance.cases.values()):
        if nth:
            hands.push(case.title)
        hands.answer(course, case.exercise)
        expect(hands.person.page.locator(f".st-key-oefening-{case.exercise}")).to_contain_text("Dit klopt")


def go_along(hands: Hands, course: Course, timeline: Timeline) -> None:
    """From stage to stage, predicting and answering what is asked there."""
    for place, stage in enumerate(timeline.stages.values(), 1):
        if place > 1:
            hands.push(f"{timeline.noun} {place}: {stage.title}")
        if stage.predict:
            task = timeline.exercises[stage.predict]
            assert isinstance(task, Choice)
            hands.choose(stage.predict, list(task.options).index(task.answer))
            hands.push("Dit denk ik")
        for name in stage.exercises:
            hands.answer(course, name)
            expect(hands.person.page.locator(f".st-key-oefening-{name}")).to_contain_text("Dit klopt")


def guess(hands: Hands, values: list[int]) -> None:
    """Fills in the fields of the percentages, and asks for the figures."""
    for nth, value in enumerate(values):
        if nth:
            hands.press("Tab")
        hands.reach(lambda now: now["tag"] == "input", "a field")
        hands.type(str(value))
    hands.push("Laat de cijfers zien")
