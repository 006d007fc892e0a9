"""Doing a quiz, as a person does it."""

from collections.abc import Mapping

from tests.journeys.screen import Screen

RIGHT = {"vraag-water": "koken", "vraag-groen": "waar", "vraag-woord": "theepot"}
WRONG = {"vraag-water": "schenken", "vraag-groen": "niet-waar", "vraag-woord": "kopje"}


def fill(screen: Screen, name: str, answer: object) -> None:
    """Gives an answer; that is enough to keep it."""
    screen.fill(name, answer)
    screen.again()


def begin(screen: Screen, quiz: str) -> Screen:
    """The first question of a new attempt."""
    screen.go("toets", quiz=quiz)
    screen.press("Begin")
    return screen


def answer_all(screen: Screen, questions: tuple[str, ...], answers: Mapping[str, object]) -> None:
    """Answers the questions for which there is an answer, and ends at the overview."""
    for place, name in enumerate(questions, 1):
        if name in answers:
            fill(screen, name, answers[name])
        screen.press(f"Vraag {place + 1}" if place < len(questions) else "Naar inleveren")


def take(screen: Screen, answers: Mapping[str, object]) -> None:
    """The whole practice quiz, handed in."""
    begin(screen, "proeftoets")
    answer_all(screen, tuple(RIGHT), answers)
    screen.press("Inleveren")
