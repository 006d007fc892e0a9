"""Nothing acknowledged is lost: what could not be kept stays on screen, is said, and is tried again."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from school.learning import Answer, Record
from school.runtime import Runtime, use_runtime
from school.store import UNREACHABLE, Store
from tests.journeys.conftest import ANNA, Clock
from tests.journeys.logs import ours
from tests.journeys.quizzes import RIGHT, answer_all, begin
from tests.journeys.screen import Screen

Open = Callable[..., Screen]
Read = Callable[..., Record]

AWAY = (
    OperationalError("SELECT", {}, Exception("no server")),
    InterfaceError("SELECT", {}, Exception("closed")),
    NoConnectionLeft("none left"),
)
NOT_SAVED = "Niet opgeslagen. Je antwoorden blijven staan en we proberen het opnieuw."
NOT_READ = "We kunnen je voortgang nu niet ophalen."


class Flaky:
    """A store that can be away: then every method raises, and changes nothing."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.away: Exception | None = None

    def __getattr__(self, name: str) -> object:
        if self.away:
            raise self.away
        return getattr(self.store, name)


@pytest.fixture
def flaky(here: Runtime) -> Iterator[Flaky]:
    """The store behind the pages, which can be taken away."""
    store = Flaky(here.store)
    use_runtime(replace(here, store=store))
    yield store
    use_runtime(None)


def test_these_are_all_the_ways_in_which_a_store_can_be_away() -> None:
    assert {type(error) for error in AWAY} == set(UNREACHABLE)


@pytest.mark.parametrize("error", AWAY, ids=lambda error: type(error).__name__)
def test_an_answer_that_cannot_be_stored_stays_on_screen_and_is_stored_later(
    open_page: Open, flaky: Flaky, record: Read, error: Exception
) -> None:
    screen = open_page("proef", stap="water-en-thee")
    flaky.away = error
    screen.answer("oefen-water", "lauw")
    assert NOT_SAVED in screen.warnings
    assert screen.says("Niet opgeslagen. We proberen het opnieuw; je antwoord blijft staan.")
    assert screen.says("Dat lijkt veilig")
    assert screen.filled("oefen-water") == "lauw"
    screen.again()
    assert screen.says("Dat lijkt veilig")
    assert record() == Record()
    flaky.away = None
    screen.again()
    assert [answer.response for answer in record().answers] == ["lauw"]
    assert screen.warnings == ""
    assert screen.says("Opgeslagen 14:02")


def test_the_time_of_an_answer_is_when_it_was_given_and_not_when_it_was_stored(
    open_page: Open, flaky: Flaky, record: Read, clock: Clock
) -> None:
    screen = open_page("proef", stap="water-en-thee")
    flaky.away = AWAY[0]
    screen.answer("oefen-water", "lauw")
    given = clock()
    clock.wait(minutes=5)
    flaky.away = None
    screen.again()
    assert [answer.at for answer in record().answers] == [given]


def test_several_answers_wait_together_and_are_stored_in_order(open_page: Open, flaky: Flaky, record: Read) -> None:
    screen = open_page("proef", stap="water-en-thee")
    flaky.away = AWAY[0]
    for answer in ("lauw", "lauw", "kokend"):
        screen.answer("oefen-water", answer)
    screen.press("Volgende:")
    screen.answer("oefen-woord", "trektijd")
    flaky.away = None
    screen.again()
    assert [answer.response for answer in record().answers] == ["lauw", "lauw", "kokend", "trektijd"]


def test_a_whole_quiz_can_be_done_while_the_store_is_away(open_page: Open, flaky: Flaky, record: Read) -> None:
    screen = open_page("toets", quiz="proeftoets")
    flaky.away = AWAY[0]
    begin(screen, "proeftoets")
    screen.press("Markeer voor later")
    answer_all(screen, tuple(RIGHT), RIGHT)
    screen.press("Inleveren")
    assert screen.says("Je score is 100%")
    assert record() == Record()
    flaky.away = None
    screen.again()
    [attempt] = record().attempts
    assert (attempt.score, attempt.marked) == (1, {"vraag-water"})
    assert {name: answer.response for name, answer in record().answers_in(attempt).items()} == RIGHT


