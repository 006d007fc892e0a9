"""A whole module with ten fingers and no mouse, on the screen of a phone."""

import pytest
from playwright.sync_api import expect

from school.content import Course, Step
from school.learning import done_steps
from school.lesson import Explainer
from school.tasks import Reflect
from tests.browser.conftest import NewPerson
from tests.browser.explaining import by_keyboard
from tests.browser.hands import Hands
from tests.browser.person import PHONE, Person

pytestmark = pytest.mark.browser

HEADING = """() => {
  const heading = document.querySelector("h1"), box = heading.getBoundingClientRect()
  return { text: heading.innerText, focused: heading === document.activeElement, inView: box.top >= 0 && box.bottom <= innerHeight }
}"""


EXERCISES = """() => [...document.querySelectorAll("[class*='st-key-oefening-']")].map(
  (frame) => [...frame.classList].find((name) => name.startsWith("st-key-oefening-")).replace("st-key-oefening-", ""))"""


def stands_at(person: Person, step: Step) -> None:
    """The reader is at the top of this step: its heading in view and focused, its address in the bar."""
    expect(person.page.get_by_role("heading", level=1)).to_have_text(step.title)
    expect(person.page.get_by_role("heading", level=1)).to_be_focused()
    assert person.page.evaluate(HEADING) == {"text": step.title, "focused": True, "inView": True}
    assert person.page.url == f"{person.server.address}/{step.module}?stap={step.id}"
    # Only the step was redrawn: nothing of the one before may be left in it.
    assert set(person.page.evaluate(EXERCISES)) <= {*step.tasks, *(block.id for block in step.blocks if isinstance(block, Explainer))}


def test_hechting_is_completed_by_keyboard_alone_on_a_phone(new_person: NewPerson, course: Course):
    person = new_person(viewport=PHONE)
    hands = Hands(person)
    module = course.module("hechting")
    assert module is not None
    person.go(f"/hechting?stap={module.steps[0].id}")

    for place, step in enumerate(module.steps):
        if place:
            stands_at(person, step)
        done = by_keyboard(hands, course, step)
        for name in (task for task in step.tasks if task not in done):
            hands.answer(course, name)
            said = "Gedaan" if isinstance(course.tasks[name], Reflect) else "Dit klopt"
            expect(person.page.locator(f".st-key-oefening-{name}")).to_contain_text(said)
        hands.push("Volgende: ")

    expect(person.page).to_have_url(f"{person.server.address}/trauma?stap={course.modules[3].steps[0].id}")
    assert {step.address for step in module.steps} <= done_steps(course, person.record)
    assert "klaar" in person.page.locator(".school-menu a", has_text="Hechting").inner_text()
    assert person.complaints == []


def test_a_reload_stays_at_the_step_and_back_goes_one_step_back(new_person: NewPerson, course: Course):
    person = new_person(viewport=PHONE)
    first, second, third = course.modules[2].steps[:3]
    person.go(f"/hechting?stap={first.id}")
    for step in (second, third):
        person.doing(lambda step=step: person.page.get_by_role("button", name=f"Volgende: {step.title}").click())
        stands_at(person, step)

    person.page.reload()
    person.settled()
    expect(person.page.get_by_role("heading", level=1)).to_have_text(third.title)

    person.page.go_back()
    expect(person.page.get_by_role("heading", level=1)).to_have_text(second.title)
    assert person.page.url.endswith(f"/hechting?stap={second.id}")


def test_focus_never_goes_where_nobody_sees_it(new_person: NewPerson):
    person = new_person(viewport=PHONE)
    hands = Hands(person)
    person.go("/hechting?stap=wat-is-hechting")

    unseen = []
    for _ in range(40):
        hands.press("Tab")
        now = hands.focus()
        if now["tag"] not in ("body", "html") and not now["inView"]:
            unseen.append(now["name"])

    assert unseen == []


def test_what_is_folded_opens_and_closes_by_keyboard_also_without_a_connection(new_person: NewPerson):
    person = new_person(viewport=PHONE)
    hands = Hands(person)
    person.go("/hechting?stap=wat-is-hechting")
    fold = person.page.locator("details", has_text="Woorden in deze stap")
    words = fold.locator("p, li").last
    person.context.set_offline(True)

    expect(words).to_be_hidden()
    hands.reach(lambda now: now["tag"] == "summary" and "Woorden" in now["name"], "the fold with words")
    hands.press("Enter")
    expect(words).to_be_visible()
    hands.press("Space")
    expect(words).to_be_hidden()
