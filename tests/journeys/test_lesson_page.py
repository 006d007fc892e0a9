"""A module step by step: where you are, what counts as done, and what happens when it is too much."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.learning import Answer, Record, done_steps
from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.conftest import Clock
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]


def test_a_module_opens_at_its_first_step_that_is_not_done(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    assert open_page("proef").title == "Water en thee"
    for task in ("oefen-water", "oefen-groen", "oefen-spullen", "oefen-minuten"):
        _answered(here, learner, clock, task)
    assert open_page("proef").title == "Trekken en schenken"


def test_a_module_that_is_done_opens_at_its_first_step(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    for step in here.library.course.modules[1].steps:
        for task in step.tasks:
            _answered(here, learner, clock, task)
    assert open_page("proef").title == "Water en thee"


def test_the_address_of_a_step_opens_that_step(open_page: Open) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    assert screen.title == "Trekken en schenken"
    assert screen.address == {"stap": "trekken-en-schenken"}


def test_a_step_says_where_you_are_what_it_is_for_and_how_long_it_takes(open_page: Open) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    assert screen.says("De proef · stap 2 van 2 · 5 min")
    assert screen.says("Je doel: je kent de volgorde.")


def test_opening_an_address_never_counts(open_page: Open, record: Read) -> None:
    for step in ("welkom", "wie-je-kunt-bellen"):
        open_page("welkom", stap=step).again()
    open_page("proef")
    assert record() == Record()


def test_volgende_marks_a_step_without_a_task_as_done_and_goes_on(open_page: Open, record: Read, clock: Clock) -> None:
    screen = open_page("welkom", stap="welkom")
    screen.press("Volgende: Wie je kunt bellen")
    assert screen.address == {"stap": "wie-je-kunt-bellen"}
    assert screen.title == "Wie je kunt bellen"
    assert dict(record().steps) == {"welkom/welkom": clock()}


def test_terug_goes_back_and_counts_nothing(open_page: Open, record: Read) -> None:
    screen = open_page("welkom", stap="wie-je-kunt-bellen")
    screen.press("Terug")
    assert screen.title == "Welkom bij de thee"
    assert record() == Record()


def test_volgende_does_not_mark_a_step_with_a_task(open_page: Open, record: Read) -> None:
    screen = open_page("proef", stap="water-en-thee")
    screen.press("Volgende: Trekken en schenken")
    assert screen.title == "Trekken en schenken"
    assert record() == Record()


def test_a_step_with_tasks_is_done_when_the_last_of_them_is_answered(open_page: Open, here: Runtime, record: Read) -> None:
    screen = open_page("proef", stap="water-en-thee")
    screen.answer("oefen-water", "lauw")
    screen.answer("oefen-spullen", ["pot"])
    screen.answer("oefen-groen", "waar")
    assert done_steps(here.library.course, record()) == frozenset()
    screen.answer("oefen-minuten", 4)
    assert done_steps(here.library.course, record()) == {"proef/water-en-thee"}


def test_volgende_goes_on_into_the_next_module_and_terug_back_again(open_page: Open, record: Read) -> None:
    screen = open_page("welkom", stap="wie-je-kunt-bellen")
    screen.press("Volgende: Water en thee")
    assert (screen.page, screen.title) == ("proef", "Water en thee")
    assert set(record().steps) == {"welkom/wie-je-kunt-bellen"}
    screen.press("Terug")
    assert (screen.page, screen.title) == ("welkom", "Wie je kunt bellen")


def test_the_very_first_step_has_no_way_back(open_page: Open) -> None:
    assert not any(label.startswith("Terug") for label in open_page("welkom", stap="welkom").buttons)


def test_the_end_of_the_programme_leads_to_the_progress(open_page: Open) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    screen.press("Klaar: naar je voortgang")
    assert screen.page == "voortgang"


def test_every_step_of_the_module_is_one_press_away(open_page: Open) -> None:
    screen = open_page("proef", stap="water-en-thee")
    assert screen.links["Water en thee (je bent hier)"] == "/proef?stap=water-en-thee"
    screen.follow_link("Trekken en schenken")
    assert screen.address == {"stap": "trekken-en-schenken"}
    assert "Trekken en schenken (je bent hier)" in screen.links


@pytest.mark.parametrize("step", ["bestaat-niet", "WELKOM", "../welkom", "<script>"])
def test_an_unknown_step_gives_our_own_page_with_the_way_back(open_page: Open, step: str) -> None:
    screen = open_page("proef", stap=step)
    assert screen.title == "Deze stap bestaat niet"
    assert screen.says("Naar het begin van de cursus")
    assert "<script>" not in screen.text


def test_what_was_said_then_stands_before_what_we_know_now(open_page: Open) -> None:
    text = open_page("proef", stap="water-en-thee").text
    then = text.index("Op de dia (2018) Alle thee wil kokend water.")
    now = text.index("Wat we nu weten Groene thee wil koeler water.")
    assert then < now
    assert "Vakkennis thee. Nagekeken: november 2026." in text[now:]


def test_a_story_says_that_it_is_fiction_and_a_note_for_the_trainer_is_not_shown(open_page: Open) -> None:
    assert open_page("proef", stap="trekken-en-schenken").says("Fictief, samengesteld voor deze cursus Saar zet elke ochtend")
    assert not open_page("proef", stap="water-en-thee").says("Vraag eerst wie er thee drinkt.")


def test_the_words_of_a_step_are_explained_in_a_fold(open_page: Open) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    assert screen.folded("Woorden in deze stap").startswith("trektijd: Hoe lang de thee in het water blijft.")
    assert "Hoe lang de thee" not in screen.unfolded


def test_the_help_lines_can_be_called_and_the_credits_of_then_are_there(open_page: Open) -> None:
    screen = open_page("welkom", stap="wie-je-kunt-bellen")
    assert any("[0800-1234](tel:08001234)" in one.value for one in screen.app.markdown)
    assert screen.says("Theehuis De Proef: Saar Theeleut, Koen Kop")


class TestTheRealCourse:
    @pytest.fixture
    def content(self) -> Path:
        return ROOT

    def test_every_step_of_the_programme_can_be_walked_by_volgende(self, open_page: Open, here: Runtime, record: Read) -> None:
        course = here.library.course
        steps = list(course.steps())
        screen = open_page("welkom", stap=steps[0].id)
        for step in steps[1:]:
            screen.press("Volgende:")
            assert (screen.page, screen.title) == (step.module, step.title)
        assert set(record().steps) == {step.address for step in steps[:-1] if not step.tasks}
        screen.press("Klaar: naar je voortgang")
        assert set(record().steps) == {step.address for step in steps if not step.tasks}


def _answered(here: Runtime, learner: str, clock: Clock, task: str) -> None:
    assert here.store.answer(learner, Answer(f"antwoord-{task}", task, "00000000", "x", 0.0, clock()))
