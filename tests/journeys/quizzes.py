"""Doing a quiz, as a person does it."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.journeys.screen import Screen

RIGHT = {"vraag-water": "koken", "vraag-groen": "waar", "vraag-woord": "theepot"}
WRONG = {"vraag-water": "schenken", "vraag-groen": "niet-waar", "vraag-woord": "kopje"}
UNSAID: Mapping[str, int] = MappingProxyType({})
"""How sure somebody was who did not say."""


def fill(screen: Screen, name: str, answer: object) -> None:
    """Gives an answer; that is enough to keep it."""
    screen.fill(name, answer)
    screen.again()


def begin(screen: Screen, quiz: str) -> Screen:
    """The first question of a new attempt."""
    screen.go("toets", quiz=quiz)
    screen.press("Begin")
    return screen


def how_sure(screen: Screen, sure: int) -> None:
    """Says so of the question that is asked."""
    screen.app.radio(key=key_of(screen)).set_value(sure)
    screen.again()


def key_of(screen: Screen) -> str:
    """Of the field in which that is said."""
    [key] = [str(radio.key) for radio in screen.app.radio if str(radio.key).startswith("sureness-")]
    return key


def answer_all(screen: Screen, questions: tuple[str, ...], answers: Mapping[str, object], sure: Mapping[str, int] = UNSAID) -> None:
    """Answers the questions for which there is an answer, and ends at the overview."""
    for place, name in enumerate(questions, 1):
        if name in answers:
            fill(screen, name, answers[name])
        if name in sure:
            how_sure(screen, sure[name])
        screen.press(f"Vraag {place + 1}" if place < len(questions) else "Naar inleveren")


def take(screen: Screen, answers: Mapping[str, object], sure: Mapping[str, int] = UNSAID) -> None:
    """The whole practice quiz, handed in, with how sure somebody was."""
    begin(screen, "proeftoets")
    answer_all(screen, tuple(RIGHT), answers, sure)
    screen.press("Inleveren")
