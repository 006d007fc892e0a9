"""Somebody who is quicker than the line: presses pass the answers to earlier ones, and the page goes on."""

import pytest
from playwright.sync_api import Page, expect

from school.content import Course
from school.lesson import Explainer
from school.tasks import Choice, TrueFalse
from tests.browser.conftest import NewPerson
from tests.browser.person import Person

pytestmark = pytest.mark.browser

SLOW = """() => {
  const Real = window.WebSocket
  window.WebSocket = class extends Real {
    addEventListener(kind, hears, ...more) {
      const slowly = (event) => setTimeout(() => hears(event), 150)
      super.addEventListener(kind, kind === "message" ? slowly : hears, ...more)
    }
  }
}"""
"""A line over which what the server says comes 150 ms later, in the same order."""
QUICKLY = """([one, other]) => new Promise(done => {
  const turn = (path) => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate', { state: {} })) }
  turn(one)
  setTimeout(() => { turn(other); done() }, 60)
})"""
LOST_FOR_GOOD = """() => {
  const Real = window.WebSocket
  window.WebSocket = class extends Real {
    constructor(...given) { super(...given); window.__line = this }
  }
}"""
LOOK_AND_LEAVE = """([wait, path]) => new Promise(done => {
  const leave = () => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate', { state: {} })); done() }
  ;[...document.querySelectorAll('[class*="st-key-oefening-"] button')].find(each => each.innerText.trim() === 'Kijk na').click()
  setTimeout(leave, wait)
})"""
FIRST, SECOND, THIRD = (f"/hechting?stap={step}" for step in ("wat-is-hechting", "prognose", "cirkel-van-veiligheid"))
TITLE = "Wat is hechting?"


def arrives_with(new_person: NewPerson, script: str) -> Person:
    person = new_person(lent=False)
    person.context.add_init_script(f"({script})()")
    return person


def title_of(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_two_steps_ahead_and_at_once_back_again_over_a_slow_line(new_person: NewPerson) -> None:
    person = arrives_with(new_person, SLOW)
    person.go(FIRST)
    title_of(person.page)
    for _ in range(3):
        person.turn_to(FIRST)
        person.turn_to(SECOND)
        person.page.evaluate(QUICKLY, [THIRD, FIRST])
        person.settled()
        title_of(person.page)
    assert person.complaints == []


def test_a_page_that_gave_up_for_good_opens_anew_by_itself_and_only_once(new_person: NewPerson) -> None:
    person = arrives_with(new_person, LOST_FOR_GOOD)
    person.go(FIRST)
    with person.page.expect_navigation():
        person.page.evaluate("window.__line.dispatchEvent(new MessageEvent('message', { data: 'no message of Streamlit' }))")
    person.settled()
    title_of(person.page)

    person.page.evaluate("window.__line.dispatchEvent(new MessageEvent('message', { data: 'again' }))")
    expect(person.page.locator("#verbinding")).to_have_text("Deze pagina is gestopt. Laad de pagina opnieuw; wat opgeslagen is, blijft")


def test_who_has_an_answer_looked_at_and_leaves_at_once_has_answered(new_person: NewPerson, course: Course) -> None:
    person = new_person()
    person.go("/contacten")
    answered = []
    for step in course.steps():
        kinds = {name: course.tasks[name] for name in step.tasks}
        name = next((name for name, task in kinds.items() if isinstance(task, (Choice, TrueFalse))), None)
        if name is None or any(isinstance(block, Explainer) for block in step.blocks):
            continue
        person.turn_to(f"/{step.module}?stap={step.id}")
        person.page.locator(f".st-key-oefening-{name}").get_by_role("radiogroup").locator("label").first.click()
        person.page.evaluate(LOOK_AND_LEAVE, [1 + 2 * (len(answered) % 5), "/contacten"])
        person.settled()
        answered.append(name)
        assert [answer.task for answer in person.record.answers] == answered
    assert len(answered) > 8
