"""A room that is taught live: what is on screen, what was asked and answered. No store, no clock, no page."""

from school.live.asked import Asked, LiveQuestion, asked_in, is_free_text, live_question, parse, score, shown_response
from school.live.home import ROOM, answers_home
from school.live.questions import Cloud, OpenText, Poll, Scale
from school.live.room import (
    ABANDONED_HOURS,
    ANONYMOUS_MONTHS,
    TEXT_DAYS,
    Ballot,
    Forgotten,
    Pulse,
    Question,
    QuestionState,
    Room,
    Round,
    TextState,
    Vote,
    WrittenAnswer,
    new_code,
)
from school.live.tally import FEWEST, Bar, Tally, tally

__all__ = [
    "ABANDONED_HOURS",
    "ANONYMOUS_MONTHS",
    "FEWEST",
    "ROOM",
    "TEXT_DAYS",
    "Asked",
    "Ballot",
    "Bar",
    "Cloud",
    "Forgotten",
    "LiveQuestion",
    "OpenText",
    "Poll",
    "Pulse",
    "Question",
    "QuestionState",
    "Room",
    "Round",
    "Scale",
    "Tally",
    "TextState",
    "Vote",
    "WrittenAnswer",
    "answers_home",
    "asked_in",
    "is_free_text",
    "live_question",
    "new_code",
    "parse",
    "score",
    "shown_response",
    "tally",
]
