"""How a running order is written down: its parts as plain values, ready for JSON, and back."""

from typing import Any, assert_never

from school.live import live_question
from school.running_orders import Break, Item, OwnQuestion, Part


def to_plain(part: Item) -> list[Any]:
    """A step with its minutes; what is no step has its kind before that."""
    match part:
        case Part(step, minutes):
            return [step, minutes]
        case Break(name, minutes):
            return ["pauze", name, minutes]
        case OwnQuestion(name, question, minutes):
            return ["eigen", name, minutes, question.model_dump(mode="json")]
        case _:
            assert_never(part)


def from_plain(written: list[Any]) -> Item:
    """`ValueError` for what this course does not know."""
    match written:
        case ["pauze", name, minutes]:
            return Break(name, minutes)
        case ["eigen", name, minutes, question]:
            return OwnQuestion(name, live_question(question), minutes)
        case [step, minutes]:
            return Part(step, minutes)
        case _:
            raise ValueError(f"a running order holds {written!r}, which this course does not know")
