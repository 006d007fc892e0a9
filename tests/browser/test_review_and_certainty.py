"""Herhalen, and what somebody was sure of, with ten fingers on a phone; and how each screen on the way looks."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from school.content import Course
from school.grading import Response, grade, parse, solution
from school.identity import learner_id
from school.learning import REVIEW, Answer, Attempt, attempt_score
from school.runtime import utc_now
from tests.browser.a_life import wrong
from tests.browser.conftest import NewPerson
from tests.browser.hands import Hands
from tests.browser.looking import axe_in_every_view, english, sideways
from tests.browser.person import PHONE, Person

pytestmark = pytest.mark.browser

QUIZ = "hechting"
MISSED = 3
"""How many choice questions were answered wrongly, and surely."""


@pytest.fixture
def person(new_person: NewPerson, course: Course) -> Person:
    """Somebody who was sure of everything two days ago, and wrong three times."""
    person = new_person(viewport=PHONE)
    person.go("/contacten")
    store, learner, then = person.server.store, learner_id(person.token), utc_now() - timedelta(days=2)
    questions = course.quizzes[QUIZ].questions
    attempt = Attempt(f"zeker-{person.token}", QUIZ, 1, questions, 0.7, then)
    store.start_attempt(learner, attempt)
    given = {name: _answer(course, name, attempt, right=name not in missed(course)) for name in questions}
    for answer in given.values():
        assert store.answer(learner, answer)
    assert store.finish_attempt(learner, attempt.id, then + timedelta(minutes=9), attempt_score(attempt, given))
    return person


def missed(course: Course) -> list[str]:
    return [name for name in course.quizzes[QUIZ].questions if course.tasks[name].kind == "choice"][:MISSED]


def _answer(course: Course, name: str, attempt: Attempt, *, right: bool) -> Answer:
    task = course.tasks[name]
    response: Response = parse(task, solution(task) if right else wrong(task))
    at = attempt.started + timedelta(minutes=1)
    return Answer(f"{attempt.id}-{name}", name, task.version, response, grade(task, response).score, at, attempt.id, certainty=3)


def nothing_wrong(person: Person) -> None:
    assert axe_in_every_view(person.page) == []
    assert sideways(person.page) == []
    assert english(person.page) == []
    person.page.set_viewport_size(PHONE)


def test_what_was_missed_comes_back_and_is_answered_by_keyboard_until_today_is_done(person: Person, course: Course):
    page, hands = person.page, Hands(person)
    person.go("/herhalen")
    for place in range(1, MISSED + 1):
        expect(page.get_by_text(f"Herhalen · vraag {place} van {MISSED}")).to_be_visible()
        if place == 1:
            nothing_wrong(person)
        hands.reach(lambda now: now["type"] == "radio", "the first option")
        hands.press("Space")
        hands.reach(lambda now: now["type"] == "radio" and now["name"] == "onzeker", "how sure one is")
        hands.press("Space")
        hands.push("Kijk na")
        expect(page.get_by_text("terug bij Herhalen")).to_be_visible()
        if place == 1:
            nothing_wrong(person)
            page.reload()
            person.settled()
            expect(page.get_by_text("terug bij Herhalen")).to_be_visible()
        hands.push("Volgende vraag" if place < MISSED else "Klaar voor vandaag")
    expect(page.get_by_role("heading", name="Klaar voor vandaag")).to_be_visible()
    nothing_wrong(person)
    given = [answer for answer in person.record.answers if answer.context == REVIEW]
    assert {answer.task for answer in given} == set(missed(course))
    assert {answer.certainty for answer in given} == {1}
    assert person.complaints == []


def test_what_one_was_wrongly_sure_of_has_its_own_screens_and_a_chart_by_keyboard(person: Person):
    page, hands = person.page, Hands(person)
    person.go(f"/toets?quiz={QUIZ}")
    hands.push("Je was zeker, maar het klopt nog niet (3 vragen)")
    expect(page.get_by_text("je was zeker, en toch klopt het niet · 1 van 3")).to_be_visible()
    nothing_wrong(person)
    for _ in range(MISSED - 1):
        hands.push("Volgende")
    hands.push("Naar de uitslag")
    expect(page.get_by_text(re.compile("Zekerheid meegewogen is je gemiddelde"))).to_contain_text("(van −6 tot 3, ")
    person.go("/voortgang")
    chart = page.get_by_role("heading", name="Klopt het als je zeker bent?")
    chart.scroll_into_view_if_needed()
    expect(page.get_by_text("Passend is boven 80%")).to_be_visible()
    nothing_wrong(person)
    assert person.complaints == []
