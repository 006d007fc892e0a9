"""What a room is and what happens in it: where it stands, rounds, votes and questions. Facts only; nothing is counted here."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypedDict

from school.grading import Response
from school.live.questions import LiveQuestion

TEXT_DAYS = 30
"""Days after closing a room until what people wrote in it is deleted."""
ANONYMOUS_MONTHS = 12
"""Months without activity until nobody's answers in a room can be told apart from another's."""
ABANDONED_HOURS = 48
"""Hours without activity until a room that was left open closes by itself."""

PLAYS, PAUSED = "speelt", "pauze"
"""What a film does."""

TextState = Literal["waiting", "shown", "hidden"]
QuestionState = Literal["waiting", "shown", "answered", "parked", "hidden"]


@dataclass(frozen=True)
class Room:
    """A room as it stands. `order` are the addresses of its slides (see `school.slides`), `at` is the place in it, `since` when.

    `state` is the open state of the explainer on that slide, `film` whether its film plays (`PLAYS`, `PAUSED`); nothing until
    somebody moved them. `questions`: those of the room lie over the slide. `round` is the round that is on the screens.
    `driver` names the trainer's screen that steers; nobody yet when empty. `moderated`: a trainer sees what people write
    before it is shown. `revision` is higher after every change but a vote.
    """

    id: str
    code: str
    title: str
    order: tuple[str, ...]
    opened: datetime
    at: int = 0
    dark: bool = False
    since: datetime | None = None
    state: str | None = None
    film: str | None = None
    questions: bool = False
    driver: str | None = None
    moderated: bool = True
    round: str | None = None
    closed: datetime | None = None
    revision: int = 0

    @property
    def address(self) -> str | None:
        """The slide that is on; nothing in a room without slides."""
        return self.order[self.at] if 0 <= self.at < len(self.order) else None


class Move(TypedDict, total=False):
    """What who steers can change, in the words of `Room`; what is not named stays as it is."""

    at: int
    dark: bool
    state: str
    film: str
    questions: bool


@dataclass(frozen=True)
class Round:
    """A task of the course, or a question of the trainer's own (`own`), put to the room; the second time is round 2.

    `hand_counts` is what the trainer counted without phones, by option.
    """

    id: str
    room: str
    task: str
    opened: datetime
    number: int = 1
    own: LiveQuestion | None = None
    closed: datetime | None = None
    answers_shown: bool = False
    right_shown: bool = False
    hand_counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        return self.closed is None


@dataclass(frozen=True)
class Vote:
    """What one participant answered in a round; the last one counts. Without a response they skipped it.

    `participant` is a hash that means something in this room only, see `school.identity.participant_id`. `state` is
    that of a written answer, and nothing for the others.
    """

    room: str
    round: str
    participant: str
    response: Response | None
    at: datetime
    score: float | None = None
    unsure: bool = False
    state: TextState | None = None


@dataclass(frozen=True)
class Ballot:
    """How many gave the same answer. A text that was deleted is an empty response."""

    response: Response | None
    count: int
    score: float | None = None
    state: TextState | None = None


@dataclass(frozen=True)
class WrittenAnswer:
    """What somebody wrote, for the trainer who decides whether it is shown. `id` is unique within the round."""

    id: str
    text: str
    state: TextState
    at: datetime


@dataclass(frozen=True)
class Question:
    """A question from the room. `backed` says whether the participant who looks voted for it, `mine` whether they asked it."""

    id: str
    room: str
    text: str
    at: datetime
    state: QuestionState = "waiting"
    votes: int = 0
    mine: bool = False
    backed: bool = False


@dataclass(frozen=True)
class Forgotten:
    """What was forgotten in one go: rooms closed that were left open, texts deleted, rooms whose answers are nobody's now."""

    closed: int
    texts: int
    anonymised: int


@dataclass(frozen=True)
class Pulse:
    """Two numbers to ask for often: `revision` rises with every change of the room, `votes` with every vote."""

    revision: int
    votes: int


def new_code() -> str:
    """Six digits, not beginning with 0, so that nobody leaves that out."""
    return str(100_000 + secrets.randbelow(900_000))