def test_an_answer_that_was_stored_although_we_were_told_it_was_not_is_there_once(
    open_page: Open, flaky: Flaky, here: Runtime, record: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_page("proef", stap="water-en-thee")
    store = here.store.answer

    def lost_on_the_way_back(learner: str, answer: Answer) -> bool:
        monkeypatch.undo()
        store(learner, answer)
        raise AWAY[0]

    monkeypatch.setattr(here.store, "answer", lost_on_the_way_back)
    screen.answer("oefen-water", "lauw")
    screen.again()
    assert [answer.response for answer in record().answers] == ["lauw"]


def test_steps_and_pause_wait_as_well(open_page: Open, flaky: Flaky, record: Read) -> None:
    screen = open_page("welkom", stap="welkom")
    flaky.away = AWAY[0]
    screen.press("Even pauze")
    assert screen.says("Even pauze Neem de tijd.")
    screen.press("Volgende:")
    assert NOT_SAVED in screen.warnings
    flaky.away = None
    screen.again()
    assert set(record().steps) == {"welkom/welkom"}
    assert record().paused


def test_when_the_record_cannot_be_read_that_is_said_and_the_course_can_be_read(open_page: Open, flaky: Flaky) -> None:
    flaky.away = AWAY[0]
    screen = open_page("proef", stap="water-en-thee")
    assert NOT_READ in screen.warnings
    assert screen.title == "Water en thee"


def test_who_comes_back_while_the_store_is_away_loses_nothing(open_page: Open, flaky: Flaky, record: Read) -> None:
    open_page("proef", stap="water-en-thee").answer("oefen-water", "lauw")
    flaky.away = AWAY[0]
    screen = open_page("proef", stap="water-en-thee")
    screen.answer("oefen-groen", "waar")
    flaky.away = None
    screen.again()
    assert [answer.task for answer in record().answers] == ["oefen-water", "oefen-groen"]
    assert screen.says("Dat lijkt veilig")


def test_the_log_says_that_the_store_was_away_and_of_whom_not(
    open_page: Open, flaky: Flaky, learner: str, caplog: pytest.LogCaptureFixture
) -> None:
    screen = open_page("proef", stap="water-en-thee")
    flaky.away = AWAY[0]
    screen.answer("oefen-water", "lauw")
    assert "store unreachable, fact kept for retry: Answered" in ours(caplog)
    assert not any(private in ours(caplog) for private in (learner, ANNA, "lauw"))


def test_another_fault_of_the_store_is_not_hidden(open_page: Open, flaky: Flaky) -> None:
    screen = open_page("proef", stap="water-en-thee")
    flaky.away = RuntimeError("a mistake of ours")
    with pytest.raises(AssertionError):
        screen.again()


def test_a_case_is_walked_on_while_the_store_is_away_and_every_choice_is_stored_later(open_page: Open, flaky: Flaky, record: Read) -> None:
    name = "case:casus-de-theepot"
    screen = open_page("proef", stap="trekken-en-schenken")
    flaky.away = AWAY[0]
    screen.follow(name, ["bij-de-deur", "vragen"], event="chosen")
    assert screen.given_to(name)["saved"] == "Niet opgeslagen. We proberen het opnieuw; je keuze blijft staan."
    screen.follow(name, "in-de-keuken", event="opened")
    screen.follow(name, ["in-de-keuken", "schenken"], event="chosen")
    assert screen.given_to(name)["then"] == ["Hij drinkt alles op."]
    assert record() == Record()
    flaky.away = None
    screen.again()
    assert [choice.choice for choice in record().choices] == ["vragen", "schenken"]
    assert screen.given_to(name)["saved"] == "Opgeslagen 14:02"
