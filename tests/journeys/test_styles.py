"""The table in loose cards and the percentages to guess, in the real course: what is stored, said, shown and refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.learning import GUESSED, Record, done_steps
from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.conftest import BRAM
from tests.journeys.logs import ours
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]

CARDS, CHECK = "styles:stijlen-kaartjes", "check:stijlen-kaartjes"
CHILD = {"weinig-er": "alleen", "reageert": "vertrouwt", "wisselt": "klampt", "zorg-en-angst": "tegenstrijdig"}
STYLE = {"weinig-er": "vermijdend", "reageert": "veilig", "wisselt": "ambivalent", "zorg-en-angst": "gedesorganiseerd"}
RIGHT = {"ouder-en-kind": CHILD, "ouder-en-stijl": STYLE}
NEARLY = {"ouder-en-kind": CHILD, "ouder-en-stijl": {**STYLE, "zorg-en-angst": "rhs"}}
NEAR_MISS = "Gedesorganiseerd is een patroon in een relatie."


@pytest.fixture
def content() -> Path:
    return ROOT


def lay(screen: Screen, placed: object) -> None:
    """Lays the cards and has them looked at."""
    screen.send(CARDS, placed=placed)
    screen.app.button(key=CHECK).click()
    screen.again()


def at_cards(open_page: Open, **who: str) -> Screen:
    return open_page("hechting", stap="stijlen-oefening", **who)


def at_figures(open_page: Open, **query: str) -> Screen:
    return open_page("hechting", stap="stijlen-cijfers", **query)


def test_guesses_that_were_filled_in_are_there_again_and_tell_no_figures(open_page: Open, record: Read) -> None:
    at_figures(open_page).app.number_input[0].set_value(25).run()
    assert record().answers == ()
    again = at_figures(open_page)
    assert [field.value for field in again.app.number_input] == [25, None, None, None]
    again.press("Laat de cijfers zien")
    assert again.says("Schat ook nog:")
    assert [field.value for field in at_figures(open_page, person=BRAM).app.number_input] == [None] * 4


def guess(screen: Screen, *values: int) -> None:
    for field, value in zip(screen.app.number_input, values, strict=False):
        field.set_value(value)
    screen.press("Laat de cijfers zien")


def test_the_whole_table_right_is_two_right_answers_and_does_the_step(open_page: Open, record: Read, here: Runtime) -> None:
    screen = at_cards(open_page)
    lay(screen, RIGHT)
    assert {answer.task: (answer.response, answer.score) for answer in record().answers} == {
        "ouder-en-kind": (CHILD, 1),
        "ouder-en-stijl": (STYLE, 1),
    }
    assert screen.says("8 van de 8 vakken passen.")
    assert screen.says("Waarom. Vermijdend houdt afstand")
    assert screen.says("Opgeslagen 14:02")
    assert "hechting/stijlen-oefening" in done_steps(here.library.course, record())


def test_a_near_miss_gives_part_of_the_score_and_is_explained_at_its_row(open_page: Open, record: Read) -> None:
    screen = at_cards(open_page)
    lay(screen, NEARLY)
    assert {answer.task: answer.score for answer in record().answers} == {"ouder-en-kind": 1, "ouder-en-stijl": 0.75}
    assert screen.says("7 van de 8 vakken passen.")
    assert screen.says("Eén kaartje is een stoornis en geen stijl.")
    assert not screen.says("Waarom.")
    said = screen.given_to(CARDS)["said"]
    assert said["zorg-en-angst"]["fits"] == {"ouder-en-kind": True, "ouder-en-stijl": False}
    assert said["zorg-en-angst"]["text"].endswith(NEAR_MISS)


def test_only_the_column_that_changed_is_answered_again(open_page: Open, record: Read) -> None:
    screen = at_cards(open_page)
    lay(screen, NEARLY)
    lay(screen, RIGHT)
    assert [answer.task for answer in record().answers] == ["ouder-en-kind", "ouder-en-stijl", "ouder-en-stijl"]
    lay(screen, RIGHT)
    assert len(record().answers) == 3
    assert screen.says("Er is niets veranderd sinds je de vorige keer nakeek.")


def test_cards_and_feedback_are_there_again_in_a_new_session_and_for_nobody_else(open_page: Open) -> None:
    lay(at_cards(open_page), NEARLY)
    again = at_cards(open_page).given_to(CARDS)
    assert again["placed"] == NEARLY
    assert again["result"] == "7 van de 8 vakken passen."
    assert at_cards(open_page, person=BRAM).given_to(CARDS)["said"] is None


def test_a_table_with_empty_places_is_no_answer_yet(open_page: Open, record: Read) -> None:
    screen = at_cards(open_page)
    screen.app.button(key=CHECK).click()
    screen.again()
    assert screen.says("Er zijn nog 8 vakken leeg.")
    lay(screen, {**RIGHT, "ouder-en-stijl": {row: STYLE[row] for row in list(STYLE)[:3]}})
    assert screen.says("Er is nog 1 vak leeg.")
    assert record().answers == ()


def test_who_keeps_trying_may_see_the_whole_table(open_page: Open, record: Read) -> None:
    screen = at_cards(open_page)
    for decoy in ("rhs", "zelfstandig", "rhs"):
        assert "Laat het antwoord zien" not in screen.buttons
        lay(screen, {**RIGHT, "ouder-en-stijl": {**STYLE, "zorg-en-angst": decoy}})
    screen.press("Laat het antwoord zien")
    assert screen.says("Is niet beschikbaar → Vermijdt contact, is op zichzelf en té zelfstandig → Vermijdend")
    assert set(record().shown) == set(RIGHT)


TAMPERED = [
    "alles goed",
    [RIGHT],
    {"ouder-en-kind": CHILD},
    {**RIGHT, "ouder-en-stijl": "goed"},
    {**RIGHT, "ouder-en-stijl": {**STYLE, "wisselt": "narcistisch"}},
    {**RIGHT, "ouder-en-stijl": {**STYLE, "wisselt": ["veilig"]}},
    {**RIGHT, "ouder-en-stijl": {**STYLE, "buurman": "veilig"}},
]


@pytest.mark.parametrize("placed", TAMPERED, ids=str)
def test_what_no_hand_could_lay_is_refused_as_a_whole_and_logged_without_a_name(
    open_page: Open, record: Read, caplog: pytest.LogCaptureFixture, placed: object
) -> None:
    screen = at_cards(open_page)
    lay(screen, placed)
    assert record() == Record()
    assert screen.title == "Hechtingsstijlen: oefening"
    assert "stijlen-kaartjes refused" in ours(caplog)
    assert "narcistisch" not in ours(caplog)


def test_the_list_has_an_address_and_a_way_that_does_not_exist_is_ignored(open_page: Open, record: Read) -> None:
    screen = open_page("hechting", stap="stijlen-oefening", plek="lijst")
    assert screen.given_to(CARDS)["way"] == "lijst"
    screen = open_page("hechting", stap="stijlen-oefening", plek="achterdeur")
    assert screen.given_to(CARDS)["way"] == "kaartjes"
    screen.follow(CARDS, "achterdeur", "way")
    assert screen.address == {"stap": "stijlen-oefening", "plek": "achterdeur"}
    assert record() == Record()


def test_no_figure_and_no_chart_is_there_before_somebody_asks(open_page: Open) -> None:
    screen = at_figures(open_page)
    assert screen.charts == []
    assert not any(figure in screen.unfolded for figure in ("62", "44%", "51,6", "101", "96"))


def test_guesses_are_kept_as_answers_and_explained_beside_the_figures(open_page: Open, record: Read, here: Runtime) -> None:
    screen = at_figures(open_page)
    guess(screen, 40, 30, 9, 20)
    assert [(answer.task, answer.response, answer.context) for answer in record().answers] == [
        ("schatting-vermijdend", 40, GUESSED),
        ("schatting-veilig", 30, GUESSED),
        ("schatting-ambivalent", 9, GUESSED),
        ("schatting-gedesorganiseerd", 20, GUESSED),
    ]
    assert screen.says("Veilig kwam vaker voor dan je dacht, 62%.")
    assert screen.says("Ambivalent zat je er dichtbij, het was 9%.")
    assert record().cards == {}
    assert screen.address["plek"] == "cijfers"


def test_the_figures_say_who_was_measured_how_and_what_is_not_known(open_page: Open) -> None:
    screen = at_figures(open_page, plek="cijfers")
    [alt] = screen.charts
    for words in (screen.text, alt):
        assert "Samen 101%, door afronding." in words
        assert "Waarom er 4% ontbreekt, is niet bekend." in words
    assert "vermijdend 44%, veilig 7%, ambivalent (afwerend) 15%, gedesorganiseerd 30%" in alt
    assert screen.says("81 jongeren in één justitiële behandelinrichting")
    assert screen.says("Waarom je de twee reeksen niet mag vergelijken.")
    assert screen.says("Ruim 20.000 ouder-kindparen")


def test_who_guesses_half_is_asked_for_the_rest_and_may_go_on_without(open_page: Open, record: Read) -> None:
    screen = at_figures(open_page)
    guess(screen, 40, 30)
    assert screen.says("Schat ook nog: ambivalent (afwerend), gedesorganiseerd. Raden mag.")
    assert record().answers == ()
    screen.press("Zonder schatten verder")
    assert len(screen.charts) == 1
    assert record().answers == ()


def test_who_guessed_finds_the_figures_again_and_may_guess_once_more(open_page: Open, record: Read) -> None:
    guess(at_figures(open_page), 40, 30, 9, 20)
    screen = at_figures(open_page)
    assert "Jouw schatting van de eerste reeks: vermijdend 40%" in screen.charts[0]
    screen.press("Opnieuw schatten")
    assert [field.value for field in screen.app.number_input] == [40, 30, 9, 20]
    guess(screen, 15, 62, 9, 15)
    assert screen.says("Veilig zat je er dichtbij, het was 62%.")
    assert len(record().answers) == 8
