"""What lies there before it is looked at: stored as it is laid, so that a reload or a power cut takes nothing away.

What a tab shows may be behind: cards were laid in another tab, or everything was erased. Then the tab shows that first,
and what it sends meanwhile is not kept. A widget takes over what lies there only when it is new, so it gets a new key.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from school.grading import Response, ResponseError, parse_laid, still_fits
from school.learning import Draft
from school.ui import saving
from school.ui.visit import Visit, visit

Lies = Mapping[str, Response | None]
"""By exercise what lies there; nothing where nothing was laid yet."""


@dataclass(frozen=True)
class _Shown:
    """What a widget shows, and how often it was replaced by a new one because something else lay there."""

    lies: Lies
    turn: int = 0


def lying(here: Visit, name: str) -> Response | None:
    """What lies there of this exercise: what was laid since the last answer, else that answer; not what fits no longer."""
    draft, answer = here.record.draft(name), here.record.last_exercise_answer(name)
    laid = draft.laid if draft else answer.response if answer else None
    try:
        return None if laid is None else parse_laid(here.course.tasks[name], laid)
    except ResponseError:
        return None


def pairs_looked_at(here: Visit, name: str) -> dict[str, str]:
    """The pairs of the last answer to this exercise; none before there is one, or when they fit no longer."""
    answer = here.record.last_exercise_answer(name)
    fits = answer is not None and still_fits(here.course.tasks[name], answer.response)
    return answer.response if answer and fits and isinstance(answer.response, dict) else {}


def nothing_kept() -> None:
    """What a widget tells before a room, where nothing is kept."""


def key_of(here: Visit, key: str, names: Iterable[str]) -> str:
    """The key of the widget in which these exercises are laid: `key`, until something else lies there than it shows."""
    if here.presenting:
        return key
    lies = {name: lying(here, name) for name in names}
    shown: _Shown = st.session_state.get(_mark(key), _Shown(lies))
    shown = _Shown(lies, shown.turn + (shown.lies != lies))
    st.session_state[_mark(key)] = shown
    return f"{key}:{shown.turn}" if shown.turn else key


def keeping(key: str, read: Callable[[], Mapping[str, object]]) -> Callable[[], None]:
    """For a widget that says that something was laid: stores what `read` gives by exercise. `key` as given to `key_of`."""
    return lambda: _keep(key, read())


def _keep(key: str, given: Mapping[str, object]) -> None:
    """In front of a room nothing is kept. The browser can send anything; what can be no part of an answer is refused."""
    here = visit()
    shown: _Shown | None = st.session_state.get(_mark(key))
    if here.presenting or shown is None or {name: lying(here, name) for name in shown.lies} != shown.lies:
        return
    try:
        laid = {name: parse_laid(here.course.tasks[name], raw) for name, raw in given.items()}
    except ResponseError as refused:
        saving.log.warning("what was laid for %s refused: %s", ", ".join(given), refused)
        return
    changed = {name: pieces for name, pieces in laid.items() if pieces != (shown.lies[name] or {})}
    for name, pieces in changed.items():
        saving.save(here.runtime.store, here.learner, saving.Laid(Draft(name, pieces, here.runtime.now())))
    st.session_state[_mark(key)] = _Shown({**shown.lies, **changed}, shown.turn)


def _mark(key: str) -> str:
    return f"lies:{key}"
