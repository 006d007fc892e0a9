"""Every kind of page and every kind of block, in light and dark, on a laptop and on a phone."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from school.content import Course
from tests.browser.a_life import Life
from tests.browser.looking import axe_in_every_view, english, show, sideways
from tests.browser.person import LAPTOP, Person
from tests.browser.server import Server

pytestmark = pytest.mark.browser

KNOWN, UNKNOWN = "bekend-" + "a" * 15, "nieuwe-" + "b" * 15
"""The cookie of somebody who did everything once, and of somebody who comes for the first time."""
INK = {"light": "rgb(13, 23, 22)", "dark": "rgb(237, 230, 218)"}
"""The colour of a name in a chart."""
EMPTY = ("/", "/toets", "/toets?quiz=hechting", "/voortgang", "/zoeken")
FULL = (
    "/",
    "/toets",
    "/toets?quiz=hechting",
    "/toets?quiz=startmeting",
    "/toets?quiz=eindtoets",
    "/toets?quiz=behandeling-en-handelen&vraag=overzicht",
    "/begrippen?begrip=emdr",
    "/zoeken?q=troost",
    "/zoeken?q=xyzzy",
    "/over",
    "/hechting?stap=bestaat-niet",
    "/toets?quiz=bestaat-niet",
    "/presenteren",
    "/voorbereiden",
    "/team",
    # blocks in a lesson, with exercises answered: a story, a film, a broken film, a table, lists of contacts, links to quizzes
    "/ervaringsverhaal?stap=verhaal-ouder",
    "/ervaringsverhaal?stap=eerste-minuten",
    "/hechting?stap=stijlen-tabel",
    "/trauma?stap=popp",
    "/contacten?stap=hulplijnen",
    "/contacten?stap=sessie-2018",
    "/contacten?stap=tot-ziens",
)
PLAIN = ("/onzin", "/wissen", "/verder/dezelinkwerktnietmeer00", "/afdruk/hechting", "/afdruk/trauma")


@pytest.fixture(scope="module")
def known(browser: Browser, server: Server, course: Course) -> Iterator[Person]:
    """Somebody who did everything once."""
    Life(server.store, course, KNOWN).everything()
    person = Person.arrives(browser, server)
    person.watch()
    person.is_known_as(KNOWN)
    person.go("/contacten")
    yield person
    person.context.close()


@pytest.fixture(scope="module")
def unknown(browser: Browser, server: Server) -> Iterator[Person]:
    person = Person.arrives(browser, server)
    person.watch()
    person.is_known_as(UNKNOWN)
    person.go("/contacten")
    yield person
    person.context.close()


def nothing_wrong(page: Page) -> None:
    """Every promise about looks, for the page as it stands; a page without a heading is no page."""
    expect(page.locator("main").get_by_role("heading").first).to_be_visible()
    assert axe_in_every_view(page) == []
    assert sideways(page) == []
    assert english(page) == []


def nothing_wrong_at(person: Person, path: str) -> None:
    person.complaints.clear()
    if urlsplit(person.page.url)[2:4] != urlsplit(path)[2:4]:
        person.turn_to(path)
    nothing_wrong(person.page)
    assert person.complaints == []
    assert person.asked.outside == []


@pytest.mark.parametrize("path", EMPTY)
def test_nothing_is_wrong_on_a_page_of_somebody_new(unknown: Person, path: str):
    nothing_wrong_at(unknown, path)


@pytest.mark.parametrize("path", FULL)
def test_nothing_is_wrong_on_a_page_of_somebody_who_did_everything(known: Person, path: str):
    nothing_wrong_at(known, path)


def test_nothing_is_wrong_with_progress_in_charts_and_everything_unfolded(known: Person):
    known.turn_to("/voortgang")
    expect(known.page.locator(".js-plotly-plot").nth(2)).to_be_visible()
    for name in ("Ga verder op een ander apparaat", "Bewaar mijn gegevens", "Wis alles"):
        known.page.locator("summary", has_text=name).click()
        known.settled()
    known.doing(known.page.get_by_role("button", name="Maak een link").click)
    nothing_wrong(known.page)
    assert known.complaints == []


def test_a_chart_takes_the_colours_of_another_theme_by_itself(known: Person):
    show(known.page, "light", LAPTOP)
    known.turn_to("/voortgang")
    words = known.page.locator(".js-plotly-plot .annotation-text, .js-plotly-plot .xtick text").first
    inks = []
    for theme in ("light", "dark"):
        known.page.emulate_media(color_scheme=theme)
        expect(words).to_have_css("fill", INK[theme])
        inks.append(words.evaluate("at => getComputedStyle(at).fill"))
    assert len({*inks}) == 2


def kinds(course: Course, names: tuple[str, ...]) -> dict[str, int]:
    """The first place of each kind of question."""
    places: dict[str, int] = {}
    for place, name in enumerate(names, 1):
        places.setdefault(course.tasks[name].kind, place)
    return places


def test_nothing_is_wrong_with_a_question_of_each_kind_while_it_is_asked(unknown: Person, course: Course):
    Life(unknown.server.store, course, UNKNOWN).quiz("hechting", finish=False)
    Life(unknown.server.store, course, UNKNOWN).quiz("trauma", finish=False)
    places = {kind: ("hechting", place) for kind, place in kinds(course, course.quizzes["hechting"].questions).items()}
    places |= {kind: ("trauma", place) for kind, place in kinds(course, course.quizzes["trauma"].questions).items()}
    assert {*places} == {"choice", "multiple", "true-false", "number", "order", "match", "words"}
    for quiz, place in places.values():
        nothing_wrong_at(unknown, f"/toets?quiz={quiz}&vraag={place}")


def test_nothing_is_wrong_with_a_question_of_each_kind_when_it_is_looked_over(known: Person, course: Course):
    attempt = known.record.attempts[-1]
    assert attempt.quiz == "eindtoets"
    for place in kinds(course, attempt.questions).values():
        nothing_wrong_at(known, f"/toets?quiz=eindtoets&nakijken={place}")


STEPS: dict[str, Callable[[Page], object]] = {
    "hechting/still-face&plek=stil-gezicht": lambda page: page.locator("summary", has_text="De film in woorden").click(),
    "hechting/wat-is-hechting": lambda page: page.locator("summary", has_text="Woorden in deze stap").click(),
    "hechting/cirkel-van-veiligheid": lambda page: page.locator("summary", has_text="Alle stappen").click(),
    "hechting/cirkel-rondlopen": lambda page: page.locator("summary", has_text="Meld een fout").first.click(),
    "hechting/prognose": lambda page: page.get_by_role("textbox").fill("Iets voor mezelf."),
    "vragen/jouw-vragen": lambda page: page.get_by_role("textbox").first.fill("Een eigen vraag."),
}


@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_wrong_with_what_unfolds_in_a_step(known: Person, step: str):
    module, _, name = step.partition("/")
    known.turn_to(f"/{module}?stap={name}")
    STEPS[step](known.page)
    known.settled()
    nothing_wrong(known.page)


def test_nothing_is_wrong_while_somebody_takes_a_rest(unknown: Person):
    unknown.turn_to("/hechting?stap=still-face&plek=stil-gezicht")
    unknown.doing(unknown.page.get_by_role("button", name="Even pauze").click)
    nothing_wrong(unknown.page)
    unknown.doing(unknown.page.get_by_role("button", name="Ik ga verder").click)


@pytest.mark.parametrize("path", PLAIN)
def test_nothing_is_wrong_with_a_plain_page(known: Person, path: str):
    known.page.goto(path)
    expect(known.page.get_by_role("heading", level=1)).to_be_visible()
    assert axe_in_every_view(known.page, streamlit=False) == []
    assert sideways(known.page) == []
    assert known.page.locator("html").get_attribute("lang") == "nl"
    assert known.asked.outside == []
