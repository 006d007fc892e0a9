"""The table in loose cards and the percentages to guess: what an author may write, and what is said of how cards lie."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from school.explainers.percentages import Percentages
from school.explainers.styles import Styles
from school.learning import GUESSED, Answer, Record, evidence
from school.loading import load_course
from school.reviewing import matters, rebuild
from school.teams.facts import facts_of

COURSE = load_course(Path(__file__).parent.parent, today=date(2026, 11, 22))
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SPOILT = Callable[[dict[str, Any]], object]


def _styles() -> Styles:
    found = COURSE.explainers["stijlen-kaartjes"]
    assert isinstance(found, Styles)
    return found


def _percentages() -> Percentages:
    found = COURSE.explainers["stijlen-percentages"]
    assert isinstance(found, Percentages)
    return found


CARDS = _styles()
FIGURES = _percentages()
RIGHT = {name: dict(task.pairs) for name, task in CARDS.tasks.items()}


def laid(column: str, **cards: str) -> dict[str, dict[str, str]]:
    """All cards right, but for some in one column."""
    return {**RIGHT, column: {**RIGHT[column], **{row.replace("_", "-"): card for row, card in cards.items()}}}


def test_four_rows_each_hold_a_parent_a_child_and_a_style_and_two_cards_of_each_belong_nowhere() -> None:
    assert len(CARDS.rows) == 4
    for task in CARDS.tasks.values():
        assert len(task.pairs) == 4
        assert len(task.decoys) == 2


def test_a_row_in_which_all_belongs_together_is_explained() -> None:
    said = CARDS.said(RIGHT)
    assert {row: feedback.text for row, feedback in said.items()} == {row: told.fits for row, told in CARDS.rows.items()}
    assert {feedback.head for feedback in said.values()} == {"Past bij elkaar."}


def test_a_near_miss_is_explained_by_the_mistake_that_was_foreseen() -> None:
    said = CARDS.said(laid("ouder-en-stijl", weinig_er="rhs"))["weinig-er"]
    assert said.fits == {"ouder-en-kind": True, "ouder-en-stijl": False}
    assert said.head == "Kijk nog eens naar de stijl."
    assert said.text == CARDS.tasks["ouder-en-stijl"].mistakes["afwezig-als-stoornis"].feedback


def test_another_wrong_card_gets_a_pointer_that_does_not_give_the_answer_away() -> None:
    said = CARDS.said(laid("ouder-en-stijl", reageert="rhs"))["reageert"]
    assert said.text == CARDS.rows["reageert"].look["ouder-en-stijl"]
    for name, row in CARDS.rows.items():
        for column, text in row.look.items():
            right = CARDS.tasks[column].right[RIGHT[column][name]]
            assert right.partition(" (")[0].lower() not in text.lower()


def test_a_row_with_two_wrong_cards_says_something_of_both() -> None:
    wrong = {**laid("ouder-en-kind", wisselt="gehoorzaamt"), "ouder-en-stijl": {**RIGHT["ouder-en-stijl"], "wisselt": "gedesorganiseerd"}}
    said = CARDS.said(wrong)["wisselt"]
    assert said.head == "Kijk nog eens naar het kind. Kijk nog eens naar de stijl."
    assert CARDS.rows["wisselt"].look["ouder-en-kind"] in said.text
    assert CARDS.tasks["ouder-en-stijl"].mistakes["onvoorspelbaar-als-beangstigend"].feedback in said.text


def test_every_wrong_card_in_every_place_has_feedback_of_its_own() -> None:
    for column, task in CARDS.tasks.items():
        for row, right in task.pairs.items():
            for card in task.right:
                if card != right:
                    said = CARDS.said(laid(column, **{row: card}))[row]
                    assert not said.fits[column]
                    assert said.text


def test_on_paper_the_cards_stand_without_what_belongs_together() -> None:
    for row in CARDS.rows.values():
        assert row.fits not in CARDS.in_words()
    for task in CARDS.tasks.values():
        assert all(text in CARDS.in_words() for text in task.right.values())


SPOILT_CARDS: list[tuple[str, SPOILT]] = [
    ("columns: ", lambda data: data["columns"].pop("ouder-en-kind")),
    ("rows: 'ouder-en-kind' heeft onder 'left' andere namen", lambda data: data["rows"].pop("wisselt")),
    ("rows: 'wisselt' heeft onder 'look'", lambda data: data["rows"]["wisselt"]["look"].pop("ouder-en-stijl")),
    (
        "elk kaartje één keer past",
        lambda data: data["exercises"]["ouder-en-kind"]["pairs"].update({"wisselt": "alleen", "reageert": "alleen"}),
    ),
]


@pytest.mark.parametrize(("message", "spoil"), SPOILT_CARDS, ids=[message for message, _ in SPOILT_CARDS])
def test_a_table_that_does_not_hold_together_is_refused_in_plain_words(message: str, spoil: SPOILT) -> None:
    data = CARDS.model_dump(by_alias=True)
    spoil(data)
    if "één keer" in message:
        data["exercises"]["ouder-en-kind"]["decoys"] = [
            name for name in CARDS.tasks["ouder-en-kind"].right if name not in ("alleen", "tegenstrijdig")
        ]
        data["exercises"]["ouder-en-kind"]["mistakes"] = {}
    with pytest.raises(ValidationError, match=message):
        Styles.model_validate(data)


def test_the_sets_add_up_as_is_said_of_them() -> None:
    assert [group.total for group in FIGURES.groups.values()] == [101, 96, 100]
    assert ["101" in FIGURES.groups["reeks-1"].sum, "96" in FIGURES.groups["reeks-2"].sum] == [True, True]
    assert "niet bekend" in FIGURES.groups["reeks-2"].sum


def test_the_figures_are_those_of_the_slide_and_of_madigan_2023() -> None:
    assert [list(group.shares.values()) for group in FIGURES.groups.values()] == [
        [15, 62, 9, 15],
        [44, 7, 15, 30],
        [14.7, 51.6, 10.2, 23.5],
    ]


def test_in_words_everything_stands_that_the_chart_shows() -> None:
    words = FIGURES.in_words()
    for group in FIGURES.groups.values():
        assert all(text in words for text in (group.title, group.who, group.how, group.sum))
    assert "| Vermijdend | 15% | 44% | 14,7% |" in words
    assert "| Opgeteld | 101% | 96% | 100% |" in words


SPOILT_FIGURES: list[tuple[str, SPOILT]] = [
    ("heeft onder 'shares' een percentage nodig", lambda data: data["groups"]["reeks-2"]["shares"].pop("veilig")),
    ("guesses: ", lambda data: data["guesses"].pop("veilig")),
    (
        "vraagt met 'kind: number' naar het percentage van de eerste groep",
        lambda data: data["groups"]["reeks-1"]["shares"].update(veilig=63),
    ),
]


@pytest.mark.parametrize(("message", "spoil"), SPOILT_FIGURES, ids=[message for message, _ in SPOILT_FIGURES])
def test_figures_that_do_not_hold_together_are_refused_in_plain_words(message: str, spoil: SPOILT) -> None:
    data = FIGURES.model_dump(by_alias=True)
    spoil(data)
    with pytest.raises(ValidationError, match=message):
        Percentages.model_validate(data)


def test_a_guess_does_the_step_but_says_nothing_of_what_somebody_can_and_does_not_come_back() -> None:
    guess = Answer("1", "schatting-veilig", "v", 10.0, 0.0, NOON, context=GUESSED)
    record = Record(answers=(guess,))
    assert guess.in_lesson
    assert record.last_exercise_answer("schatting-veilig") == guess
    assert evidence(COURSE, record) == []
    assert not matters(guess)
    assert rebuild(record, ["schatting-veilig"]) == {}
    assert rebuild(Record(answers=(replace(guess, context=None),)), []) != {}


def test_a_guess_is_no_figure_of_a_team() -> None:
    guess = Answer("1", "schatting-veilig", "v", 10.0, 0.0, NOON, context=GUESSED)
    units = [fact.unit for fact in facts_of(COURSE, Record(answers=(guess,)))]
    assert not any("schatting" in unit for unit in units)
    assert any("schatting" in fact.unit for fact in facts_of(COURSE, Record(answers=(replace(guess, context=None),))))
