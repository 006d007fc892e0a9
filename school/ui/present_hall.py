"""A room as the screens show it: what is on, what was asked, what came back. Read from the store, once per run."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

import streamlit as st

from school.content import Course
from school.live import Asked, Ballot, Pulse, Room, Round, Tally, asked_in, tally
from school.running_orders import RunningOrder, slides_in
from school.slides import Slide, find_slide
from school.store import UNREACHABLE
from school.store.room_store import RoomStore
from school.ui.visit import Visit

LISTENING = timedelta(seconds=15)
"""A phone that said nothing for so long is away."""
GONE = "Dit beeld is er niet meer"
_KEPT = "hall"
EPOCH = datetime(2018, 12, 13, tzinfo=UTC)


Counted = tuple[Tally, tuple[Ballot, ...]]


@dataclass(frozen=True)
class Hall:
    """One room, with its slides in order. `plan` is the running order that it follows, `counts` what rounds came to, by id.

    `reachable` is false when the store is away and this is what we knew before.
    """

    here: Visit
    room: Room
    plan: RunningOrder
    slides: tuple[Slide, ...]
    rounds: tuple[Round, ...] = ()
    counts: Mapping[str, Counted] = field(default_factory=dict)
    phones: int = 0
    started: datetime = EPOCH
    pulse: Pulse | None = None
    reachable: bool = True

    @property
    def store(self) -> RoomStore:
        return self.here.runtime.store.rooms

    @property
    def place(self) -> int:
        """Where the room is, also when slides went."""
        return min(max(self.room.at, 0), len(self.slides) - 1)

    @property
    def slide(self) -> Slide:
        return self.slides[self.place]

    @property
    def next_slide(self) -> Slide | None:
        return next(iter(self.slides[self.place + 1 :]), None)

    @property
    def round(self) -> Round | None:
        """The round that is on the screens."""
        return next((each for each in self.rounds if each.id == self.room.round), None)

    @property
    def asked(self) -> Asked | None:
        return asked_in(self.here.course, self.round) if self.round else None

    @property
    def slide_tasks(self) -> tuple[str, ...]:
        """The ids of what can be asked to the room at this slide: its question, or those of its explainer."""
        course, explainer = self.here.course, self.here.course.explainers.get(self.slide.explainer or "")
        if explainer is not None:
            return tuple(explainer.exercises)
        return (self.slide.task,) if self.slide.task and (self.slide.own or self.slide.task in course.tasks) else ()

    @property
    def shows_question(self) -> bool:
        """Whether the question that is put to the room takes the place of the slide: it belongs to this one."""
        return self.round is not None and self.asked is not None and self.round.task in self.slide_tasks

    def rounds_of(self, task: str) -> tuple[Round, ...]:
        return tuple(each for each in self.rounds if each.task == task)


def hall(here: Visit, code: str) -> Hall | None:
    """The room with this code; nothing when there is none. Without the store it is the room as this session saw it last."""
    try:
        found = _read(here, code) if code.isascii() and code.isdecimal() else None
    except UNREACHABLE:
        kept = st.session_state.get(_KEPT)
        return replace(kept, here=here, reachable=False) if kept and kept.room.code == code else None
    st.session_state[_KEPT] = found
    return found


def _read(here: Visit, code: str) -> Hall | None:
    store = here.runtime.store.rooms
    room = store.by_code(code)
    if room is None:
        return None
    pulse = store.pulse(room.id)
    plan = here.runtime.store.room_plan(room.id) or RunningOrder(room.title, ())
    started = here.runtime.store.room_started(room.id) or room.opened
    rounds = store.rounds(room.id)
    on = next((each.task for each in rounds if each.id == room.round), None)
    counts = {each.id: counted(here.course, store, each) for each in rounds if each.task == on and asked_in(here.course, each)}
    phones = store.phones(room.id, since=here.now - LISTENING)
    return Hall(here, room, plan, slides_for(here.course, room.order, plan), rounds, counts, phones, started, pulse)


def counted(course: Course, store: RoomStore, of: Round) -> Counted:
    """What a round came to; the course must still have what it asked."""
    asked = asked_in(course, of)
    assert asked is not None
    ballots = store.ballots(of.id)
    return tally(asked, ballots, of.hand_counts), ballots


def slides_for(course: Course, order: tuple[str, ...], plan: RunningOrder) -> tuple[Slide, ...]:
    """The slides at these addresses, with the time and notes of the plan; one that is gone keeps its place, so nothing shifts."""
    planned = {slide.address: slide for slide in slides_in(course, plan)}
    return tuple(planned.get(address) or find_slide(course, address) or _gone(address) for address in order) or (_gone(""),)


def _gone(address: str) -> Slide:
    return Slide(address, address.partition("/")[0], 1, GONE, 0)


def screen_id(here: Visit) -> str:
    """What this browser is called among those that steer; it says nothing of who it is outside the room."""
    own = here.learner or st.session_state.setdefault("screen-id", f"zonder-cookie-{id(st.session_state)}")
    return blake2b(own.encode(), digest_size=8, person=b"scherm").hexdigest()
