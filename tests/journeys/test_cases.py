"""A case in a lesson: every choice is kept, the way follows from the choices, and nothing else a browser sends counts."""

from collections.abc import Callable

import pytest

from school.identity import new_token, token_hash
from school.learning import Record
from school.lesson import Explainer
from school.live import Room
from school.runtime import Runtime
from school.slides import all_slides
from tests.journeys.conftest import BRAM, Clock
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough

Open = Callable[..., Screen]
Read = Callable[..., Record]

CASE = "case:casus-de-theepot"
STEP = "trekken-en-schenken"


@pytest.fixture
def screen(open_page: Open) -> Screen:
    return open_page("proef", stap=STEP)


def shown(screen: Screen) -> dict[str, object]:
    return screen.given_to(CASE)


def choose(screen: Screen, place: str, choice: str) -> None:
    screen.follow(CASE, [place, choice], event="chosen")


def go(screen: Screen, place: object) -> None:
    screen.follow(CASE, place, event="opened")


def made(record: Record) -> list[tuple[str, str, str]]:
    return [(choice.explainer, choice.node, choice.choice) for choice in record.choices]


def test_it_begins_at_the_first_moment_and_stores_nothing(screen: Screen, record: Read) -> None:
    data = shown(screen)
    assert (data["mode"], data["place"], data["intro"]) == ("choose", "bij-de-deur", ["Je oom komt op de thee."])
    assert data["fiction"] == "Fictief, samengesteld voor deze cursus"
    assert record() == Record()


def test_a_choice_is_kept_with_its_moment_and_time_and_shows_what_follows(screen: Screen, record: Read, clock: Clock) -> None:
    choose(screen, "bij-de-deur", "vragen")
    [choice] = record().choices
    assert (choice.explainer, choice.node, choice.choice, choice.at) == ("casus-de-theepot", "bij-de-deur", "vragen", clock())
    data = shown(screen)
    assert (data["mode"], data["then"], data["next"]) == ("chosen", ["Hij wil muntthee."], ["in-de-keuken", "In de keuken"])
    assert data["saved"] == "Opgeslagen 14:02"
    assert screen.address == {"stap": STEP, "plek": "bij-de-deur"}


def test_every_moment_has_an_address_and_a_reload_or_another_device_shows_the_same(screen: Screen, open_page: Open) -> None:
    choose(screen, "bij-de-deur", "vragen")
    go(screen, "in-de-keuken")
    assert screen.address == {"stap": STEP, "plek": "in-de-keuken"}
    assert shown(open_page("proef", stap=STEP, plek="in-de-keuken")) == shown(screen)
    assert shown(open_page("proef", stap=STEP)) == shown(screen)
    assert shown(open_page("proef", stap=STEP, plek="bij-de-deur"))["chosen"] == "vragen"
    assert shown(open_page("proef", stap=STEP, plek="in-de-kelder")) == shown(screen)


def test_what_was_chosen_before_decides_what_is_told_and_what_can_be_chosen(screen: Screen) -> None:
    choose(screen, "bij-de-deur", "gokken")
    go(screen, "in-de-keuken")
    assert shown(screen)["text"] == ["Het water kookt.", "Je pakt de zwarte thee."]
    assert [name for name, _, _ in shown(screen)["choices"]] == ["alsnog", "toch-schenken"]
    go(screen, "bij-de-deur")
    choose(screen, "bij-de-deur", "vragen")
    go(screen, "in-de-keuken")
    assert shown(screen)["text"] == ["Het water kookt.", "Je pakt de munt."]
    assert shown(screen)["kept"] == ["Je vroeg wat hij drinkt."]
    assert [name for name, _, _ in shown(screen)["choices"]] == ["schenken", "toch-schenken"]


def test_the_end_shows_the_own_way_beside_the_advised_one_and_what_was_chosen_first(screen: Screen, record: Read) -> None:
    choose(screen, "bij-de-deur", "gokken")
    choose(screen, "bij-de-deur", "vragen")
    choose(screen, "in-de-keuken", "toch-schenken")
    go(screen, "koud")
    data = shown(screen)
    assert data["mode"] == "end"
    assert data["summary"] == "Bij ‘In de keuken’ koos je anders dan we aanraden. Je kunt daar altijd naar terug."
    assert [(row["choice"], row["tried"], row["mark"]) for row in data["own"]] == [
        ("Je vraagt wat hij drinkt.", ["Je gokt op zwarte thee."], "same"),
        ("Je schenkt toch in.", [], "other"),
    ]
    assert [(row["choice"], row["act"], row["why"]) for row in data["advised"]] == [
        ("Je vraagt wat hij drinkt.", ["ask", "Vragen"], "Dan weet je het."),
        ("Je schenkt in.", ["support", "Steunen"], "Dat lust hij."),
    ]
    assert [choice for _, _, choice in made(record())] == ["gokken", "vragen", "toch-schenken"]


