"""What the other tests of the explainers leave uncounted: with a mouse, a finger or a keyboard alone it takes as many steps,
and the same is kept. The circle, the cards, the still face and a case with second thoughts are counted in tests of their own."""

from collections.abc import Callable, Iterable, Mapping

import pytest
from playwright.sync_api import expect

from school.content import Course
from school.explainers.case import Case
from school.explainers.case_path import advised_path
from school.grading import Response, solution
from school.learning import GUESSED, Record
from tests.browser.conftest import NewPerson
from tests.browser.doing import box, do
from tests.browser.test_every_state import addresses_of
from tests.browser.three_ways import HANDS, Hand, Way

pytestmark = pytest.mark.browser

GUESSES = (25, 40, 15, 20)
QUESTIONS = ("vermoeden", "onveiligheid", "hulp", "aanvaarden", "veiligheid")
THOUGHTS = ("vies", "word-gek", "overal-gevaar", "niemand-vertrouwen", "nooit-meer-leuk")
KINDS = ("lina-luistert-goed", "basis-of-haven", "oefen-drie-woorden", "oefen-kern-van-ptss", "oefen-leeftijd-cgt", "waar-kijk-jij-naar")
"""One exercise of each other kind that stands in a lesson."""
ASKED = (
    *KINDS,
    "oefen-meldcode-stappen",
    "sami-wegen",
    "oefen-sinds-wanneer",
    "dag-na-de-brand",
    "niet-vier-weken-wachten",
    *(f"gedachte-{thought}" for thought in THOUGHTS),
    *(f"{case}-weegt-{question}" for case in ("yara", "milan") for question in QUESTIONS),
)
CASES = ("casus-de-prik", "casus-het-pleeggezin", "casus-de-poppenhoek", "casus-altijd-druk", "casus-alles-gaat-goed")
"""All but the ones with a test of their own."""


def begin(way: Way, course: Course, name: str) -> None:
    """Opens the step with this explainer, or with this exercise."""
    steps = [step for step in course.steps() if name in step.tasks]
    way.person.turn_to(addresses_of(course).get(name) or f"/{steps[0].module}?stap={steps[0].id}")


def press(way: Way, name: str) -> None:
    way.press(way.person.page.get_by_role("button", name=name).first)


def open_state(way: Way, *states: str) -> None:
    for state in states:
        way.press(way.person.page.locator(f"[data-state={state}]"))


def case_of(course: Course, name: str) -> Case:
    case = course.explainers[name]
    assert isinstance(case, Case)
    return case


def guess_the_percentages(way: Way, course: Course) -> None:
    begin(way, course, "stijlen-percentages")
    for field, value in zip(way.person.page.get_by_role("spinbutton").all(), GUESSES, strict=True):
        way.fill(field, str(value))
    press(way, "Laat de cijfers zien")
    expect(way.person.page.get_by_text("Veilig kwam vaker voor dan je dacht, 62%.")).to_be_visible()


def put_the_meldcode_in_order(way: Way, course: Course) -> None:
    begin(way, course, "oefen-meldcode-stappen")
    do(way, course, "oefen-meldcode-stappen")
    expect(box(way, "oefen-meldcode-stappen")).to_contain_text("Dit klopt")


def pile_up(way: Way, course: Course) -> None:
    begin(way, course, "stapelen")
    open_state(way, *course.explainers["stapelen"].states[1:])


def weigh_the_other_child(way: Way, course: Course) -> None:
    begin(way, course, "balansmodel")
    open_state(way, "sami")
    do(way, course, "sami-wegen")


def look_for_trauma(way: Way, course: Course) -> None:
    begin(way, course, "traumasignalen-door-brillen")
    open_state(way, *course.explainers["traumasignalen-door-brillen"].states[1:])
    do(way, course, "oefen-sinds-wanneer")


def answer_the_other_thoughts(way: Way, course: Course) -> None:
    begin(way, course, "gedachten")
    way.press(way.person.page.locator(".part").nth(1))
    for thought in THOUGHTS:
        open_state(way, thought)
        do(way, course, f"gedachte-{thought}")


def weigh_two_cases(way: Way, course: Course) -> None:
    begin(way, course, "wegen")
    on = [f"Volgende vraag: {each}" for each in QUESTIONS[1:]] + ["Naar het besluit"]
    for case in ("yara", "milan"):
        for question, further in zip(QUESTIONS, on, strict=True):
            do(way, course, f"{case}-weegt-{question}")
            press(way, further)
        expect(way.person.page.get_by_text("Dat past bij het advies.")).to_have_count(len(QUESTIONS))
        if case == "yara":
            press(way, "De andere situatie: Milan, 2 jaar")


