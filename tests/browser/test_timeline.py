"""The still face, the first hours and the weighing in a real browser: every way of doing it gives the same, and stays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from school.content import Course
from school.learning import Record, shuffled
from school.tasks import Match, Order
from tests.browser.acting import Acting, Keys, Pointer
from tests.browser.conftest import NewPerson
from tests.browser.looking import axe_in_every_view, sideways
from tests.browser.person import PHONE, Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser

STILL_FACE, FIRST_HOURS, WEIGHING = "/hechting?stap=still-face", "/take-home?stap=eerste-uren-en-weken", "/trauma?stap=wegen"
WAYS: dict[str, tuple[Callable[[Person], Acting], dict[str, object]]] = {
    "mouse": (lambda person: Pointer(person, finger=False), {}),
    "finger": (lambda person: Pointer(person, finger=True), {"has_touch": True, "viewport": PHONE}),
    "keyboard": (Keys, {}),
}
MOVES, THINGS = 6, 8
"""Presses of 'up' that bring the five things the baby does in order, and the things to sort."""
STEPS = {"still face": 2 + 2 + MOVES + 1 + 2 + 1, "first hours": 1 + THINGS + 1, "weighing": 1 + 2 + 1 + 2}


def box(way: Acting, exercise: str) -> Locator:
    return way.person.page.locator(f".st-key-oefening-{exercise}")


def button(way: Acting, name: str) -> Locator:
    return way.person.page.get_by_role("button", name=name)


def check(way: Acting, exercise: str) -> None:
    way.press(box(way, exercise).get_by_role("button", name="Kijk na"))


def predict_and_put_in_order(way: Acting, course: Course) -> None:
    way.person.go(STILL_FACE)
    way.choose(box(way, "voorspel-still-face"), 0)
    way.press(button(way, "Dit denk ik"))
    way.press(button(way, "Fase 2: Stil gezicht"))
    expect(way.person.page.get_by_text("Toch merkt een baby een stil gezicht heel snel.")).to_be_visible()
    way.press(button(way, "Fase 3: Hereniging"))
    order(way, course)
    check(way, "wat-doet-de-baby")
    way.choose(box(way, "het-weer-goedmaken"), 2)
    check(way, "het-weer-goedmaken")
    way.press(button(way, "Spel zoals altijd"))


def order(way: Acting, course: Course) -> None:
    """Brings each thing up to its place."""
    task = course.tasks["wat-doet-de-baby"]
    assert isinstance(task, Order)
    now = shuffled(task.items, "wat-doet-de-baby")
    for place, item in enumerate(task.items):
        for _ in range(now.index(item) - place):
            way.press(box(way, "wat-doet-de-baby").locator(f"li[data-id={item}] [data-go=up]"))
        now.insert(place, now.pop(now.index(item)))


def sort(way: Acting, placed: dict[str, str]) -> None:
    way.person.go(FIRST_HOURS)
    way.press(button(way, "Alles op een rij"))
    for thing, laid in placed.items():
        way.press(box(way, "doen-niet-doen-nog-niet").locator(f"li[data-thing={thing}] [data-box={laid}]"))
    check(way, "doen-niet-doen-nog-niet")


def weigh(way: Acting) -> None:
    way.person.go(WEIGHING)
    way.press(button(way, "Milan, 2 jaar").first)
    way.choose(box(way, "milan-weegt-vermoeden"), 2)
    check(way, "milan-weegt-vermoeden")
    way.press(button(way, "Volgende vraag: onveiligheid"))
    way.choose(box(way, "milan-weegt-onveiligheid"), 1)
    check(way, "milan-weegt-onveiligheid")


def nearly(course: Course) -> dict[str, str]:
    """Everything where it belongs, but for one thing."""
    task = course.tasks["doen-niet-doen-nog-niet"]
    assert isinstance(task, Match)
    return {**task.pairs, "zwijgen": "doen"}


def stored(record: Record) -> tuple[dict[str, tuple[object, float]], set[str]]:
    """What was answered with which score, and which states were seen."""
    return {answer.task: (answer.response, answer.score) for answer in record.answers}, {step for step in record.steps if "#" in step}


def expected(course: Course) -> tuple[dict[str, tuple[object, float]], set[str]]:
    order = course.tasks["wat-doet-de-baby"]
    assert isinstance(order, Order)
    answers = {
        "voorspel-still-face": ("speelt-door", 0.0),
        "wat-doet-de-baby": (list(order.items), 1.0),
        "het-weer-goedmaken": ("goedmaken", 1.0),
        "doen-niet-doen-nog-niet": (nearly(course), 7 / 8),
        "milan-weegt-vermoeden": ("ja", 1.0),
        "milan-weegt-onveiligheid": ("geen-letsel", 0.0),
    }
    seen = {f"hechting/still-face#{stage}" for stage in ("spel", "stil-gezicht", "hereniging")}
    return answers, {
        *seen,
        "take-home/eerste-uren-en-weken#alles-op-een-rij",
        "trauma/wegen#milan-vermoeden",
        "trauma/wegen#milan-onveiligheid",
    }


@pytest.mark.parametrize("name", WAYS)
def test_every_way_takes_as_many_steps_and_stores_the_same(new_person: NewPerson, course: Course, name: str):
    made, options = WAYS[name]
    person = new_person(**options)
    way = made(person)
    taken = {}
    for what, do in {
        "still face": lambda: predict_and_put_in_order(way, course),
        "first hours": lambda: sort(way, nearly(course)),
        "weighing": lambda: weigh(way),
    }.items():
        way.steps = 0
        do()
        taken[what] = way.steps
    assert taken == STEPS
    assert stored(person.record) == expected(course)
    assert person.complaints == []


def test_who_goes_on_stands_at_the_line_again(new_person: NewPerson):
    person = new_person(viewport=PHONE)
    person.go(STILL_FACE)
    person.doing(person.page.get_by_role("button", name="Fase 2: Stil gezicht").click)
    stop = person.page.get_by_role("button", name="Stil gezicht ongeveer twee minuten")
    expect(stop).to_be_focused()
    expect(stop).to_be_in_viewport()
    expect(stop).to_have_attribute("aria-current", "step")
    assert person.page.url.endswith("plek=stil-gezicht")


def test_a_reload_another_device_and_a_power_cut_leave_everything_as_it_was(new_person: NewPerson, fragile: Server, course: Course):
    person = new_person(at=fragile)
    sort(Pointer(person, finger=False), nearly(course))
    person.go(f"{STILL_FACE}&plek=hereniging")
    person.doing(person.page.get_by_role("button", name="Stil gezicht").click)

    fragile.kill9()
    fragile.start_again()
    person.page.reload()
    person.settled()
    expect(person.page.get_by_role("button", name="Stil gezicht ongeveer twee minuten")).to_have_attribute("aria-current", "step")

    other = new_person(at=fragile, viewport=PHONE)
    other.is_known_as(person.token)
    other.go(f"{FIRST_HOURS}&plek=alles-op-een-rij")
    for thing, laid in nearly(course).items():
        expect(other.page.locator(f"li[data-thing={thing}] [aria-pressed=true]")).to_have_attribute("data-box", laid)
    expect(other.page.locator("li[data-thing=zwijgen] .remark")).to_contain_text("zwijgen laat het alleen met zijn eigen uitleg")
    other.go(STILL_FACE)
    expect(other.page.locator("li.seen .stop")).to_have_count(2)


def test_the_first_hours_can_be_used_by_everybody_when_they_were_sorted(new_person: NewPerson, course: Course):
    person = new_person()
    person.go(f"{FIRST_HOURS}&plek=alles-op-een-rij")
    sort(Pointer(person, finger=False), nearly(course))
    assert axe_in_every_view(person.page) == []
    assert sideways(person.page) == []
