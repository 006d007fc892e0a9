"""What a room is asked, and what came back: first parse, then score, as in `school.grading`."""

from typing import assert_never

from school import grading
from school.content import Course
from school.grading import Response, ResponseError
from school.live.questions import Cloud, LiveQuestion, OpenText, Poll, Scale, live_question
from school.live.room import Round
from school.tasks import Choice, Match, Multiple, Number, Order, Reflect, ShortWords, Task, TrueFalse

__all__ = ["Asked", "LiveQuestion", "asked_in", "is_free_text", "live_question", "parse", "score", "shown_response"]

Asked = Task | LiveQuestion
MAX_CLOUD, MAX_OPEN = 40, 400
"""Characters."""


def asked_in(course: Course, of: Round) -> Asked | None:
    """What this round asks; nothing when the course does not have the task any more."""
    return of.own or course.tasks.get(of.task)


def parse(asked: Asked, raw: object) -> Response:
    """The answer in `raw`, in the form that is stored; `ResponseError` when it cannot be one."""
    match asked:
        case Poll():
            if not isinstance(raw, str) or raw not in asked.options:
                raise ResponseError("not one of the options")
            return raw
        case Scale():
            return _point(asked, raw)
        case Cloud():
            return _text(raw, MAX_CLOUD)
        case OpenText():
            return _text(raw, MAX_OPEN)
        case Choice() | Multiple() | TrueFalse() | Number() | Order() | Match() | ShortWords() | Reflect():
            return grading.parse(asked, raw)
        case _:
            assert_never(asked)


def score(asked: Asked, response: Response) -> float | None:
    """What the answer is worth, 0 to 1; nothing where nothing is right or wrong."""
    match asked:
        case Poll() | Scale() | Cloud() | OpenText() | Reflect():
            return None
        case Choice() | Multiple() | TrueFalse() | Number() | Order() | Match() | ShortWords():
            return grading.grade(asked, response).score
        case _:
            assert_never(asked)


def shown_response(asked: Asked, response: Response) -> list[str]:
    """The answer as a person reads it, one line per part."""
    match asked:
        case Poll():
            return [asked.options.get(str(response), "")]
        case Scale():
            return [f"{int(response)} van {asked.high}" if isinstance(response, (int, float)) else ""]
        case Cloud() | OpenText():
            return [str(response)]
        case Choice() | Multiple() | TrueFalse() | Number() | Order() | Match() | ShortWords() | Reflect():
            return grading.in_words(asked, response)
        case _:
            assert_never(asked)


def is_free_text(asked: Asked) -> bool:
    """Whether people write freely here, so that a trainer looks before it is shown, and it is deleted in time."""
    return isinstance(asked, (Cloud, OpenText))


def _point(asked: Scale, raw: object) -> float:
    try:
        point = int(raw) if isinstance(raw, (str, int)) else int("")
    except ValueError:
        raise ResponseError("a point is a whole number") from None
    if not asked.low <= point <= asked.high:
        raise ResponseError("outside the scale")
    return point


def _text(raw: object, most: int) -> str:
    text = " ".join(raw.split()) if isinstance(raw, str) else ""
    if not text or len(text) > most or not text.isprintable():
        raise ResponseError(f"1 to {most} characters of text")
    return text
