"""Who is looking, at which course, and what they did before: gathered once per run, kept nowhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cache, cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from school.content import Course
from school.dutch import HOME
from school.identity import learner_id
from school.learning import Record, done_steps
from school.runtime import Runtime, runtime
from school.store import UNREACHABLE
from school.ui import saving

COOKIE = "leerling"
_RECORD = "visit-record"


@dataclass(frozen=True)
class Visit:
    """One run of the page. `learner` is nothing when the browser refuses cookies; then nothing can be kept."""

    runtime: Runtime
    course: Course
    learner: str | None
    record: Record
    now: datetime
    zone: tzinfo
    reachable: bool = True

    @cached_property
    def done(self) -> frozenset[str]:
        """Addresses of the steps that are done."""
        return done_steps(self.course, self.record)


_now_visiting: ContextVar[Visit | None] = ContextVar("now_visiting", default=None)


@contextmanager
def visiting(here: Visit) -> Iterator[None]:
    """One run of the whole page: everybody in it shares this visit."""
    token = _now_visiting.set(here)
    try:
        yield
    finally:
        _now_visiting.reset(token)


def visit() -> Visit:
    """The visit as it is now. Costs one small query as long as nothing changed, and nothing within one run."""
    shared = _now_visiting.get()
    if shared is not None:
        return shared
    here = runtime()
    learner = _learner()
    record, reachable = _record(here, learner)
    return Visit(here, here.library.course, learner, record, here.now(), _zone(), reachable)


def _learner() -> str | None:
    """The person whose cookie this is. Tests put a token in `person`, since they cannot have cookies."""
    token = st.session_state.get("person") or st.context.cookies.get(COOKIE)
    return learner_id(token) if isinstance(token, str) else None


def _record(here: Runtime, learner: str | None) -> tuple[Record, bool]:
    if learner is None:
        return Record(), True
    kept: tuple[str, Record] | None = st.session_state.get(_RECORD)
    try:
        saving.retry(here.store, learner)
        revision = here.store.revision(learner)
        if kept is None or kept[0] != learner or kept[1].revision != revision:
            kept = (learner, here.store.record(learner) if revision else Record())
            st.session_state[_RECORD] = kept
    except UNREACHABLE:
        known = kept[1] if kept and kept[0] == learner else Record()
        return saving.with_unsaved(known), False
    return saving.with_unsaved(kept[1]), True


def _zone() -> tzinfo:
    return _zone_named(st.context.timezone or HOME.key)


@cache
def _zone_named(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return HOME
