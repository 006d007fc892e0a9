"""The balance: what an author may write, and that the drawing says what research says: a pile weighs more than its parts."""

from copy import deepcopy
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from school.explainers.balance import LEVELS, NEITHER, PROTECTION, RISK, TILTS, Balance
from school.loading import load_course

COURSE = load_course(Path(__file__).parent.parent, today=date(2026, 11, 22))
GOOD: dict[str, Any] = {
    "kind": "balance",
    "title": "Wegen",
    "picture": "Een beeld en geen meting.",
    "cases": {
        "noor": {
            "title": "Noor",
            "exercise": "noor-wegen",
            "cards": {"oma": {"level": "gezin", "feedback": "Oma is er."}, "schuld": {"level": "gezin", "feedback": "Dat drukt."}},
        }
    },
    "pile": {"een": {"title": "Eén", "risks": 1, "protections": 0, "text": "Bijna recht."}},
    "sources": ["vakkennis"],
    "exercises": {
        "noor-wegen": {
            "kind": "match",
            "goal": "risico-en-bescherming",
            "prompt": "Leg neer.",
            "left": {"oma": "Oma", "schuld": "Schulden"},
            "right": {RISK: "Risico", PROTECTION: "Bescherming", NEITHER: "Niets"},
            "pairs": {"oma": PROTECTION, "schuld": RISK},
            "decoys": [NEITHER],
            "feedback": "Goed.",
            "otherwise": "Nog niet.",
            "why": "Daarom.",
            "sources": ["vakkennis"],
            "reviewed": "2026-11-22",
        }
    },
}


def _real() -> Balance:
    found = COURSE.explainers["balansmodel"]
    assert isinstance(found, Balance)
    return found


def said(change: dict[str, Any]) -> str:
    """What is said of a balance that differs from the good one."""
    with pytest.raises(ValidationError) as refused:
        Balance.model_validate(GOOD | change)
    return str(refused.value)


def test_cases_come_before_the_pile_and_each_exercise_has_its_place() -> None:
    balance = Balance.model_validate(GOOD)
    assert balance.states == ("noor", "een")
    assert balance.asked_at("noor-wegen") == "noor"
    assert Balance.model_validate(GOOD | {"cases": {}, "exercises": {}}).states == ("een",)


def test_an_empty_balance_is_refused() -> None:
    assert "schrijf ten minste één casus" in said({"cases": {}, "pile": {}})


def test_a_picture_cannot_have_the_name_of_a_case() -> None:
    assert "pile: 'noor' is al de naam van een casus" in said({"pile": {"noor": GOOD["pile"]["een"]}})


def test_a_case_needs_an_exercise_of_its_own_kind() -> None:
    assert "staat geen oefening 'noor-wegen' van de soort 'match'" in said({"exercises": {}})


def test_the_cards_are_those_of_the_exercise() -> None:
    cases = deepcopy(GOOD["cases"])
    cases["noor"]["cards"]["buren"] = {"level": "gezin", "feedback": "Zij passen op."}
    assert "niet dezelfde (buren)" in said({"cases": cases})


def test_a_card_lies_on_one_of_three_places() -> None:
    exercises = deepcopy(GOOD["exercises"])
    exercises["noor-wegen"]["right"]["erboven"] = "Erboven"
    exercises["noor-wegen"]["decoys"].append("erboven")
    assert "precies 'risico', 'bescherming' en 'op-zichzelf-niets'" in said({"exercises": exercises})


def test_one_weight_hardly_tilts_and_each_further_one_tilts_more_than_the_one_before() -> None:
    steps = [after - before for before, after in pairwise(TILTS)]
    assert steps == sorted(steps)
    assert TILTS[1] * 5 < TILTS[5]


@pytest.mark.parametrize("case", _real().cases)
def test_a_real_case_has_something_on_every_level_and_as_much_on_both_sides_as_beside(case: str) -> None:
    balance = _real()
    cards = balance.cases[case].cards
    sides = list(balance.task(balance.cases[case]).pairs.values())
    assert {card.level for card in cards.values()} == set(LEVELS)
    assert {side: sides.count(side) for side in (RISK, PROTECTION, NEITHER)} == {RISK: 3, PROTECTION: 3, NEITHER: 3}


@pytest.mark.parametrize(("case", "marker"), [("noor", "alleenstaand"), ("noor", "migratie"), ("sami", "jonge-moeder")])
def test_what_only_marks_a_group_weighs_nothing(case: str, marker: str) -> None:
    balance = _real()
    assert balance.task(balance.cases[case]).pairs[marker] == NEITHER
    assert "niets" in balance.cases[case].cards[marker].feedback


def test_in_words_stands_everything_with_the_level_and_without_the_drawing() -> None:
    words = Balance.model_validate(GOOD).in_words()
    assert words.startswith("Een beeld en geen meting.")
    assert "- Oma (gezin en leefomgeving). *Oma is er.*" in words
    assert words.endswith("**Eén.** Bijna recht.")
