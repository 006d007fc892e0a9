"""How sure you are: beside the answer, never needed, and what comes of it after handing in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from school.grading import solution
from school.learning import Answer, Record
from school.runtime import Runtime
from school.settings import ROOT
from tests.journeys.conftest import Clock
from tests.journeys.quizzes import RIGHT, WRONG, begin, fill, how_sure, key_of, take
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough

Open = Callable[..., Screen]
Read = Callable[..., Record]


def test_nothing_is_chosen_beforehand_and_it_may_be_left_open(open_page: Open, record: Read) -> None:
    screen = begin(open_page(), "proeftoets")
    assert screen.app.radio(key=key_of(screen)).value is None
    assert screen.app.radio(key=key_of(screen)).options == ["onzeker", "tamelijk zeker", "zeker"]
    fill(screen, "vraag-water", "koken")
    assert [answer.certainty for answer in record().answers] == [None]


def test_saying_how_sure_stores_the_same_answer_once_more_and_a_reload_shows_it(open_page: Open, record: Read, clock: Clock) -> None:
    screen = begin(open_page(), "proeftoets")
    fill(screen, "vraag-water", "schenken")
    clock.wait(minutes=1)
    how_sure(screen, 3)
    first, second = record().answers
    assert (first.response, first.certainty) == ("schenken", None)
    assert (second.response, second.score, second.certainty, second.attempt) == ("schenken", 0, 3, first.attempt)
    screen.again()
    assert len(record().answers) == 2
    again = open_page("toets", quiz="proeftoets", vraag="1")
    assert again.filled("vraag-water") == "schenken"
    assert again.app.radio(key=key_of(again)).value == 3


def test_it_may_be_said_before_the_answer_and_stays_when_the_answer_changes(open_page: Open, record: Read) -> None:
    screen = begin(open_page(), "proeftoets")
    how_sure(screen, 2)
    assert record().answers == ()
    fill(screen, "vraag-water", "schenken")
    fill(screen, "vraag-water", "koken")
    assert [(answer.response, answer.certainty) for answer in record().answers] == [("schenken", 2), ("koken", 2)]


def test_it_changes_nothing_about_passing(open_page: Open, record: Read) -> None:
    screen = open_page()
    take(screen, RIGHT, {})
    take(screen, RIGHT, dict.fromkeys(RIGHT, 1))
    one, other = record().attempts
    assert one.score == other.score == 1
    assert one.passed
    assert other.passed


def test_in_the_eindtoets_it_is_off_until_it_is_switched_on(open_page: Open, record: Read, here: Runtime) -> None:
    screen = begin(open_page(), "eindtoets")
    assert not any(str(radio.key).startswith("sureness-") for radio in screen.app.radio)
    [switch] = screen.app.toggle
    screen._drawn(switch.set_value(True).run())
    assert screen.app.radio(key=key_of(screen)).value is None
    name = record().attempts[0].questions[0]
    task = here.library.course.tasks[name]
    fill(screen, name, solution(task))
    how_sure(screen, 3)
    again = open_page("toets", quiz="eindtoets", vraag="2")
    assert again.app.radio(key=key_of(again)).value is None, "used once, it stays on; still nothing is chosen"
    assert not again.app.toggle


def test_an_error_you_were_sure_of_comes_first_with_the_misconception_why_and_where(open_page: Open) -> None:
    screen = open_page()
    take(screen, {**RIGHT, "vraag-water": "schenken", "vraag-groen": "niet-waar"}, {"vraag-water": 3, "vraag-groen": 2})
    assert screen.address == {"quiz": "proeftoets", "zeker": "1"}
    assert screen.says("je was zeker, en toch klopt het niet · 1 van 1")
    assert screen.says("Schenken komt eerst.")
    assert screen.says("Dan is er nog niets om te schenken.")
    assert screen.says("Zonder heet water geen thee.")
    assert screen.says("Hier staat het uitgelegd: Water en thee")
    assert screen.says("Deze vraag komt morgen terug bij Herhalen.")
    screen.press("Naar de uitslag")
    assert screen.title == "1 van de 3 goed"
    screen.press("Je was zeker, maar het klopt nog niet (1 vraag)")
    assert screen.says("Schenken komt eerst.")


def test_two_such_errors_come_after_each_other_and_have_addresses(open_page: Open) -> None:
    take(open_page(), WRONG, dict.fromkeys(WRONG, 3))
    screen = open_page("toets", quiz="proeftoets", zeker="2")
    assert screen.says("2 van 3")
    screen.press("Volgende")
    assert screen.says("3 van 3")
    screen.press("Vorige")
    assert screen.address["zeker"] == "2"


@pytest.mark.parametrize("place", ["0", "9", "x", "²", ""])
def test_an_error_that_does_not_exist_cannot_be_looked_at(open_page: Open, place: str) -> None:
    take(open_page(), WRONG, dict.fromkeys(WRONG, 3))
    assert open_page("toets", quiz="proeftoets", zeker=place).says("1 van 3")


def test_without_such_errors_the_address_shows_the_result(open_page: Open) -> None:
    take(open_page(), RIGHT, dict.fromkeys(RIGHT, 3))
    assert open_page("toets", quiz="proeftoets", zeker="1").title == "3 van de 3 goed"


def test_errors_of_the_startmeting_stay_hidden(open_page: Open, record: Read, here: Runtime) -> None:
    screen = begin(open_page(), "startmeting")
    questions = record().attempts[-1].questions
    for place, name in enumerate(questions, 1):
        task = here.library.course.tasks[name]
        if task.kind == "choice":
            fill(screen, name, next(option for option in task.options if option != task.answer))
            how_sure(screen, 3)
        screen.press(f"Vraag {place + 1}" if place < len(questions) else "Naar inleveren")
    screen.press("Inleveren")
    assert screen.address == {"quiz": "startmeting"}
    screen.go("toets", quiz="startmeting", zeker="1")
    assert screen.title.endswith("goed")
    assert record().cards == {}


def test_the_result_says_what_your_certainty_was_worth(open_page: Open) -> None:
    screen = open_page()
    take(screen, {**RIGHT, "vraag-woord": "kopje"}, {"vraag-water": 3, "vraag-groen": 2, "vraag-woord": 2})
    # Marks 3, 2 and -2: one on average.
    assert screen.says("Je was bij 1 van je 2 goede antwoorden ook zeker van je zaak.")
    assert screen.says("gemiddelde 1,0 (van −6 tot 3, over 3 antwoorden)")
    assert screen.says("Dat telt niet mee voor slagen.")
    screen.press("Vraag 1: klopt")
    assert screen.says("Jouw antwoord · zeker: dit klopt")


# Nakijken


def marked(screen: Screen) -> None:
    """A quiz with one question wrong, one unsure and one marked."""
    begin(screen, "proeftoets")
    fill(screen, "vraag-water", "schenken")
    screen.press("Vraag 2")
    fill(screen, "vraag-groen", "waar")
    how_sure(screen, 1)
    screen.press("Vraag 3")
    fill(screen, "vraag-woord", "theepot")
    screen.press("Markeer voor later")
    screen.press("Naar inleveren")
    screen.press("Inleveren")


def review_list(screen: Screen) -> list[str]:
    return [label.partition(":")[0] for label in screen.buttons if label.startswith("Vraag")]


@pytest.mark.parametrize(("choice", "place"), [("fout", 1), ("onzeker", 2), ("gemarkeerd", 3)])
def test_what_was_wrong_unsure_or_marked_can_be_picked_and_the_address_keeps_it(open_page: Open, choice: str, place: int) -> None:
    screen = open_page()
    marked(screen)
    assert review_list(screen) == ["Vraag 1", "Vraag 2", "Vraag 3"]
    screen.app.radio(key="picked").set_value(choice)
    screen.again()
    assert screen.address == {"quiz": "proeftoets", "toon": choice}
    assert review_list(screen) == [f"Vraag {place}"]
    screen.press(f"Vraag {place}")
    assert screen.address == {"quiz": "proeftoets", "nakijken": str(place), "toon": choice}
    assert screen.says(f"nakijken, vraag {place} van 3")
    screen.press("Naar de uitslag")
    assert review_list(screen) == [f"Vraag {place}"]
    again = open_page("toets", quiz="proeftoets", toon=choice)
    assert again.app.radio(key="picked").value == choice
    again.app.radio(key="picked").set_value("")
    again.again()
    assert again.address == {"quiz": "proeftoets"}
    assert len(review_list(again)) == 3


def test_on_from_a_picked_question_goes_to_the_next_that_is_picked(open_page: Open) -> None:
    take(open_page(), {**WRONG, "vraag-groen": "waar"}, {})
    screen = open_page("toets", quiz="proeftoets", nakijken="1", toon="fout")
    screen.press("Vraag 3")
    assert screen.address["nakijken"] == "3"
    screen.press("Vraag 1")
    assert screen.address["nakijken"] == "1"


@pytest.mark.parametrize("choice", ["onzin", "onzeker", ""])
def test_what_picks_nothing_shows_everything(open_page: Open, choice: str) -> None:
    take(open_page(), {**RIGHT, "vraag-water": "schenken"}, {})
    screen = open_page("toets", quiz="proeftoets", toon=choice)
    assert len(review_list(screen)) == 3
    assert screen.app.radio(key="picked").options == ["alles (3)", "nog niet goed (1)"]


# Voortgang


def test_with_few_answers_progress_gives_no_percentage(open_page: Open) -> None:
    screen = open_page()
    take(screen, RIGHT, dict.fromkeys(RIGHT, 3))
    screen.go("voortgang")
    assert screen.says("Als je zeker bent: 3 antwoorden. Dat is te weinig om iets over te zeggen")
    assert not any("zeker" in chart for chart in screen.charts)


def test_who_never_said_how_sure_hears_nothing_of_it(open_page: Open) -> None:
    screen = open_page()
    take(screen, RIGHT, {})
    screen.go("voortgang")
    assert not screen.says("Klopt het als je zeker bent?")


def test_calibration_is_a_chart_with_counts_and_the_same_in_words(open_page: Open, here: Runtime, learner: str, clock: Clock) -> None:
    for number in range(8):
        given = Answer(f"a{number}", "vraag-water", "x", "koken", float(number < 4), clock(), certainty=3, context="herhalen")
        here.store.answer(learner, given)
    screen = open_page("voortgang")
    assert "Balken: Als je zeker bent (8 antwoorden) klopt het in 50%." in screen.charts
    assert screen.says(
        "Als je zeker bent, klopt het in 50% van 8 antwoorden. Passend is boven 80%: je bent hier vaker zeker dan het klopt."
    )


def test_goals_are_said_to_be_mastered_or_what_to_do(open_page: Open, clock: Clock) -> None:
    screen = open_page()
    take(screen, RIGHT, {})
    take(screen, RIGHT, {})
    screen.go("voortgang")
    assert screen.says("Je beheerst 1 van de 2 leerdoelen.")
    goals = screen.folded("Alle leerdoelen, en wat je nu kunt doen")
    assert "Beheerst (laatste 3 antwoorden: 100%)." in goals
    assert "Nog te weinig antwoorden (2 antwoorden op 1 vraag)." in goals
    clock.wait(days=3)
    screen.go("voortgang")
    assert "Doe vandaag Herhalen." in screen.folded("Alle leerdoelen, en wat je nu kunt doen")


class TestTheRealCourse:
    @pytest.fixture
    def content(self) -> Path:
        return ROOT

    @pytest.mark.parametrize("kind", ["order", "match", "multiple", "number"])
    def test_every_kind_of_answer_keeps_its_certainty(self, open_page: Open, here: Runtime, record: Read, kind: str) -> None:
        course = here.library.course
        quiz, place, name = next(
            (quiz.id, place, name)
            for quiz in course.quizzes.values()
            for place, name in enumerate(quiz.questions, 1)
            if course.tasks[name].kind == kind
        )
        begin(open_page(), quiz)
        screen = open_page("toets", quiz=quiz, vraag=str(place))
        how_sure(screen, 2)
        assert record().answers == (), "saying how sure is not an answer"
        fill(screen, name, solution(course.tasks[name])) if kind in ("number", "multiple") else screen.send(
            name, **{"order" if kind == "order" else "placed": solution(course.tasks[name])}
        )
        assert [(answer.score, answer.certainty) for answer in record().answers][-1] == (1, 2)
