"""Going on where one was: after a reload, after the server was killed, and with two tabs open."""

import pytest
from playwright.sync_api import expect

from school.content import Course
from school.grading import solution
from tests.browser.answering import give, given
from tests.browser.conftest import NewPerson
from tests.browser.person import Person, doing, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser

QUIZ = "hechting"


def die_and_come_back(server: Server) -> None:
    server.kill9()
    server.start_again()


def begin(person: Person) -> None:
    person.go(f"/toets?quiz={QUIZ}")
    person.doing(lambda: person.page.get_by_role("button", name="Begin", exact=True).click())


def answer(person: Person, course: Course, name: str) -> None:
    """Answers the question on the screen rightly; it is stored without a button."""
    task = course.tasks[name]
    person.doing(lambda: give(person.page.locator("main"), task, solution(task)))
    expect(person.page.get_by_text("Opgeslagen")).to_be_visible()


def on(person: Person, place: int) -> None:
    person.doing(lambda: person.page.get_by_role("button", name=f"Vraag {place}").click())


def shows_every_answer(person: Person, course: Course, questions: tuple[str, ...]) -> None:
    person.go("/toets")
    for place, name in enumerate(questions, 1):
        person.turn_to(f"/toets?quiz={QUIZ}&vraag={place}")
        assert given(person.page.locator("main"), course.tasks[name]) == solution(course.tasks[name]), name


def test_a_quiz_goes_on_after_a_reload_and_after_kill_9_with_every_answer_there(new_person: NewPerson, fragile: Server, course: Course):
    person = new_person(at=fragile)
    questions = course.quizzes[QUIZ].questions
    begin(person)
    for place, name in enumerate(questions[:5], 1):
        answer(person, course, name)
        on(person, place + 1)

    person.page.reload()
    person.settled()
    expect(person.page.get_by_text("vraag 6 van 16")).to_be_visible()
    answer(person, course, questions[5])

    person.doing(lambda: die_and_come_back(fragile))  # without a reload: the page finds its server again
    assert given(person.page.locator("main"), course.tasks[questions[5]]) == solution(course.tasks[questions[5]])
    on(person, 7)
    answer(person, course, questions[6])

    shows_every_answer(person, course, questions[:7])
    attempt = person.record.attempts[0]
    assert person.record.answers_in(attempt).keys() == set(questions[:7])
    assert all(given.score == 1 for given in person.record.answers_in(attempt).values())


def test_what_the_server_acknowledged_is_there_after_kill_9_at_once(new_person: NewPerson, fragile: Server, course: Course):
    person = new_person(at=fragile)
    name = "lina-luistert-goed"
    person.go("/hechting?stap=wat-is-hechting")
    box = person.page.locator(f".st-key-oefening-{name}")
    give(box, course.tasks[name], "waar")
    box.get_by_role("button", name="Kijk na").click()
    expect(box.get_by_text("Opgeslagen")).to_be_visible()

    die_and_come_back(fragile)
    person.page.reload()
    person.settled()

    assert given(box, course.tasks[name]) == "waar"
    expect(box).to_contain_text("Kijk nog eens")
    expect(box.get_by_role("button", name="Kijk opnieuw na")).to_be_visible()


def test_a_page_that_was_open_when_its_server_died_takes_answers_again(new_person: NewPerson, fragile: Server, course: Course):
    """The new server knows nothing of the page; what is pressed must not fall into a hole."""
    person = new_person(at=fragile)
    exercise = course.tasks["lina-luistert-goed"]
    person.go("/hechting?stap=wat-is-hechting")
    person.doing(lambda: die_and_come_back(fragile))
    box = person.page.locator(".st-key-oefening-lina-luistert-goed")
    give(box, exercise, solution(exercise))
    person.doing(box.get_by_role("button", name="Kijk na").click)
    expect(box).to_contain_text("Opgeslagen")
    assert [answer.score for answer in person.record.answers] == [1]

    begin(person)
    first = course.tasks[course.quizzes[QUIZ].questions[0]]
    person.doing(lambda: die_and_come_back(fragile))
    answer(person, course, course.quizzes[QUIZ].questions[0])
    assert person.record.answers[-1].response == solution(first)


def test_two_tabs_of_one_person_keep_the_answers_of_both(person: Person, course: Course):
    steps = {"lina-luistert-goed": "wat-is-hechting", "hard-huilen": "still-face-betekenis"}
    tabs = {name: person.page if place == 0 else person.context.new_page() for place, name in enumerate(steps)}
    for name, tab in tabs.items():
        tab.goto(f"/hechting?stap={steps[name]}")
        settled(tab)
    for name, tab in tabs.items():
        box = tab.locator(f".st-key-oefening-{name}")
        give(box, course.tasks[name], solution(course.tasks[name]))
        doing(tab, box.get_by_role("button", name="Kijk na").click)
        expect(box).to_contain_text("Dit klopt")

    assert {answer.task for answer in person.record.answers} == set(steps)
    for name, tab in tabs.items():
        tab.reload()
        settled(tab)
        expect(tab.locator(f".st-key-oefening-{name}")).to_contain_text("Dit klopt")


def test_a_quiz_begun_in_one_tab_is_known_in_the_other(person: Person, course: Course):
    first = course.quizzes[QUIZ].questions[0]
    person.go(f"/toets?quiz={QUIZ}")
    other = person.context.new_page()
    other.goto(f"/toets?quiz={QUIZ}")
    settled(other)

    person.doing(lambda: person.page.get_by_role("button", name="Begin", exact=True).click())
    answer(person, course, first)
    doing(other, other.get_by_role("button", name="Begin", exact=True).click)

    expect(other.get_by_text("vraag 1 van 16").or_(other.get_by_text("vraag 2 van 16"))).to_be_visible()
    assert len(person.record.attempts) == 1
    other.goto(f"/toets?quiz={QUIZ}&vraag=1")
    settled(other)
    assert given(other.locator("main"), course.tasks[first]) == solution(course.tasks[first])
