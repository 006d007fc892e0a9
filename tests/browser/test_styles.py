"""The table in loose cards and the percentages to guess, in a real browser: every way of doing it gives the same."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from school.learning import Record
from tests.browser.conftest import NewPerson
from tests.browser.explaining import guess
from tests.browser.hands import Hands
from tests.browser.laying import NEARLY, RIGHT, STEP, Drag, Keys, Laying, Lists, Pointer, Table, lay_all, place, table_on
from tests.browser.looking import axe_in_every_view, sideways
from tests.browser.person import PHONE, Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser

CARDS_STEPS, LIST_STEPS = 17, 9
"""A card and a place for each of eight, and Kijk na; or one choice for each of eight, and Kijk na."""
WAYS: dict[str, tuple[Callable[[Person], Laying], dict[str, object], str, int]] = {
    "mouse": (lambda person: Pointer(person, finger=False), {}, STEP, CARDS_STEPS),
    "finger": (lambda person: Pointer(person, finger=True), {"has_touch": True, "viewport": PHONE}, STEP, CARDS_STEPS),
    "keyboard": (Keys, {}, STEP, CARDS_STEPS),
    "list": (Lists, {}, f"{STEP}&plek=lijst", LIST_STEPS),
    "drag": (Drag, {"viewport": {"width": 1280, "height": 2000}}, STEP, LIST_STEPS),
}
FIGURES = "/hechting?stap=stijlen-cijfers"
GUESSES = (25, 40, 15, 20)


def answered(record: Record) -> dict[str, tuple[object, float]]:
    return {answer.task: (answer.response, answer.score) for answer in record.answers}


def expected(table: Table) -> dict[str, tuple[object, float]]:
    return {name: (dict(rows), sum(card == RIGHT[name][row] for row, card in rows.items()) / 4) for name, rows in table.items()}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_laying_the_cards_takes_as_many_steps_and_gives_the_same_score(new_person: NewPerson, way: str):
    made, options, address, steps = WAYS[way]
    person = new_person(**options)
    person.go(address)
    laying = made(person)
    lay_all(laying, NEARLY)
    expect(person.page.get_by_text("7 van de 8 vakken passen.").first).to_be_visible()
    expect(person.page.locator(".feedback.look")).to_contain_text("Gedesorganiseerd is een patroon in een relatie.")
    assert answered(person.record) == expected(NEARLY)
    assert laying.steps == steps
    assert person.complaints == []


def test_cards_that_lie_can_be_taken_up_swapped_put_back_and_left_where_they_were(new_person: NewPerson):
    person = new_person()
    person.go(STEP)
    page, mouse = person.page, Pointer(person, finger=False)
    first, second = place("ouder-en-kind", "weinig-er"), place("ouder-en-kind", "reageert")
    mouse.lay("ouder-en-kind", "weinig-er", "klampt")
    mouse.lay("ouder-en-kind", "reageert", "alleen")
    page.locator(first).click()
    person.doing(page.locator(second).click)
    expect(page.locator(first)).to_contain_text("Vermijdt contact")
    expect(page.locator(second)).to_contain_text("Klampt zich vast")
    page.locator(second).click()
    page.keyboard.press("Escape")
    expect(page.locator(second)).to_contain_text("Klampt zich vast")
    page.locator(second).click()
    person.doing(page.get_by_role("button", name="Terug op de stapel").click)
    expect(page.locator(second)).to_contain_text("Nog leeg")
    expect(page.locator('.card[data-card="klampt"]')).to_be_focused()


def test_half_a_table_survives_a_reload(new_person: NewPerson):
    person = new_person()
    person.go(STEP)
    mouse = Pointer(person, finger=False)
    for column, row in (("ouder-en-kind", "weinig-er"), ("ouder-en-kind", "wisselt"), ("ouder-en-stijl", "reageert")):
        person.page.locator(".set", has_text="Kind" if column == "ouder-en-kind" else "stijl").click()
        mouse.lay(column, row, RIGHT[column][row])
    lying = table_on(person.page)
    assert sum(words != "Nog leeg" for rows in lying.values() for words in rows.values()) == 3
    person.page.reload()
    person.settled()
    assert table_on(person.page) == lying
    assert person.record.answers == ()


def test_a_whole_table_survives_a_power_cut_and_is_there_in_another_browser(new_person: NewPerson, fragile: Server):
    person = new_person(at=fragile)
    person.go(STEP)
    lay_all(Pointer(person, finger=False), RIGHT)
    person.go("/hechting?stap=cirkel-rondlopen&plek=terug")
    person.doing(person.page.get_by_role("button", name="Volgende plek: weer welkom").click)
    fragile.kill9()
    fragile.start_again()
    other = new_person(at=fragile)
    other.is_known_as(person.token)
    other.go(STEP)
    expect(other.page.locator(".feedback.fits")).to_have_count(4)
    assert answered(other.record) == expected(RIGHT)
    other.go("/hechting?stap=cirkel-rondlopen")
    expect(other.page.locator('.spot[data-id="weer-welkom"]')).to_have_class("spot right seen")


def test_axe_finds_nothing_while_cards_are_laid_and_looked_at_and_nothing_is_wider_than_a_phone(new_person: NewPerson):
    person = new_person()
    person.go(STEP)
    page = person.page
    page.locator(".card").first.click()
    assert axe_in_every_view(page) == []
    assert sideways(page) == []
    page.keyboard.press("Escape")
    lay_all(Pointer(person, finger=False), NEARLY)
    assert axe_in_every_view(page) == []
    assert sideways(page) == []
    person.doing(page.get_by_role("button", name="Liever kiezen uit een lijst").click)
    assert page.url.endswith(f"{STEP}&plek=lijst")
    assert axe_in_every_view(page) == []
    assert sideways(page) == []


def guess_by_hand(person: Person, press: Callable[[str], None]) -> None:
    fields = person.page.get_by_role("spinbutton")
    for place_, value in enumerate(GUESSES):
        fields.nth(place_).fill(str(value))
    press("Laat de cijfers zien")


@pytest.mark.parametrize("way", ["mouse", "finger", "keyboard"])
def test_the_chart_is_loaded_only_after_somebody_asked_and_the_guesses_are_kept(new_person: NewPerson, way: str):
    person = new_person(lent=False, watched=True, **({"has_touch": True, "viewport": PHONE} if way == "finger" else {}))
    asked: list[str] = []
    person.page.on("request", lambda request: asked.append(request.url))
    person.go(FIGURES)
    assert not [url for url in asked if "plotly" in url.lower()]
    button = person.page.get_by_role("button", name="Laat de cijfers zien")
    if way == "keyboard":
        guess(Hands(person), list(GUESSES))
    else:
        guess_by_hand(person, lambda _: person.doing(button.tap if way == "finger" else button.click))
    expect(person.page.locator(".js-plotly-plot")).to_be_visible()
    assert [url for url in asked if "plotly" in url.lower()]
    assert [answer.response for answer in person.record.answers] == list(GUESSES)
    if way == "mouse":
        assert axe_in_every_view(person.page) == []
        assert sideways(person.page) == []
    person.page.reload()
    person.settled()
    expect(person.page.get_by_text("Veilig kwam vaker voor dan je dacht, 62%.")).to_be_visible()
    assert person.asked.outside == []
