"""The glasses: what an author may write, and that in the course every signal reads through every pair."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from school.explainers.glasses import BARE, TOGETHER, Glasses
from school.loading import load_course

COURSE = load_course(Path(__file__).parent.parent, today=date(2026, 11, 22))
PAIRS = ("hechting", "trauma", "adhd", "autisme", "niets")
LONGEST = 80
GOOD: dict[str, Any] = {
    "kind": "glasses",
    "title": "Brillen",
    "bare": "Zet een bril op.",
    "glasses": {"een": {"title": "Een", "look": "Je kijkt."}, "twee": {"title": "Twee", "look": "Je kijkt weer."}},
    "signals": {
        "stil": {"text": "Stil", "through": {"een": "Kan rust zijn.", "twee": "Kan angst zijn."}},
        "druk": {"text": "Druk", "through": {"een": "Kan plezier zijn.", "twee": "Kan spanning zijn."}},
    },
    "conclusion": "Niets is zeker.",
    "sources": ["vakkennis"],
}


def _real(name: str) -> Glasses:
    found = COURSE.explainers[name]
    assert isinstance(found, Glasses)
    return found


REAL = {name: _real(name) for name in ("signalen-door-brillen", "traumasignalen-door-brillen")}


def test_one_begins_without_glasses_and_ends_with_all_of_them() -> None:
    assert Glasses.model_validate(GOOD).states == (BARE, "een", "twee", TOGETHER)


def test_a_pair_cannot_have_the_address_of_another_picture() -> None:
    glasses = {BARE: GOOD["glasses"]["een"], "twee": GOOD["glasses"]["twee"]}
    with pytest.raises(ValidationError, match="'zonder-bril' is het adres van een ander beeld"):
        Glasses.model_validate(GOOD | {"glasses": glasses})


def test_a_signal_that_lacks_a_pair_is_named_with_the_pair() -> None:
    signals = GOOD["signals"] | {"stil": {"text": "Stil", "through": {"een": "Kan rust zijn."}}}
    with pytest.raises(ValidationError, match=r"signals\.stil\.through: elk signaal heeft één zin voor elke bril \(twee\)"):
        Glasses.model_validate(GOOD | {"signals": signals})


def test_in_words_stands_every_reading_and_the_conclusion() -> None:
    words = Glasses.model_validate(GOOD).in_words()
    assert "**Stil**\n\n- Een: Kan rust zijn.\n- Twee: Kan angst zijn." in words
    assert words.endswith("Niets is zeker.")


def test_the_course_looks_at_fourteen_and_at_nine_signals_through_the_same_five_pairs() -> None:
    assert [len(glasses.signals) for glasses in REAL.values()] == [14, 9]
    assert all(tuple(glasses.glasses) == PAIRS for glasses in REAL.values())


@pytest.mark.parametrize("name", REAL)
def test_each_reading_is_short_careful_and_said_once(name: str) -> None:
    read = [sentence for signal in REAL[name].signals.values() for sentence in signal.through.values()]
    assert [sentence for sentence in read if not sentence.startswith("Kan ")] == []
    assert [sentence for sentence in read if len(sentence) > LONGEST] == []
    assert len(set(read)) == len(read)


def test_nobody_manipulates() -> None:
    texts = [signal.text for signal in REAL["signalen-door-brillen"].signals.values()]
    assert "Probeert controle te houden in contact" in texts
    assert not any("manipul" in text.lower() for text in texts)
