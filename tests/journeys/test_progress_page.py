"""Voortgang: charts that say the same in words, what to do next, and your own data."""

from collections.abc import Callable
from dataclasses import replace

from school.grading import solution
from school.identity import token_hash
from school.learning import Record
from school.runtime import Runtime, use_runtime
from tests.journeys.conftest import BRAM, Clock
from tests.journeys.quizzes import RIGHT, WRONG, begin, take
from tests.journeys.screen import Screen
from tests.journeys.test_home_page import ALL, finish

Open = Callable[..., Screen]
Read = Callable[..., Record]


def test_who_is_new_sees_an_empty_path_and_where_to_begin(open_page: Open) -> None:
    screen = open_page("voortgang")
    assert screen.title == "Voortgang"
    assert screen.primary == "Ga verder bij Welkom bij de thee"
    assert screen.charts == ["Balken per onderdeel: Welkom nog niet; De proef nog niet."]
    assert screen.says("0 van de 4 stappen klaar.")
    assert screen.says("Je hebt nog geen toets ingeleverd.")
    assert screen.says("Nog geen antwoorden.")
    assert screen.says("Er is nog niets van je bewaard.")


def test_every_chart_says_in_words_what_it_shows(open_page: Open, here: Runtime, record: Read, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL[:3])
    screen = open_page()
    take(screen, {**RIGHT, "vraag-groen": "niet-waar"})
    take(screen, RIGHT)
    for quiz in ("startmeting", "eindtoets"):
        begin(screen, quiz)
        questions = record().attempts[-1].questions
        if quiz == "eindtoets":
            for place, name in enumerate(questions, 1):
                screen.go("toets", quiz=quiz, vraag=str(place))
                screen.fill(name, solution(here.library.course.tasks[name]))
                screen.again()
        screen.go("toets", quiz=quiz, vraag="overzicht")
        screen.press("Inleveren")
    screen.go("voortgang")
    assert screen.charts == [
        "Balken per onderdeel: Welkom klaar; De proef 1 van 2.",
        "Lijn met je scores: 67%, 100%.",
        "Per doel: Thee zetten: begin 0%, einde 100%; Thee proeven: begin 0%, einde 100%.",
        "Balken per leerdoel: Thee proeven 100% van 3 vragen; Thee zetten 100% van 6 vragen.",
    ]
    assert screen.says("3 van de 4 stappen klaar.")
    assert screen.says("Van 67% naar 100% in 2 pogingen; je beste is 100%. Stippellijn: geslaagd vanaf 60%.")
    assert screen.says("Samen van 0% naar 100%. Rondje: begin, ruit: einde.")
    assert screen.says("Op alle doelen waar je vragen over maakte, gaat het goed.")


def test_after_one_attempt_its_score_is_told_without_a_comparison(open_page: Open) -> None:
    screen = open_page()
    take(screen, RIGHT)
    screen.go("voortgang")
    assert screen.says("100% in je eerste poging.")


def test_what_is_weak_is_named_with_the_step_that_teaches_it(open_page: Open) -> None:
    screen = open_page()
    take(screen, {**RIGHT, "vraag-groen": "niet-waar"})
    screen.go("voortgang")
    assert screen.says("Dit vraagt nog aandacht: thee proeven.")
    assert screen.own_links["Water en thee"] == "/proef?stap=water-en-thee"


def test_next_is_first_the_quiz_that_is_under_way(open_page: Open) -> None:
    screen = begin(open_page(), "proeftoets")
    screen.go("voortgang")
    assert screen.primary == "Maak de toets Thee af"
    screen.press("Maak de toets Thee af")
    assert screen.says("vraag 1 van 3")


def test_next_is_otherwise_the_step_where_you_were(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL[:2])
    screen = open_page("voortgang")
    assert screen.primary == "Ga verder bij Water en thee"
    screen.press("Ga verder")
    assert (screen.page, screen.address) == ("proef", {"stap": "water-en-thee"})


def test_next_is_at_the_end_the_eindtoets(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL)
    screen = open_page("voortgang")
    assert screen.primary == "Doe de eindtoets"
    screen.press("Doe de eindtoets")
    assert screen.address == {"quiz": "eindtoets"}


def test_somebody_elses_progress_is_not_to_be_seen(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL)
    assert open_page("voortgang", person=BRAM).says("0 van de 4 stappen klaar.")


# Your own data


def test_you_can_take_everything_with_you_as_one_file(open_page: Open, record: Read) -> None:
    screen = open_page()
    take(screen, WRONG)
    screen.go("voortgang")
    screen.unfold("download")
    assert screen.says("Eén bestand (JSON) met alles wat van jou bewaard is.")
    assert screen.says("Download")


def test_a_link_to_go_on_elsewhere_is_made_only_when_asked_and_works_for_a_quarter_of_an_hour(
    open_page: Open, here: Runtime, learner: str, clock: Clock
) -> None:
    finish(here, learner, clock, *ALL[:1])
    screen = open_page("voortgang")
    screen.unfold("take-along")
    assert len(screen.app.code) == 0
    screen.press("Maak een link")
    [link] = [code.value for code in screen.app.code]
    address, _, token = link.rpartition("/")
    assert address.endswith("/verder")
    assert screen.says("Geldig tot 14:18.")
    assert here.store.handover_valid(token_hash(token), clock())
    clock.wait(minutes=15, seconds=1)
    assert not here.store.handover_valid(token_hash(token), clock())
    screen.again()
    assert len(screen.app.code) == 0


def test_the_link_uses_the_public_address_when_there_is_one(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    use_runtime(replace(here, settings=replace(here.settings, public_url="https://cursus.example/")))
    finish(here, learner, clock, *ALL[:1])
    screen = open_page("voortgang")
    screen.unfold("take-along")
    screen.press("Maak een link")
    assert screen.app.code[0].value.startswith("https://cursus.example/verder/")


def test_erasing_is_a_form_that_posts_and_says_what_goes(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL[:1])
    screen = open_page("voortgang")
    assert screen.says("Al je antwoorden, toetsen en stappen verdwijnen.")
    assert any('<form method="post" action="/wissen">' in form.value for form in screen.app.get("html"))


def test_after_erasing_an_open_page_shows_nothing_any_more(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    finish(here, learner, clock, *ALL)
    screen = open_page("voortgang")
    here.store.erase(learner)
    screen.again()
    assert screen.says("0 van de 4 stappen klaar.")
    assert screen.says("Er is nog niets van je bewaard.")


def test_what_is_done_on_another_device_is_there_at_the_next_press(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    screen = open_page("voortgang")
    finish(here, learner, clock, *ALL[:1])
    screen.again()
    assert screen.says("1 van de 4 stappen klaar.")
