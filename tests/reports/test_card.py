"""The cards of the real course, and the fullest cards that an author may write."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from school.content import Course
from school.loading import load_course
from school.pocket_card import LINE, MAX_LINES, CardPart, PocketCard
from school.reports.card import card_pdf
from tests.paper import in_order

ROOT = Path(__file__).parents[2]
WITH_CARD = ("hechting", "trauma", "take-home", "contacten")
WORDS = "Aanvaarden de betrokkenen hulp die werkt en komt er rust thuis " * 40
TODAY = datetime(2026, 11, 22, tzinfo=UTC).date()


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT, today=TODAY)


def test_these_modules_have_a_card(course):
    assert tuple(module.id for module in course.modules if module.card) == WITH_CARD


def test_a_module_without_a_card_gives_none(course):
    assert card_pdf(course, course.module("welkom")) is None


@pytest.mark.parametrize("name", WITH_CARD)
def test_a_card_is_one_tagged_page_that_says_everything_in_order(course, paper, name):
    module = course.module(name)
    it = paper(card_pdf(course, module))
    assert it.info("Pages") == "1"
    assert it.info("Page size").startswith("595.276 x 841.89")
    assert it.info("Tagged") == "yes"
    assert it.info("Title") == f"Kaart voor in je zak: {module.card.title}"
    assert it.catalog["/Lang"] == "u:nl-NL"
    assert it.tags.count("H1") == 1
    assert set(it.fonts.values()) == {("yes", "yes")}
    for page in (module.card.left, module.card.right):
        expected = [words for part in page.values() for words in (part.title, *part.lines.values())]
        assert in_order(it.text, *(" ".join(words.split()) for words in expected)), it.text
    assert in_order(it.text, "Zo maak je de kaart", "Bronnen", "Nagekeken: november 2026")


@pytest.mark.parametrize("name", WITH_CARD)
def test_every_card_says_what_to_do_when_a_child_is_not_safe(course, paper, name):
    text = paper(card_pdf(course, course.module(name))).text
    assert in_order(text, "Breng de signalen in kaart", "Overleg", "Praat met ouders en kind", "Weeg", "Beslis")
    assert "0800-2000" in text
    assert "112" in text


def test_numbers_come_from_the_contacts_and_can_be_called(course, paper):
    it = paper(card_pdf(course, course.module("contacten")))
    called = {str(thing["/A"]["/URI"]).removeprefix("u:") for thing in it.objects if thing.get("/Subtype") == "/Link"}
    assert called == {f"tel:{helpline.tel}" for helpline in course.contacts.helplines.values()}
    for helpline in course.contacts.helplines.values():
        assert in_order(it.text, helpline.number, helpline.when)
    assert "113 113" not in it.text


def page_of(kind: str) -> dict[str, CardPart]:
    """The fullest page that an author may write, of one kind of thing."""
    match kind:
        case "short lines":
            return {"deel": CardPart(title="Kop", lines={f"regel-{n}": "Wat nu?" for n in range(MAX_LINES - 2)})}
        case "numbered lines":
            return {"deel": CardPart(title="Kop", numbered=True, lines={f"regel-{n}": WORDS[:LINE] for n in range(MAX_LINES - 2)})}
        case "one long text":
            return {"deel": CardPart(title="Kop", lines={"regel": WORDS[: LINE * (MAX_LINES - 2)]})}
        case "headings":
            return {f"deel-{n}": CardPart(title="Kop", lines={"regel": "Wat nu?"}) for n in range(MAX_LINES // 3)}
        case _:
            return {"deel": CardPart(title="Kop", helplines=["centrum-seksueel-geweld"] * ((MAX_LINES - 2) // 3))}


@pytest.mark.parametrize("kind", ["short lines", "numbered lines", "one long text", "headings", "help lines"])
def test_the_fullest_card_that_may_be_written_fits(course, paper, kind):
    card = PocketCard(
        title="Een vrij lange titel", left=page_of(kind), right=page_of(kind), sources=["vakkennis"], reviewed=date(2026, 11, 1)
    )
    it = paper(card_pdf(course, replace(course.module("contacten"), card=card)))
    assert it.info("Pages") == "1"
