"""Putting facts in the store. What could not be stored is kept, shown as not saved, and tried again.

What was read of the learner is kept as well, with what is stored added to it: an answer need not read everything again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

import streamlit as st

from school.learning import Answer, Attempt, Choice, Draft, Record
from school.reviewing import matters, refreshed
from school.store import UNREACHABLE, Store

log = logging.getLogger(__name__)
_UNSAVED = "unsaved-facts"
_KEPT = "visit-record"


@dataclass(frozen=True)
class Answered:
    """An answer was given."""

    answer: Answer


@dataclass(frozen=True)
class StepDone:
    """A step without a task was left by 'Volgende'."""

    step: str
    at: datetime


@dataclass(frozen=True)
class Chosen:
    """Something was chosen in a case."""

    choice: Choice


@dataclass(frozen=True)
class Laid:
    """Something was laid, and not looked at yet."""

    draft: Draft


@dataclass(frozen=True)
class AttemptBegun:
    """A quiz was begun."""

    attempt: Attempt


@dataclass(frozen=True)
class AttemptFinished:
    """A quiz was handed in."""

    attempt: str
    at: datetime
    score: float
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Marked:
    """A question was marked for later, or the mark was taken away."""

    attempt: str
    task: str
    marked: bool
    at: datetime


@dataclass(frozen=True)
class Watched:
    """A film was watched up to a second."""

    film: str
    seconds: float
    at: datetime


@dataclass(frozen=True)
class Shown:
    """The worked answer of a task in a lesson was shown."""

    task: str
    at: datetime


@dataclass(frozen=True)
class Paused:
    """'Even pauze' was switched on or off."""

    paused: bool
    at: datetime


Fact = Answered | StepDone | Chosen | Laid | AttemptBegun | AttemptFinished | Marked | Watched | Shown | Paused


def save(store: Store, learner: str | None, fact: Fact) -> bool:
    """Stores a fact now, or keeps it for later; whether it is stored. Without a learner it lasts for this visit."""
    queue: list[Fact] = st.session_state.setdefault(_UNSAVED, [])
    if learner is None:
        queue.append(fact)
        return False
    try:
        retry(store, learner)
        _store(store, learner, fact)
    except UNREACHABLE:
        log.warning("store unreachable, fact kept for retry: %s", type(fact).__name__)
        queue.append(fact)
        return False
    return True


def retry(store: Store, learner: str) -> None:
    """Stores what is still waiting, oldest first. Storing a fact twice changes nothing."""
    queue: list[Fact] = st.session_state.get(_UNSAVED, [])
    while queue:
        _store(store, learner, queue[0])
        queue.pop(0)


def unsaved() -> list[Fact]:
    """What is not stored yet."""
    return list(st.session_state.get(_UNSAVED, []))


def forget_unsaved() -> None:
    """Drops what is waiting; for somebody who erases everything."""
    st.session_state.pop(_UNSAVED, None)


def with_unsaved(record: Record) -> Record:
    """The record as the learner sees it: with what is not stored yet, so that no answer leaves the screen."""
    for fact in unsaved():
        record = added(record, fact)
    return record


def kept(learner: str) -> Record | None:
    """What was read of this learner before, in this session."""
    known: tuple[str, Record] | None = st.session_state.get(_KEPT)
    return known[1] if known and known[0] == learner else None


def keep(learner: str, record: Record) -> Record:
    """Keeps what was read; it holds as long as the store's revision is the one of this record."""
    st.session_state[_KEPT] = (learner, record)
    return record


def _store(store: Store, learner: str, fact: Fact) -> None:
    """What was kept gets the fact and the next revision. Did somebody else store something too, then theirs is higher still."""
    known = kept(learner)
    if _changed_store(store, learner, fact) and known is not None and _is_last(known, fact):
        keep(learner, replace(added(known, fact), revision=known.revision + 1))


def _is_last(record: Record, fact: Fact) -> bool:
    """Whether the store will give this fact after all others of its kind; not when a clock was put back."""
    match fact:
        case Answered(answer):
            return not record.answers or record.answers[-1].at <= answer.at
        case Chosen(choice):
            return not record.choices or record.choices[-1].at <= choice.at
        case AttemptBegun(attempt):
            return not record.attempts or record.attempts[-1].started <= attempt.started
        case StepDone() | Laid() | AttemptFinished() | Marked() | Watched() | Shown() | Paused():
            return True
        case _:
            assert_never(fact)


def _changed_store(store: Store, learner: str, fact: Fact) -> bool:
    match fact:
        case Answered(answer):
            return store.answer(learner, answer)
        case StepDone(step, at):
            return store.finish_step(learner, step, at)
        case Chosen(choice):
            return store.choose(learner, choice)
        case Laid(draft):
            return store.lay(learner, draft)
        case AttemptBegun(attempt):
            return store.start_attempt(learner, attempt)
        case AttemptFinished(attempt_id, at, score, keys):
            return store.finish_attempt(learner, attempt_id, at, score, keys)
        case Marked(attempt_id, task, marked, at):
            return store.mark(learner, attempt_id, task, marked, at)
        case Watched(film, seconds, at):
            return store.watch(learner, film, seconds, at)
        case Shown(task, at):
            return store.show_answer(learner, task, at)
        case Paused(paused, at):
            return store.pause(learner, paused, at)
        case _:
            assert_never(fact)


def added(record: Record, fact: Fact) -> Record:
    """The record with one fact more, as the store will give it, but for its revision."""
    match fact:
        case Answered(answer):
            more = replace(record, answers=(*record.answers, answer))
            return refreshed(more, {answer.task}) if matters(answer) else more
        case StepDone(step, at):
            return replace(record, steps={**record.steps, step: record.steps.get(step, at)})
        case Chosen(choice):
            return replace(record, choices=(*record.choices, choice))
        case Laid(draft):
            return replace(record, drafts={**record.drafts, draft.task: draft})
        case AttemptBegun(attempt):
            return replace(record, attempts=(*record.attempts, attempt))
        case AttemptFinished(attempt_id, at, score, keys):
            finished = _changed(record, attempt_id, lambda attempt: replace(attempt, finished=at, score=score))
            return refreshed(finished, {answer.task for answer in finished.answers}, keys)
        case Marked(attempt_id, task, marked, _):
            return _changed(record, attempt_id, lambda a: replace(a, marked=a.marked | {task} if marked else a.marked - {task}))
        case Watched(film, seconds, _):
            return replace(record, watched={**record.watched, film: max(seconds, record.watched.get(film, 0))})
        case Shown(task, at):
            return replace(record, shown={**record.shown, task: record.shown.get(task, at)})
        case Paused(paused, _):
            return replace(record, paused=paused)
        case _:
            assert_never(fact)


def _changed(record: Record, attempt_id: str, change: Callable[[Attempt], Attempt]) -> Record:
    return replace(record, attempts=tuple(change(a) if a.id == attempt_id else a for a in record.attempts))
