"""What one looks up, and the pages that are not for everybody."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from school.runtime import Runtime, use_runtime
from school.settings import ROOT
from tests.journeys.screen import Screen

Open = Callable[..., Screen]


def test_every_term_is_explained_with_its_other_names(open_page: Open) -> None:
    screen = open_page("begrippen")
    assert screen.title == "Begrippen"
    assert screen.says("theepot (pot) Een pot om thee in te laten trekken.")
    assert screen.says("trektijd Hoe lang de thee in het water blijft.")


def test_the_term_of_the_address_stands_on_top(open_page: Open) -> None:
    screen = open_page("begrippen", begrip="trektijd")
    first = next(text for text in screen.texts if "trek" in text)
    assert first == "trektijd Hoe lang de thee in het water blijft. Zie ook theepot."


@pytest.mark.parametrize("term", ["bestaat-niet", "", "<b>"])
def test_an_unknown_term_gives_just_the_list(open_page: Open, term: str) -> None:
    assert open_page("begrippen", begrip=term).texts == open_page("begrippen").texts


def test_a_term_in_a_text_is_a_link_to_its_explanation(open_page: Open) -> None:
    screen = open_page("welkom", stap="welkom")
    assert any("[theepot](/begrippen?begrip=theepot)" in one.value for one in screen.app.markdown)


def test_searching_finds_steps_and_terms(open_page: Open) -> None:
    screen = open_page("zoeken")
    screen.app.text_input(key="words").set_value("trek")
    screen.again()
    assert screen.says("Trekken en schenken · De proef")
    assert screen.says("trektijd")
    assert screen.address == {"q": "trek"}


def test_a_search_has_an_address(open_page: Open) -> None:
    screen = open_page("zoeken", q="grassig opa")
    assert screen.app.text_input(key="words").value == "grassig opa"
    assert open_page("zoeken", q="opa").says("Trekken en schenken · De proef")


@pytest.mark.parametrize("words", ["olifant", "$$$", "](x", ":red[x]", "x" * 60])
def test_when_nothing_is_found_that_is_said(open_page: Open, words: str) -> None:
    assert open_page("zoeken", q=words).says("Niets gevonden.")


def test_without_words_nothing_is_searched(open_page: Open) -> None:
    screen = open_page("zoeken")
    assert not screen.says("gevonden")


def test_every_source_stands_there_with_its_review_date(open_page: Open) -> None:
    screen = open_page("over")
    assert screen.says("S. Theeleut, Het grote theeboek, 2020. Nagekeken: 1 november 2026.")
    assert screen.says("Wat iedere theedrinker weet. Nagekeken: 1 november 2026.")
    assert any("Wat iedere theedrinker weet. *" in one.value for one in screen.app.markdown)  # not opened again
    assert screen.says("Inhoud nagekeken op 1 november 2026.")


def test_privacy_names_the_cookie_and_how_long_things_are_kept(open_page: Open, here: Runtime) -> None:
    use_runtime(replace(here, settings=replace(here.settings, keep_months=7)))
    screen = open_page("over")
    assert screen.says("leerling is een willekeurig getal")
    assert screen.says("Na 7 maanden zonder activiteit wissen we alles vanzelf.")
    assert screen.says("Toegankelijkheid")
    assert screen.says("Colofon Alles in deze cursus is verzonnen.")


@pytest.mark.parametrize(
    ("page", "title"),
    [("presenteren", "Alleen voor trainers"), ("voorbereiden", "Alleen voor trainers"), ("team", "Alleen voor teams")],
)
def test_pages_for_trainers_and_teams_say_themselves_how_to_get_in(open_page: Open, page: str, title: str) -> None:
    screen = open_page(page)
    assert screen.title == title
    assert screen.says("gaat open met een eigen link")
    assert screen.says("Naar het begin van de cursus")
    assert screen.charts == []


def test_pages_for_trainers_and_teams_are_not_in_the_menu(open_page: Open) -> None:
    menu = str(open_page().menu)
    assert "/voortgang" in menu
    assert not any(page in menu for page in ("presenteren", "voorbereiden", "/team"))


class TestTheRealCourse:
    @pytest.fixture
    def content(self) -> Path:
        return ROOT

    def test_every_term_source_and_page_is_there(self, open_page: Open, here: Runtime) -> None:
        course = here.library.course
        terms, about = open_page("begrippen").text, open_page("over").text
        assert [term.term for term in course.terms.values() if term.term not in terms] == []
        assert [source.full for source in course.sources.values() if " ".join(source.full.split()) not in about] == []

    def test_searching_stops_at_a_dozen(self, open_page: Open) -> None:
        assert open_page("zoeken", q="hechting").says("12 gevonden.")
