"""What is on every phone of a room at one moment, read once and shared; a phone's own answer is laid over it elsewhere."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import blake2b

from school.content import Course
from school.grading import solution
from school.live import Asked, Cloud, OpenText, Poll, Question, Room, Round, Scale, Tally, Vote, asked_in, shown_response, tally
from school.live.forms import as_fields
from school.routes.plain import fragment
from school.routes.room_parts import RoomPart, room_parts
from school.routes.room_task import Form, form
from school.running_orders import slide_at
from school.runtime import Runtime
from school.slides import Slide
from school.store import Store
from school.tasks import Reflect

SEEN = ("shown", "answered", "parked")
"""The states of a question from the room that others may see."""


@dataclass(frozen=True)
class Own:
    """What one phone did itself: by round the fields it posted (empty when it skipped), and the questions it backs."""

    answers: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    backed: frozenset[str] = frozenset()
    waiting: tuple[str, ...] = ()

    @cached_property
    def json(self) -> str:
        """For the script of the page."""
        return json.dumps({"rondes": dict(self.answers), "twijfel": sorted(self.unsure), "steun": sorted(self.backed)})


NOBODY = Own()


@dataclass(frozen=True)
class Scene:
    """A room as phones see it."""

    course: Course
    room: Room
    slide: Slide | None
    round: Round | None
    asked: Asked | None
    tally: Tally | None
    questions: tuple[Question, ...]
    asked_before: Mapping[str, Asked]

    @property
    def form(self) -> Form | None:
        if self.asked is None or self.round is None:
            return None
        return form(self.asked, mixed_by=self.round.task, moderated=self.room.moderated)

    @property
    def only_task(self) -> bool:
        """Whether the slide is nothing more than the task that is asked."""
        if self.slide is None or self.round is None or self.slide.task != self.round.task:
            return False
        return self.slide.own is not None or len(self.parts) == 1

    @property
    def marks(self) -> Mapping[str, str]:
        """A mark for each part, which changes when what phones see of it does."""
        asked = (self.round, self.tally, self.right, self.room.moderated)
        slide = (self.room.address, self.room.dark, self.form is None, self.goes_on)
        return {"task": _mark(asked), "slide": _mark(slide), "questions": _mark(self.questions)}

    @property
    def goes_on(self) -> datetime | None:
        """When a break is over."""
        if self.slide is None or not self.slide.pause or self.room.since is None:
            return None
        return self.room.since + timedelta(minutes=self.slide.minutes)

    @property
    def parts(self) -> list[RoomPart]:
        return list(room_parts(self.course, self.slide)) if self.slide else []

    @property
    def right(self) -> list[str]:
        """What is right, in words, once the trainer shows it."""
        if self.round is None or not self.round.right_shown or not _graded(self.asked):
            return []
        assert self.asked is not None
        return shown_response(self.asked, solution(self.asked))  # type: ignore[arg-type]  # graded, so a task of the course

    @cached_property
    def html(self) -> str:
        """The changing part of the page, as it is for a phone that did nothing yet."""
        return self.drawn(NOBODY)

    @cached_property
    def event(self) -> bytes:
        """The same as one event of the stream; its id is the revision, so a phone that comes back says what it has."""
        data = json.dumps({"html": self.html, "dicht": self.room.closed is not None})
        return f"id: {self.room.revision}\nevent: scherm\ndata: {data}\n\n".encode()

    def drawn(self, own: Own) -> str:
        """The changing part of the page with one phone's own answers in it."""
        return fragment("room/screen.html", scene=self, own=own, contacts=self.course.contacts)


def read_scene(here: Runtime, room_id: str) -> Scene | None:
    """The room as it stands now; nothing when it is gone."""
    store, course = here.store.rooms, here.library.course
    room = store.by_id(room_id)
    if room is None:
        return None
    rounds = {each.id: each for each in store.rounds(room_id)}
    current = rounds.get(room.round or "")
    asked = asked_in(course, current) if current else None
    counted = _counted(here.store, current, asked)
    questions = tuple(question for question in store.questions(room_id) if question.state in SEEN and question.text)
    before = {each.id: question for each in rounds.values() if (question := asked_in(course, each))}
    slide = slide_at(course, here.store.room_plan(room_id), room.address or "")
    return Scene(course, room, slide, current if asked else None, asked, counted, questions, before)


def own_view(scene: Scene, votes: Mapping[str, Vote], questions: tuple[Question, ...]) -> Own:
    """What this phone did itself."""
    answers = {
        name: {} if vote.response is None else as_fields(scene.asked_before[name], vote.response)
        for name, vote in votes.items()
        if name in scene.asked_before
    }
    unsure = frozenset(name for name, vote in votes.items() if vote.unsure)
    backed = frozenset(question.id for question in questions if question.backed)
    waiting = tuple(question.text for question in questions if question.mine and question.state == "waiting")
    return Own(answers, unsure, backed, waiting)


def _counted(store: Store, current: Round | None, asked: Asked | None) -> Tally | None:
    if current is None or asked is None or not current.answers_shown:
        return None
    return tally(asked, store.rooms.ballots(current.id), current.hand_counts)


def _mark(what: object) -> str:
    return blake2b(repr(what).encode(), digest_size=6).hexdigest()


def _graded(asked: Asked | None) -> bool:
    return asked is not None and not isinstance(asked, (Poll, Scale, Cloud, OpenText, Reflect))
