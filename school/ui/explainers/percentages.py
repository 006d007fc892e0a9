"""Percentages on a screen: fields to guess in, and after that all sets in a chart, a table and plain words."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from school.explainers.percentages import FIGURES, GUESS, Group, Percentages, percentage
from school.grading import grade, still_fits
from school.learning import GUESSED
from school.ui.components import taken_over
from school.ui.drafts import keeping, key_of, lying
from school.ui.exercise import store_answer
from school.ui.explainers.state import PARAMETER, Spot, go
from school.ui.links import ready
from school.ui.present_component import stage_height
from school.ui.visit import Visit, visit


def show_percentages(here: Visit, told: Percentages, at: Spot) -> None:
    """The fields, or the figures for who asked to see them. Who guessed before comes back to the figures."""
    guessed = _guessed(here, told)
    came_back = guessed and PARAMETER not in st.query_params
    with st.container(border=True, key=f"oefening-{at.name}"):
        if at.open == FIGURES or came_back:
            _show_figures(here, told, at, guessed)
        else:
            _ask(here, told, at)


def _guessed(here: Visit, told: Percentages) -> dict[str, float]:
    """What this person guessed, by item; empty until all of it was."""
    found = {}
    for item, task in told.tasks.items():
        answer = here.record.last_exercise_answer(told.guesses[item])
        if answer and still_fits(task, answer.response) and isinstance(answer.response, (int, float)):
            found[item] = float(answer.response)
    return found if len(found) == len(told.items) else {}


def _base(at: Spot, item: str) -> str:
    return f"guess:{at.name}:{item}"


def _filled(name: str, key: str) -> dict[str, object]:
    """What stands in the field of this exercise; a field that was emptied again holds nothing to keep."""
    value = st.session_state.get(key)
    return {} if value is None else {name: value}


def _ask(here: Visit, told: Percentages, at: Spot) -> None:
    st.markdown(f"#### Schat eerst zelf\n\n{ready(here.course, told.ask)}", anchors=False)
    if here.presenting:
        st.markdown("\n".join(f"- **{text}**" for text in told.items.values()))
    else:
        _show_fields(here, told, at)
    st.button("Laat de cijfers zien", icon=":material/bar_chart:", key=f"check:{at.name}", on_click=_see, args=(at,))
    note = st.session_state.pop(f"note:{at.name}", "")
    if note:
        st.info(note)
        st.button("Zonder schatten verder", key=f"skip:{at.name}", type="tertiary", on_click=go, args=(at.name, at.step, FIGURES))


def _show_fields(here: Visit, told: Percentages, at: Spot) -> None:
    for item, column in zip(told.items, _pairs(len(told.items)), strict=True):
        task, name, base = told.tasks[item], told.guesses[item], _base(at, item)
        filled, key = lying(here, name), key_of(here, base, [name])
        known = int(filled) if isinstance(filled, (int, float)) else None
        label, low, high = f"{told.items[item]}, in %", int(task.minimum), int(task.maximum)
        keep = keeping(base, partial(_filled, name, key))
        with column:
            st.number_input(label, low, high, taken_over(key, known), 1, key=key, on_change=keep, placeholder="Schat een getal")


def _pairs(count: int) -> list[st.delta_generator.DeltaGenerator]:
    """Columns two by two, so that on a phone the fields stand in order below each other."""
    return [column for _ in range((count + 1) // 2) for column in st.columns(2)][:count]


def _see(at: Spot) -> None:
    """Stores the guesses and opens the figures. Who filled in half is asked for the rest; nobody has to."""
    here = visit()
    told = here.course.explainers.get(at.name)
    if not isinstance(told, Percentages):
        return
    keys = {item: key_of(here, _base(at, item), [told.guesses[item]]) for item in told.items}
    filled = {} if here.presenting else {item: st.session_state.get(key) for item, key in keys.items()}
    missing = [told.items[item].lower() for item, value in filled.items() if value is None]
    if missing:
        st.session_state[f"note:{at.name}"] = f"Schat ook nog: {', '.join(missing)}. Raden mag."
        return
    for item, value in filled.items():
        store_answer(here, told.guesses[item], value, context=GUESSED)
    go(at.name, at.step, FIGURES)


def _show_figures(here: Visit, told: Percentages, at: Spot, guessed: dict[str, float]) -> None:
    if here.presenting:
        _show_for_room(told)
        return
    st.markdown(f"#### De cijfers\n\n**{told.finding}**", anchors=False)
    _chart(told, told.groups, guessed, key=f"chart:{at.name}")
    said = [grade(told.tasks[item], value).remarks[0].text for item, value in guessed.items()]
    parts = ["**Jouw schatting** staat als ruit bij de eerste reeks.\n" + "".join(f"\n- {text}" for text in said)] if said else []
    parts += ["**Wie er gemeten zijn, en hoe**\n" + "".join(f"\n- {line}" for line in told.measured()), told.explanation]
    st.markdown(ready(here.course, "\n\n".join(parts)), anchors=False)
    again = "Opnieuw schatten" if guessed else "Toch zelf schatten"
    st.button(again, icon=":material/replay:", key=f"again:{at.name}", type="tertiary", on_click=go, args=(at.name, at.step, GUESS))


def _show_for_room(told: Percentages) -> None:
    """The groups beside each other, in letters that can be read from the last row."""
    st.markdown(f"**{told.finding}**")
    letters = round(24.4 * stage_height() / 1080)
    for column, (name, group) in zip(st.columns(len(told.groups)), told.groups.items(), strict=True):
        with column:
            _chart(told, {name: group}, {}, key=f"chart:{name}", letters=letters)
            st.markdown(f"{group.who} {group.how} **{group.sum}**")
    st.markdown(told.explanation)


def _chart(told: Percentages, groups: Mapping[str, Group], guessed: dict[str, float], *, key: str, letters: int = 15) -> None:
    from school.ui import charts  # noqa: PLC0415 - slow to import, and only for who asked to see the figures

    names = tuple(text.partition(" (")[0] for text in told.items.values())
    sets = tuple((g.title, f"{g.short}, samen {percentage(g.total)}", tuple(g.shares.values())) for g in groups.values())
    figure = charts.groups(names, sets, tuple(guessed.values()), look=charts.theme(), letters=letters)
    charts.show(figure, alt=_alt(told, groups, guessed), key=key)


def _alt(told: Percentages, groups: Mapping[str, Group], guessed: dict[str, float]) -> str:
    """The chart in words."""
    sets = []
    for group in groups.values():
        shares = ", ".join(f"{told.items[item].lower()} {percentage(share)}" for item, share in group.shares.items())
        sets.append(f"{group.title}: {shares}. {group.sum}")
    own = ", ".join(f"{told.items[item].lower()} {percentage(value)}" for item, value in guessed.items())
    return f"Staven per reeks. {' '.join(sets)}" + (f" Jouw schatting van de eerste reeks: {own}." if own else "")
