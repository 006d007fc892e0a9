"""What may be too much is announced and can be hidden; a film is there only when it is asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.conftest import BRAM, Clock
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough

Open = Callable[..., Screen]


def test_what_is_heavy_is_announced_before_it_comes(open_page: Open) -> None:
    text = open_page("proef", stap="trekken-en-schenken").text
    note = text.index("Vooraf: dit kan raken Heftigheid 2 van 3 Hier gaat het over heet water. Overslaan mag.")
    assert note < text.index("De trektijd telt.")


def test_a_step_that_is_not_heavy_announces_nothing(open_page: Open) -> None:
    assert not open_page("proef", stap="water-en-thee").says("Vooraf: dit kan raken")


def test_even_pauze_hides_films_and_what_is_heavy_until_you_go_on(open_page: Open) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    screen.press("Even pauze")
    assert screen.says("Even pauze Neem de tijd.")
    assert not screen.says("Een kop thee bij ons thuis")
    assert not screen.says("Saar zet elke ochtend")
    assert "Speel de film af" not in screen.buttons
    screen.press("Ik ga verder")
    assert screen.says("Een kop thee bij ons thuis")
    assert "Even pauze" in screen.buttons


def test_even_pauze_lasts_in_a_new_session_and_for_one_person_only(open_page: Open) -> None:
    open_page("proef", stap="trekken-en-schenken").press("Even pauze")
    assert open_page("welkom", stap="welkom").says("Even pauze Neem de tijd.")
    assert not open_page("welkom", stap="welkom", person=BRAM).says("Even pauze Neem de tijd.")
    open_page("welkom", stap="welkom").press("Ik ga verder")
    assert not open_page("proef", stap="trekken-en-schenken").says("Even pauze Neem de tijd.")


def test_somebody_who_pauses_can_still_go_on_to_the_next_step(open_page: Open) -> None:
    screen = open_page("welkom", stap="welkom")
    screen.press("Even pauze")
    screen.press("Volgende: Wie je kunt bellen")
    assert screen.title == "Wie je kunt bellen"


# Films


def test_a_film_of_a_third_party_is_not_there_before_it_is_asked_for(open_page: Open) -> None:
    screen = open_page("welkom", stap="welkom")
    assert screen.app.get("component_instance") == []
    assert screen.says("Pas als je drukt, maakt je browser contact met YouTube (Google).")
    assert screen.says("Waar je op let Wanneer gaat het water erbij?")
    screen.press("Laad video van YouTube")
    [player] = screen.app.get("component_instance")
    assert "youtube.com/watch?v=abcdefghij0" in player.proto.json_args
    assert "https://www.youtube-nocookie.com" in player.proto.json_args


def test_a_film_can_be_read_instead(open_page: Open) -> None:
    screen = open_page("welkom", stap="welkom")
    assert screen.folded("De film in woorden") == "Eerst kookt het water. Daarna gaat de thee in de pot."


def test_an_own_film_starts_where_it_was_left(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    here.store.watch(learner, "eigen-film", 83.4, clock())
    screen = open_page("proef", stap="trekken-en-schenken")
    assert "Speel de film af" not in screen.buttons
    screen.press("Kijk verder")
    [player] = screen.app.get("component_instance")
    assert "/film/eigen-film#t=83" in player.proto.json_args
    assert screen.says("Je gaat verder bij 1:23.")


def test_of_a_film_we_do_not_know_nothing_is_told_but_our_own_text(open_page: Open) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    assert "Een ketel fluit en iemand schenkt thee in." in screen.folded("Wat we over dit onderwerp weten")


def test_a_broken_film_says_why_and_gives_the_words(open_page: Open) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    assert screen.says("Film van toen Deze film is er niet Dit adres is niet volledig.")
    assert screen.says("Wat in de film zat, weten we niet.")


class TestTheRealCourse:
    @pytest.fixture
    def content(self) -> Path:
        return ROOT

    def test_every_step_with_a_content_note_shows_it_and_hides_everything_in_a_pause(self, open_page: Open, here: Runtime) -> None:
        heavy = [step for step in here.library.course.steps() if step.note]
        assert heavy
        screen = open_page()
        for step in heavy:
            screen.go(step.module, stap=step.id)
            assert screen.says("Vooraf: dit kan raken"), step.address
        screen.press("Even pauze")
        for step in heavy:
            screen.go(step.module, stap=step.id)
            assert not screen.says("Vooraf: dit kan raken"), step.address
            assert not screen.says("Op de dia"), step.address
            assert screen.app.get("component_instance") == []