def go_along_the_first_weeks(way: Way, course: Course) -> None:
    begin(way, course, "eerste-uren")
    press(way, "Moment 2: Eerste dagen")
    do(way, course, "dag-na-de-brand")
    press(way, "Moment 3: Eerste weken")
    do(way, course, "niet-vier-weken-wachten")
    press(way, "Moment 4: Na vier weken")


def walk_the_other_cases(way: Way, course: Course) -> None:
    for name in CASES:
        case = case_of(course, name)
        begin(way, course, name)
        card = way.person.page.locator(".case")
        for node, choice in advised_path(case).steps:
            way.press(card.get_by_role("button", name=case.nodes[node].choices[choice].text))
            way.press(card.get_by_role("button", name="Verder: "))
        expect(card.get_by_text("Je liep de weg die we aanraden.")).to_be_visible()


def answer_one_of_each_kind(way: Way, course: Course) -> None:
    for name in KINDS:
        begin(way, course, name)
        do(way, course, name)


WALKS: Mapping[str, tuple[Callable[[Way, Course], None], int]] = {
    "percentages": (guess_the_percentages, len(GUESSES) + 1),
    "meldcode": (put_the_meldcode_in_order, 6 + 1),  # four moves bring the signals up, two the talk with a colleague
    "pile": (pile_up, 3),
    "balance": (weigh_the_other_child, 1 + 9 + 1),
    "glasses": (look_for_trauma, 6 + 2),
    "thoughts": (answer_the_other_thoughts, 1 + len(THOUGHTS) * 3),
    "weighing": (weigh_two_cases, 2 * 5 * 3 + 1),
    "first hours": (go_along_the_first_weeks, 3 + 2 + 3 + 1),
    "cases": (walk_the_other_cases, 2 * 17),  # seventeen choices, and after each what follows from it
    "kinds": (answer_one_of_each_kind, 4 * 2 + (4 + 1) + (3 + 1)),
}
"""What is done, and in how many steps."""


SEEN = {
    "stijlen-percentages": slice(1, None),
    "stapelen": slice(1, None),
    "balansmodel": slice(1, None),
    "traumasignalen-door-brillen": slice(1, None),
    "gedachten": slice(1, -1),
    "wegen": slice(1, None),
    "eerste-uren": slice(1, -1),
}
"""Which states were opened, of those that are remembered; the first is open by itself."""


def seen(course: Course) -> set[str]:
    places = addresses_of(course)
    return {
        f"{places[name].lstrip('/').replace('?stap=', '/')}#{state}"
        for name, some in SEEN.items()
        for state in course.explainers[name].states[some]
    }


def right(course: Course, names: Iterable[str]) -> dict[str, tuple[Response, float]]:
    return {name: (solution(course.tasks[name]), 1.0) for name in names}


def answered(record: Record) -> dict[str, tuple[Response, float]]:
    return {answer.task: (answer.response, answer.score) for answer in record.answers if answer.context != GUESSED}


def guessed(record: Record) -> tuple[Response, ...]:
    return tuple(answer.response for answer in record.answers if answer.context == GUESSED)


def takes_as_many_steps_and_leaves_the_same(new_person: NewPerson, course: Course, hand: Hand) -> None:
    person = new_person(**HANDS[hand])
    person.go("/contacten")
    taken = {}
    for name, (walk, _) in WALKS.items():
        way = Way(person, hand)
        walk(way, course)
        taken[name] = way.steps
    assert taken == {name: steps for name, (_, steps) in WALKS.items()}
    record = person.record
    assert answered(record) == right(course, ASKED)
    assert guessed(record) == GUESSES
    assert [(choice.node, choice.choice) for choice in record.choices] == [
        step for name in CASES for step in advised_path(case_of(course, name)).steps
    ]
    assert {mark for mark in record.steps if "#" in mark} == seen(course)
    assert person.complaints == []


class TestMouse:
    """A class for each, so that they are dealt out to several processes."""

    @pytest.mark.timeout(600)
    def test_it_takes_as_many_steps_and_leaves_the_same(self, new_person: NewPerson, course: Course) -> None:
        takes_as_many_steps_and_leaves_the_same(new_person, course, "mouse")


class TestFinger:
    @pytest.mark.timeout(600)
    def test_it_takes_as_many_steps_and_leaves_the_same(self, new_person: NewPerson, course: Course) -> None:
        takes_as_many_steps_and_leaves_the_same(new_person, course, "finger")


class TestKeys:
    @pytest.mark.timeout(600)
    def test_it_takes_as_many_steps_and_leaves_the_same(self, new_person: NewPerson, course: Course) -> None:
        takes_as_many_steps_and_leaves_the_same(new_person, course, "keys")
