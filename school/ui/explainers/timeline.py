"""A line of stages: what happens at the open one, its film, what it asks, and the way on."""

from collections.abc import Callable

import streamlit as st

from school.explainers.timeline import Stage, Timeline
from school.grading import Response
from school.tasks import Match
from school.ui.drafts import pairs_looked_at
from school.ui.exercise import Widget, show_exercise
from school.ui.explainers.for_room import halves, show_for_room
from school.ui.explainers.prediction import show_outcome, show_prediction
from school.ui.explainers.state import Spot, go
from school.ui.explainers.timeline_component import Line, Looked, Stop, sort_list, time_line
from school.ui.film import show_film
from school.ui.links import ready
from school.ui.visit import Visit

COLOURS = ("blue", "orange", "green", "violet")
"""Of the names of those concerned, in order: the adult petrol and the child terracotta, as in the drawings."""


def show_timeline(here: Visit, timeline: Timeline, at: Spot) -> None:
    """The line, and below it the stage that is open."""
    key = f"timeline:{at.name}"
    stage = timeline.stages[at.open]
    where = f"{timeline.noun} {at.at + 1} van {len(timeline.stages)}"
    stops = [Stop(name, each.title, each.when) for name, each in timeline.stages.items()]
    drawing = None if here.presenting and (stage.film or stage.asks) else timeline.drawing  # the screen is for the film or the question
    line = Line(timeline.title, stops, at.open, at.seen, f"{where}: {stage.title}", drawing)
    beside = here.presenting and drawing is not None  # then the drawing takes a half, and all words the other
    drawn, words = halves(here, when=beside)
    with drawn:
        time_line(line, key=key, on_pick=lambda: go(at.name, at.step, getattr(st.session_state.get(key), "picked", None)))
    with words:
        _show_stage(here, timeline, at, stage, where)


def _show_stage(here: Visit, timeline: Timeline, at: Spot, stage: Stage, where: str) -> None:
    """What happens at the stage that is open, what it asks, and the way on."""
    told, shown = halves(here, when=bool(stage.film or stage.asks), left=0.8)
    with told:
        st.markdown(f":small[:gray[{where} · {stage.when}]]\n\n### {stage.title}\n\n{ready(here.course, stage.text)}", anchors=False)
        if here.presenting:
            _show_parts(here, stage, beside=False)
            _show_way_on(timeline, at)
    with shown:
        if stage.film:
            step = here.course.find_step(at.step)
            show_film(stage.film, warned=step is not None and step.note is not None)
        if not here.presenting:
            _show_parts(here, stage, beside=True)
        _ask(here, timeline, at, stage)
        if not here.presenting:
            _show_way_on(timeline, at)


def _show_parts(here: Visit, stage: Stage, *, beside: bool) -> None:
    """Who does what, side by side when there is room for it."""
    if not stage.parts:
        return
    places = st.columns(len(stage.parts), gap="medium") if beside else [st.container() for _ in stage.parts]
    for place, colour, part in zip(places, COLOURS, stage.parts.values(), strict=False):
        place.markdown(f":{colour}-badge[{part.title}]\n\n{ready(here.course, part.text)}")


def _ask(here: Visit, timeline: Timeline, at: Spot, stage: Stage) -> None:
    if here.presenting:
        show_for_room(here, stage.asks)
        return
    before = timeline.predicted_before(at.open)
    if before:
        show_outcome(here, before)
    if stage.predict:
        show_prediction(here, stage.predict)
    for name in stage.exercises:
        if name in timeline.remarks:
            show_exercise(name, _sorter(here, timeline, name), said=_counted(here, name))
        else:
            show_exercise(name)


def _sorter(here: Visit, timeline: Timeline, name: str) -> Widget:
    """The widget in which things are sorted, with what is said of the answer that was stored."""
    task = timeline.exercises[name]
    assert isinstance(task, Match)
    looked = _looked(task, timeline.remarks[name], pairs_looked_at(here, name))

    def widget(key: str, given: Response | None, keep: Callable[[], None]) -> None:
        sort_list(task, given if isinstance(given, dict) else {}, looked, key=key, on_lay=keep)

    return widget


def _looked(task: Match, remarks: dict[str, str], placed: dict[str, str]) -> Looked:
    """In its own box a thing gets its remark; in another one what the author foresaw for that."""
    foreseen = {next(iter(mistake.pairs.items())): mistake.feedback for mistake in task.mistakes.values() if len(mistake.pairs) == 1}
    return {
        thing: (box, True, remarks[thing]) if task.pairs[thing] == box else (box, False, foreseen.get((thing, box), task.otherwise))
        for thing, box in placed.items()
    }


def _counted(here: Visit, name: str) -> str:
    answer = here.record.last_exercise_answer(name)
    if answer is None or not isinstance(answer.response, dict):
        return ""
    things = len(answer.response)
    return f"**{round(answer.score * things)} van de {things}** liggen goed. Bij elke regel staat waarom."


def _show_way_on(timeline: Timeline, at: Spot) -> None:
    on = at.following
    target = on or timeline.states[0]
    label = f"{timeline.noun} {at.at + 2}: {timeline.stages[on].title}" if on else "Weer naar het begin"
    icon = ":material/arrow_forward:" if on else ":material/replay:"
    st.button(label, icon=icon, key=f"on:{at.name}", on_click=go, args=(at.name, at.step, target))
