"""What cannot be an answer is refused: nothing is stored, and the log names nobody."""

from collections.abc import Callable

import pytest

from school.grading import MAX_WORDS
from school.learning import Record
from tests.journeys.conftest import ANNA, BRAM
from tests.journeys.logs import ours
from tests.journeys.quizzes import begin, fill
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]

TAMPERED = [
    ("oefen-water", {"string_value": "zomaar"}),
    ("oefen-groen", {"string_value": "Waar!"}),
]
TAMPERED_COMPONENTS = [
    ("oefen-volgorde", {"order": ["koken"]}),
    ("oefen-volgorde", {"order": ["koken", "koken", "koken"]}),
    ("oefen-volgorde", {"order": ["koken", "trekken", "drinken"]}),
    ("oefen-volgorde", {"order": [{"koken": 1}]}),
    ("oefen-volgorde", {"order": 5}),
    ("oefen-paren", {"placed": {"zwart": "vol", "groen": "vol", "munt": "suiker"}}),
    ("oefen-paren", {"placed": {"zwart": "vol", "groen": "vol", "koffie": "vol"}}),
    ("oefen-paren", {"placed": {"zwart": ["vol"], "groen": "vol", "munt": "vol"}}),
    ("oefen-paren", {"placed": [1, 2, 3]}),
    ("oefen-paren", {"placed": "abc"}),
]


@pytest.mark.parametrize(("name", "value"), TAMPERED, ids=lambda value: str(value)[:40])
def test_what_cannot_be_an_answer_is_refused_and_logged_without_personal_data(
    open_page: Open, record: Read, learner: str, caplog: pytest.LogCaptureFixture, name: str, value: dict[str, object]
) -> None:
    screen = open_page("proef", stap="water-en-thee")
    screen.tamper(name, **value)
    assert record() == Record()
    assert f"answer to {name} refused" in ours(caplog)
    assert not any(private in ours(caplog) for private in (learner, ANNA, *map(str, value.values())))


@pytest.mark.parametrize(("name", "state"), TAMPERED_COMPONENTS, ids=str)
def test_a_component_that_sends_what_cannot_be_an_answer_is_refused_and_the_page_stays(
    open_page: Open, record: Read, learner: str, caplog: pytest.LogCaptureFixture, name: str, state: dict[str, object]
) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    screen.send(name, **state)
    screen.app.button(key=f"check:{name}").click()
    screen.again()
    assert record() == Record()
    assert screen.title == "Trekken en schenken"
    assert not any(private in ours(caplog) for private in (learner, ANNA, "suiker", "drinken", "koffie"))


def test_a_number_outside_what_was_asked_for_is_not_stored(open_page: Open, record: Read) -> None:
    screen = open_page("proef", stap="water-en-thee")
    screen.tamper("oefen-minuten", double_value=99)
    assert record() == Record()


def test_of_a_word_without_an_end_no_more_is_stored_than_fits(open_page: Open, record: Read) -> None:
    screen = open_page("proef", stap="trekken-en-schenken")
    screen.tamper("oefen-woord", string_value="x" * 500_000)
    assert all(len(str(answer.response)) <= MAX_WORDS for answer in record().answers)


def test_what_cannot_be_an_answer_is_refused_in_a_quiz_too(open_page: Open, record: Read, caplog: pytest.LogCaptureFixture) -> None:
    screen = begin(open_page(), "proeftoets")
    screen.tamper("vraag-water", string_value="zomaar")
    assert record().answers == ()
    assert "answer to vraag-water refused" in ours(caplog)
    screen.fill("vraag-water", "koken")
    screen.again()
    assert [answer.response for answer in record().answers] == ["koken"]


def test_somebody_elses_attempt_cannot_be_answered(open_page: Open, record: Read) -> None:
    begin(open_page(), "proeftoets")
    screen = begin(open_page(person=BRAM), "proeftoets")
    fill(screen, "vraag-water", "koken")
    assert record(ANNA).answers == ()
    assert len(record(BRAM).answers) == 1
