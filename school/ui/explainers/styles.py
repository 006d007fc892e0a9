"""Loose cards put together as whole rows: laid by hand or chosen from lists, looked at together, and explained per row."""

from collections.abc import Mapping

import streamlit as st

from school.explainers.styles import Laid, Styles
from school.grading import Response, ResponseError, in_words, parse, solution
from school.ui import saving
from school.ui.drafts import keeping, key_of, lying, pairs_looked_at
from school.ui.exercise import TRIES_BEFORE_ANSWER, store_answer
from school.ui.explainers.state import Spot, go
from school.ui.explainers.styles_component import Judged, style_cards
from school.ui.feedback import saved_line, verdict
from school.ui.links import ready
from school.ui.report import report_mistake
from school.ui.visit import Visit, visit
from school.ui.words import show_words


def show_styles(here: Visit, styles: Styles, at: Spot) -> None:
    """The cards as they lie, the button to have them looked at, and what there is to say."""
    base = f"styles:{at.name}"
    key = key_of(here, base, styles.tasks)
    judged = _judged(here, styles, at)
    with st.container(key=f"oefening-{at.name}"):
        lies = judged.laid if here.presenting else {name: _pairs(lying(here, name)) for name in styles.tasks}
        keep = keeping(base, lambda: _columns(styles, getattr(st.session_state.get(key), "placed", None)))
        style_cards(styles, judged, lies, way=at.open, key=key, on_lay=keep, on_way=lambda: _go(at, key))
        label = "Kijk opnieuw na" if judged.said else "Kijk na"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(label, key=f"check:{at.name}", on_click=_look_at, args=(at, key))
            if here.presenting and judged.said:
                st.markdown(f"{verdict(judged.share)} **{judged.result}**")
        note = st.session_state.pop(f"note:{at.name}", "")
        if note:
            st.info(note)
        if judged.said and not here.presenting:
            _after(here, styles, at, judged)


def _pairs(laid: Response | None) -> dict[str, str]:
    return laid if isinstance(laid, dict) else {}


def _columns(styles: Styles, placed: object) -> dict[str, object]:
    """What lies in each column; what is no table of cards is for the store to refuse."""
    return {name: placed.get(name) if isinstance(placed, dict) else placed for name in styles.columns}


def _judged(here: Visit, styles: Styles, at: Spot) -> Judged:
    """From the stored answers. In front of a room nothing is stored, and it lasts for as long as the slide is there."""
    laid: Laid = st.session_state.get(f"shown:{at.name}", {}) if here.presenting else _stored(here, styles)
    if len(laid) < len(styles.columns):
        return Judged()
    said = styles.said(laid)
    return Judged(laid, said, sum(sum(row.fits.values()) for row in said.values()), len(said) * len(styles.columns))


def _stored(here: Visit, styles: Styles) -> Laid:
    return {name: laid for name in styles.tasks if (laid := pairs_looked_at(here, name))}


def _look_at(at: Spot, key: str) -> None:
    """Stores the columns that changed, all or nothing; runs before the page is drawn again. The browser can send anything."""
    here = visit()
    styles = here.course.explainers.get(at.name)
    placed = getattr(st.session_state.get(key), "placed", None)
    if not isinstance(styles, Styles):
        return
    empty = _empty(styles, placed)
    if empty:
        st.session_state[f"note:{at.name}"] = f"Er {'is' if empty == 1 else 'zijn'} nog {empty} {'vak' if empty == 1 else 'vakken'} leeg."
        return
    try:
        laid = {name: parse(task, placed[name]) for name, task in styles.tasks.items()}  # type: ignore[index]
    except (ResponseError, TypeError, KeyError):
        saving.log.warning("answer to %s refused: not cards in rows", at.name)
        return
    _keep(here, styles, at, laid)


def _empty(styles: Styles, placed: object) -> int:
    """How many places have no card yet; what is no table of cards at all has none, and is refused later."""
    if not isinstance(placed, dict) or not all(isinstance(placed.get(name), dict) for name in styles.columns):
        return 0
    return sum(row not in placed[name] for name in styles.columns for row in styles.rows)


def _keep(here: Visit, styles: Styles, at: Spot, laid: Mapping[str, Response]) -> None:
    if here.presenting:
        st.session_state[f"shown:{at.name}"] = laid
        return
    before = _stored(here, styles)
    changed = [name for name in laid if laid[name] != before.get(name)]
    if not changed:
        st.session_state[f"note:{at.name}"] = "Er is niets veranderd sinds je de vorige keer nakeek."
    for name in changed:
        store_answer(here, name, laid[name])


def _after(here: Visit, styles: Styles, at: Spot, judged: Judged) -> None:
    """The result, hints for the columns that do not fit yet, and why when they do or when that was asked for."""
    wrong = [name for name in styles.tasks if not all(row.fits[name] for row in judged.said.values())]
    tries = max(here.record.tries(name) for name in styles.tasks)
    shown = all(name in here.record.shown for name in styles.tasks)
    parts = [f"{verdict(judged.share)} **{judged.result}**" + (" Bij elke rij staat wat er speelt." if wrong else "")]
    hints = [hint for name in wrong for hint in list(styles.tasks[name].hints.values())[:tries]]
    parts += [f":material/lightbulb: **Hint.** {ready(here.course, hint)}" for hint in hints]
    parts += [_whole(here, styles)] if shown and wrong else []
    if shown or not wrong:
        parts += [f"**Waarom.** {ready(here.course, task.why)}" for task in styles.tasks.values()]
    parts.append(_saved(here, styles))
    if wrong and tries >= TRIES_BEFORE_ANSWER and not shown:
        show_words("\n\n".join(parts))
        parts = []
        st.button("Laat het antwoord zien", key=f"reveal:{at.name}", type="tertiary", on_click=_reveal, args=(at,))
    first = (wrong or list(styles.tasks))[0]
    show_words("\n\n".join([*parts, report_mistake(here.course, first, styles.tasks[first])]))


def _saved(here: Visit, styles: Styles) -> str:
    answers = [answer for name in styles.tasks if (answer := here.record.last_exercise_answer(name))]
    return f":small[:gray[{saved_line(here, max(answers, key=lambda answer: answer.at))}]]"


def _whole(here: Visit, styles: Styles) -> str:
    """All rows as they belong, for who asked to see them."""
    right = [in_words(task, solution(task)) for task in styles.tasks.values()]
    lines = [" → ".join([rows[0], *(pair.split(" → ")[-1] for pair in rows[1:])]) for rows in zip(*right, strict=True)]
    return "**Zo horen ze bij elkaar.**\n\n" + "\n".join(f"- {ready(here.course, line)}" for line in lines)


def _reveal(at: Spot) -> None:
    """Remembered, since what is answered after it is copied and not solved."""
    here = visit()
    for name in here.course.explainers[at.name].exercises:
        saving.save(here.runtime.store, here.learner, saving.Shown(name, here.runtime.now()))


def _go(at: Spot, key: str) -> None:
    go(at.name, at.step, getattr(st.session_state.get(key), "way", None))
