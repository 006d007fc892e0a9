"""An answer as the fields of a form, both ways: what a phone posts, and what was posted before. Nothing is graded here."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from school.grading import Response, ResponseError
from school.live.asked import Asked
from school.live.questions import Cloud, OpenText, Poll, Scale
from school.tasks import Choice, Match, Multiple, Number, Order, Reflect, ShortWords, TrueFalse

Fields = Mapping[str, Sequence[str]]
ANSWER = "antwoord"
PLACE = "plaats-"
PARTNER = "bij-"


def raw_answer(asked: Asked, fields: Fields) -> object:
    """What the fields say, for `school.live.parse` to check; `ResponseError` when they say nothing at all."""
    match asked:
        case Multiple():
            return _ticked(fields)
        case Number():
            return _number(_single(fields, ANSWER))
        case Order():
            places = {name: _single(fields, PLACE + name) for name in asked.items}
            if set(places.values()) != {str(place) for place in range(1, len(asked.items) + 1)}:
                raise ResponseError("not every place once")
            return sorted(places, key=lambda name: int(places[name]))
        case Match():
            return {name: _single(fields, PARTNER + name) for name in asked.left}
        case Choice() | TrueFalse() | ShortWords() | Reflect() | Poll() | Scale() | Cloud() | OpenText():
            return _single(fields, ANSWER)
        case _:
            assert_never(asked)


def as_fields(asked: Asked, response: Response) -> dict[str, list[str]]:
    """The fields that would post this answer."""
    match asked:
        case Order():
            order = response if isinstance(response, list) else []
            return {PLACE + name: [str(place)] for place, name in enumerate(order, 1)}
        case Match():
            pairs = response if isinstance(response, dict) else {}
            return {PARTNER + left: [right] for left, right in pairs.items()}
        case Multiple():
            return {ANSWER: list(response) if isinstance(response, list) else []}
        case Number() | Scale():
            return {ANSWER: [f"{response:g}".replace(".", ",") if isinstance(response, (int, float)) else ""]}
        case Choice() | TrueFalse() | ShortWords() | Reflect() | Poll() | Cloud() | OpenText():
            return {ANSWER: [str(response)]}
        case _:
            assert_never(asked)


def _single(fields: Fields, name: str) -> str:
    values = fields.get(name, ())
    if len(values) != 1:
        raise ResponseError(f"no single value for {name}")
    return values[0]


def _ticked(fields: Fields) -> list[str]:
    """At least one: with none, somebody pressed the button by mistake, and can skip as well."""
    ticked = list(fields.get(ANSWER, ()))
    if not ticked:
        raise ResponseError("nothing ticked")
    return ticked


def _number(text: str) -> float:
    """'12,5' as a person types it."""
    bare = text.strip().removesuffix("%").strip().replace(",", ".")
    try:
        return float(bare)
    except ValueError:
        raise ResponseError("not a number") from None
