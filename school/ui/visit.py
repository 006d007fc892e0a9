"""Who is looking, at which course, and what they did before: gathered once per run, kept nowhere else."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cache, cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from school import keys
from school.content import Course, Step
from school.dutch import HOME
from school.identity import learner_id
from school.learning import Gain, GoalScore, Record, done_steps, gains, goal_scores, resume
from school.mastery import Mastery, mastery
from school.reviewing import day_of, due
from school.runtime import Runtime, runtime
from school.store import UNREACHABLE
from school.ui import saving

COOKIE = "leerling"
_STANDING = "visit-standing"
_ROLE = "visit-role"
_LEAD = "visit-lead"
_KEY_IS_GOOD_FOR = timedelta(seconds=60)


@dataclass(frozen=True)
class Standing:
    """What follows from a record on a day; kept for as long as these are the same."""

    course: Course
    record: Record
    day: date

    @cached_property
    def done(self) -> frozenset[str]:
        """Addresses of the steps that are done."""
        return done_steps(self.course, self.record)

    @cached_property
    def due(self) -> tuple[str, ...]:
        """What is left to review today."""
        return due(self.course, self.record, self.day)

    @cached_property
    def resume(self) -> Step | None:
        """Where to go on."""
        return resume(self.course, self.record, self.done)

    @cached_property
    def goals(self) -> list[GoalScore]:
        """How it goes per learning goal, weakest first."""
        return goal_scores(self.course, self.record)

    @cached_property
    def gains(self) -> list[Gain]:
        """The startmeting beside the eindtoets."""
        return gains(self.course, self.record)

    @cached_property
    def mastery(self) -> list[Mastery]:
        """What is mastered, per learning goal."""
        return mastery(self.course, self.record)


@dataclass(frozen=True)
class Visit:
    """One run of the page. `learner` is nothing when the browser refuses cookies; then nothing can be kept."""

    runtime: Runtime
    learner: str | None
    standing: Standing
    cookies: Mapping[str, str]
    now: datetime
    zone: tzinfo
    reachable: bool = True

    @property
    def course(self) -> Course:
        return self.standing.course

    @property
    def record(self) -> Record:
        return self.standing.record

    @property
    def done(self) -> frozenset[str]:
        """Addresses of the steps that are done."""
        return self.standing.done

    @property
    def due(self) -> tuple[str, ...]:
        """What is left to review today."""
        return self.standing.due

    @cached_property
    def trainer(self) -> bool:
        """Whether this is somebody with the trainer's key. Who has no key costs nothing; others a query a minute."""
        return _role(self) == keys.TRAINER

    @cached_property
    def lead(self) -> tuple[str, str] | None:
        """What somebody with a link to look at scores may see: `keys.TEAM` or `keys.ORGANISATION`, and its id."""
        return _lead(self)

    @property
    def presenting(self) -> bool:
        """Whether this is for a room: then everything is drawn big, nothing is asked of this person and nothing of them kept."""
        return st.session_state.get("page-now") == "presenteren" and "zaal" in st.query_params


_now_visiting: ContextVar[Visit | None] = ContextVar("now_visiting", default=None)


@contextmanager
def visiting(here: Visit) -> Iterator[Visit]:
    """One run of the page, or of a part of it: everything in it shares this visit."""
    token = _now_visiting.set(here)
    try:
        yield here
    finally:
        _now_visiting.reset(token)


def only_a_part() -> bool:
    """Whether not the whole page is drawn, but one fragment of it."""
    return _now_visiting.get() is None


def visit() -> Visit:
    """The visit as it is now. Costs one small query as long as nothing changed, and nothing within one run."""
    shared = _now_visiting.get()
    if shared is not None:
        return shared
    here, cookies = runtime(), st.context.cookies
    learner = _learner(cookies)
    record, reachable = _record(here, learner)
    now = here.now()
    return Visit(here, learner, _standing(here.library.course, record, day_of(now)), cookies, now, _zone(), reachable)


def _standing(course: Course, record: Record, day: date) -> Standing:
    known: Standing | None = st.session_state.get(_STANDING)
    if known is None or known.course is not course or known.record is not record or known.day != day:
        known = st.session_state[_STANDING] = Standing(course, record, day)
    return known


def _learner(cookies: Mapping[str, str]) -> str | None:
    """The person whose cookie this is. Tests put a token in `person`, since they cannot have cookies."""
    token = st.session_state.get("person") or cookies.get(COOKIE)
    return learner_id(token) if isinstance(token, str) else None


def _record(here: Runtime, learner: str | None) -> tuple[Record, bool]:
    if learner is None:
        return saving.with_unsaved(Record()), True
    try:
        saving.retry(here.store, learner)
        revision, known = here.store.revision(learner), saving.kept(learner)
        if known is None or known.revision != revision:
            known = saving.keep(learner, here.store.record(learner) if revision else Record())
    except UNREACHABLE:
        return saving.with_unsaved(saving.kept(learner) or Record()), False
    return saving.with_unsaved(known), True


def _role(here: Visit) -> str | None:
    """What the key of this browser opens. Tests put a token in `key`, since they cannot have cookies."""
    token = st.session_state.get("key") or here.cookies.get(keys.COOKIE)
    if not isinstance(token, str):
        return None
    kept: tuple[str, str | None, datetime] | None = st.session_state.get(_ROLE)
    _, known, asked = kept if kept and kept[0] == token else (token, None, None)
    if not here.reachable or (asked and timedelta() <= here.now - asked < _KEY_IS_GOOD_FOR):
        return known
    try:
        role = keys.opened_by(token, here.runtime.settings, here.runtime.store)
    except UNREACHABLE:
        return known
    st.session_state[_ROLE] = (token, role, here.now)
    return role


def _lead(here: Visit) -> tuple[str, str] | None:
    """The same for the key of who looks at a team. Tests put a token in `lead-key`."""
    token = st.session_state.get("lead-key") or here.cookies.get(keys.LEAD_COOKIE)
    if not isinstance(token, str):
        return None
    kept: tuple[str, tuple[str, str] | None, datetime] | None = st.session_state.get(_LEAD)
    _, known, asked = kept if kept and kept[0] == token else (token, None, None)
    if not here.reachable or (asked and timedelta() <= here.now - asked < _KEY_IS_GOOD_FOR):
        return known
    try:
        found = keys.lead_of(token, here.runtime.store)
    except UNREACHABLE:
        return known
    st.session_state[_LEAD] = (token, found, here.now)
    return found


def _zone() -> tzinfo:
    return _zone_named(st.context.timezone or HOME.key)


@cache
def _zone_named(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return HOME
