"""No third party hears of anybody who did not ask for it; and what comes when it cannot be reached."""

import pytest
from playwright.sync_api import expect

from school.content import Course
from school.explainers.timeline import Timeline
from school.lesson import Explainer, Medium
from tests.browser.conftest import NewPerson
from tests.browser.person import Person

pytestmark = pytest.mark.browser

PAGES = ("/", "/toets", "/voortgang", "/begrippen", "/zoeken?q=film", "/over", "/presenteren", "/team")
PLAIN = ("/onzin", "/wissen", "/afdruk/hechting")
STILL_FACE = "/hechting?stap=still-face&plek=stil-gezicht"
GREY_BOX = "iframe[src*='streamlit_player']"


def film_steps(course: Course) -> list[tuple[str, str]]:
    """Address of each film that can be played, also inside an explainer, and the film."""
    found = []
    for step in course.steps():
        for block in step.blocks:
            if isinstance(block, Medium):
                found.append((f"/{step.module}?stap={step.id}", block.id))
            elif isinstance(block, Explainer) and isinstance(line := course.explainers[block.id], Timeline):
                stages = [(name, stage.film) for name, stage in line.stages.items() if stage.film]
                found += [(f"/{step.module}?stap={step.id}&plek={name}", film) for name, film in stages]
    return [(path, film) for path, film in found if film in course.films and not course.films[film].broken]


def test_no_request_leaves_the_server_before_somebody_asks_for_a_film(new_person: NewPerson, course: Course):
    person = new_person(lent=False, watched=True)
    films = film_steps(course)
    assert len(films) >= 3
    for path in PLAIN:
        person.page.goto(path)
    person.go("/contacten")
    for path in PAGES:
        person.turn_to(path)
    for path, film in films:
        person.turn_to(path)
        expect(person.page.locator(f".st-key-film-{film}").get_by_role("button", name="Laad video van YouTube")).to_be_visible()
        expect(person.page.locator(f".st-key-film-{film}")).to_contain_text("Pas als je drukt")

    assert person.asked.outside == []


def test_after_consent_youtube_is_asked_and_when_it_is_away_there_are_words_and_a_link(new_person: NewPerson, course: Course):
    person = new_person(watched=True)
    film = course.films["still-face-film"]
    person.go(STILL_FACE)

    person.page.get_by_role("button", name="Laad video van YouTube").click()
    expect(person.page.get_by_role("heading", name="De film laadt niet")).to_be_visible(timeout=40_000)

    hosts = {address.split("/")[2] for address in person.asked.outside}
    assert hosts
    assert hosts <= {"www.youtube.com", "www.youtube-nocookie.com"}
    expect(person.page.locator(GREY_BOX)).to_have_count(0)
    expect(person.page.get_by_role("heading", name="De film in woorden")).to_be_visible()
    words = film.text.split("\n")[0].replace("*", "").split(". ")[0]
    expect(person.page.locator("main")).to_contain_text(words)
    expect(person.page.locator("main").locator(f"a[href='{film.page}']").first).to_be_visible()

    with person.context.expect_event("request", lambda request: "youtube" in request.url):
        person.page.get_by_role("button", name="Probeer het opnieuw").click()


def test_a_network_that_swallows_the_film_leaves_no_grey_box_either(person: Person):
    """A wall that answers nothing gives no error; then the player is taken away after a while."""
    person.context.route("**/*youtube*/**", lambda route: None)
    person.go(STILL_FACE)
    person.page.get_by_role("button", name="Laad video van YouTube").click()
    expect(person.page.locator(GREY_BOX)).to_be_attached()

    expect(person.page.get_by_role("heading", name="De film laadt niet")).to_be_visible(timeout=60_000)
    expect(person.page.locator(GREY_BOX)).to_have_count(0)
    expect(person.page.get_by_role("heading", name="De film in woorden")).to_be_visible()


def test_consent_holds_for_one_visit_and_not_for_the_next(person: Person):
    person.watch()
    person.go(STILL_FACE)
    with person.context.expect_event("request", lambda request: "youtube" in request.url):
        person.page.get_by_role("button", name="Laad video van YouTube").click()
    person.settled()
    asked = len(person.asked.outside)

    person.page.reload()
    person.settled()

    expect(person.page.get_by_role("button", name="Laad video van YouTube")).to_be_visible()
    assert len(person.asked.outside) == asked
