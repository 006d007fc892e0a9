"""What happened in a room, for afterwards: rounds, what was answered, what was asked. Nobody can be found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from school.content import Course
from school.live import Asked, Ballot, Question, QuestionState, Room, Round, asked_in, tally
from school.live.questions import Cloud, OpenText, Poll, Scale
from school.room_results import Row, right_answer, rows, said
from school.tasks import Choice, Match, Multiple, Number, Order, Reflect, ShortWords, TrueFalse

STATES: dict[QuestionState, str] = {"shown": "open", "answered": "beantwoord", "parked": "geparkeerd"}
"""What the room saw; what waits or was hidden is nobody's business afterwards."""


@dataclass(frozen=True)
class RoundReport:
    """One round: how many answered or skipped, the distribution from the least number of answers on, and what was let through."""

    prompt: str
    sort: str
    number: int
    answered: int
    skipped: int
    hidden: bool
    rows: tuple[Row, ...]
    said: str
    right: tuple[str, ...]
    texts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class RoomReport:
    """A room. `questions` are texts with votes and state."""

    title: str
    course: str
    opened: datetime
    closed: datetime | None
    rounds: tuple[RoundReport, ...]
    questions: tuple[tuple[str, int, str], ...]


def room_report(
    course: Course, room: Room, rounds: Sequence[Round], ballots: Mapping[str, Sequence[Ballot]], questions: Sequence[Question]
) -> RoomReport:
    """The report; `ballots` by id of the round. A round whose task the course does not have any more is left out."""
    told = [_round(asked, each, ballots.get(each.id, ())) for each in rounds if (asked := asked_in(course, each))]
    heard = tuple((one.text, one.votes, STATES[one.state]) for one in questions if one.state in STATES and one.text)
    return RoomReport(room.title, course.about.title, room.opened, room.closed, tuple(told), heard)


def _round(asked: Asked, of: Round, ballots: Sequence[Ballot]) -> RoundReport:
    counted = tally(asked, ballots, of.hand_counts)
    drawn = rows(asked, counted, ballots, right_shown=True)
    if isinstance(asked, Cloud):
        texts = tuple((bar.label, int(bar.count)) for bar in counted.bars)
    else:
        texts = tuple((text, 1) for text in counted.texts)
    sentence = said(asked, counted, drawn, right_shown=True)
    right = tuple(right_answer(asked))
    return RoundReport(
        asked.prompt, sort_of(asked), of.number, counted.answered, counted.skipped, counted.hidden, drawn, sentence, right, texts
    )


def sort_of(asked: Asked) -> str:
    """What kind of question it is, in a word or two."""
    match asked:
        case Choice():
            return "meerkeuze"
        case Multiple():
            return "meer antwoorden"
        case TrueFalse():
            return "waar of niet waar"
        case Number():
            return "getal"
        case Order():
            return "volgorde"
        case Match():
            return "paren maken"
        case ShortWords():
            return "kort antwoord"
        case Reflect():
            return "om over na te denken"
        case Poll():
            return "peiling"
        case Scale():
            return "schaal"
        case Cloud():
            return "woordwolk"
        case OpenText():
            return "open vraag"
        case _:
            assert_never(asked)