def test_who_takes_the_advised_way_hears_so(screen: Screen) -> None:
    choose(screen, "bij-de-deur", "vragen")
    choose(screen, "in-de-keuken", "schenken")
    go(screen, "op")
    assert shown(screen)["summary"] == "Je liep de weg die we aanraden."


def test_a_place_on_nobodys_way_yet_can_be_pointed_at_but_not_chosen_from(open_page: Open, record: Read) -> None:
    screen = open_page("proef", stap=STEP, plek="in-de-keuken")
    assert (shown(screen)["mode"], shown(screen)["at"]) == ("ahead", "bij-de-deur")
    choose(screen, "in-de-keuken", "toch-schenken")
    assert record() == Record()
    assert shown(open_page("proef", stap=STEP, plek="koud"))["mode"] == "ahead"


@pytest.mark.parametrize(
    "value",
    [
        ["bij-de-deur", "wegrennen"],
        ["in-de-kelder", "vragen"],
        ["koud", "vragen"],
        ["bij-de-deur"],
        ["bij-de-deur", ["vragen"]],
        [["bij-de-deur"], "vragen"],
        "vragen",
        {"bij-de-deur": "vragen"},
        7,
        None,
    ],
    ids=str,
)
def test_what_cannot_be_chosen_is_not_stored(screen: Screen, record: Read, value: object) -> None:
    before = shown(screen)
    screen.follow(CASE, value, event="chosen")
    assert record() == Record()
    assert shown(screen) == before


@pytest.mark.parametrize("place", ["in-de-kelder", ["koud"], {"koud": 1}, 7, None], ids=str)
def test_a_place_that_does_not_exist_is_not_gone_to(screen: Screen, place: object) -> None:
    go(screen, place)
    assert screen.address == {"stap": STEP}
    assert shown(screen)["place"] == "bij-de-deur"


def test_nobody_walks_in_the_steps_of_somebody_else(screen: Screen, open_page: Open) -> None:
    choose(screen, "bij-de-deur", "vragen")
    assert shown(open_page("proef", stap=STEP, person=BRAM))["mode"] == "choose"


def test_without_cookies_the_choice_stays_on_screen_and_says_that_it_is_not_kept(open_page: Open) -> None:
    screen = open_page("proef", stap=STEP, person=None)
    choose(screen, "bij-de-deur", "vragen")
    assert shown(screen)["mode"] == "chosen"
    assert shown(screen)["saved"] == "Niet opgeslagen: je browser bewaart geen cookies."


def test_in_words_it_can_be_played_with_a_pen(screen: Screen) -> None:
    words = screen.folded("Alles in woorden")
    assert "Ga naar 2." in words
    assert "De weg die we aanraden" in words


def test_on_a_big_screen_a_room_walks_it_and_nothing_is_kept_of_the_trainer(
    open_page: Open, here: Runtime, record: Read, clock: Clock
) -> None:
    token = new_token()
    assert here.store.make_key("trainer", "link", token_hash(token), at=clock())
    slides = all_slides(here.library.course, [step.address for step in here.library.course.steps()])
    order = tuple(slide.address for slide in slides if Explainer("casus-de-theepot") in slide.blocks)
    assert here.store.rooms.open(Room("zaal-1", "123456", "Thee", order, clock()))
    screen = open_page("welkom")
    screen.app.session_state["key"] = token
    screen.go("presenteren", zaal="123456")
    choose(screen, "bij-de-deur", "vragen")
    assert (shown(screen)["mode"], shown(screen)["saved"]) == ("chosen", "")
    go(screen, "in-de-keuken")
    assert shown(screen)["kept"] == ["Je vroeg wat hij drinkt."]
    assert (screen.address["zaal"], screen.address["plek"]) == ("123456", "in-de-keuken")
    assert record() == Record()
