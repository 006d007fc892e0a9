"""Putting facts in the store. What could not be stored is kept, shown as not saved, and tried again."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st

from school.learning import Answer, Attempt, Choice, Draft, Record
from school.reviewing import matters, refreshed
from school.store import UNREACHABLE, Store

log = logging.getLogger(__name__)
_UNSAVED = "unsaved-facts"


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
        record = _added(record, fact)
    return record


def _store(store: Store, learner: str, fact: Fact) -> None:
    match fact:
        case Answered(answer):
            store.answer(learner, answer)
        case StepDone(step, at):
            store.finish_step(learner, step, at)
        case Chosen(choice):
            store.choose(learner, choice)
        case Laid(draft):
            store.lay(learner, draft)
        case AttemptBegun(attempt):
            store.start_attempt(learner, attempt)
        case AttemptFinished(attempt_id, at, score, keys):
            store.finish_attempt(learner, attempt_id, at, score, keys)
        case Marked(attempt_id, task, marked, at):
            store.mark(learner, attempt_id, task, marked, at)
        case Watched(film, seconds, at):
            store.watch(learner, film, seconds, at)
        case Shown(task, at):
            store.show_answer(learner, task, at)
        case Paused(paused, at):
            store.pause(learner, paused, at)


def _added(record: Record, fact: Fact) -> Record:
    match fact:
        case Answered(answer):
            added = replace(record, answers=(*record.answers, answer))
            return refreshed(added, {answer.task}) if matters(answer) else added
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


def _changed(record: Record, attempt_id: str, change: Callable[[Attempt], Attempt]) -> Record:
    return replace(record, attempts=tuple(change(a) if a.id == attempt_id else a for a in record.attempts))
