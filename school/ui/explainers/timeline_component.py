"""The widgets of a line of stages, each in one typed function. Their scripts are `widgets/timeline.js` and `sort.js`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from school.addresses import drawing as drawing_address
from school.tasks import Match
from school.ui.components import component, taken_over

Looked = Mapping[str, tuple[str, bool, str]]
"""What was looked at: by thing the box it lay in, whether that is its own, and what to say about it."""


@dataclass(frozen=True)
class Stop:
    """A stage on the line: its state, its name and when it is."""

    state: str
    title: str
    when: str = ""


@dataclass(frozen=True)
class Line:
    """What is drawn: the stages, which is open and which were seen. With more `lines`, each has its name and first state."""

    label: str
    stops: Sequence[Stop]
    open: str
    seen: Sequence[str]
    said: str
    drawing: str | None = None
    lines: Sequence[Stop] = ()
    line: str = ""


def time_line(line: Line, *, key: str, on_pick: Callable[[], None]) -> None:
    """A line with its stages as buttons; a click calls `on_pick`, the state is in the trigger `picked`.

    `said` is what a screen reader hears when another stage opens.
    """
    data = {
        "label": line.label,
        "stops": [[stop.state, stop.title, stop.when] for stop in line.stops],
        "open": line.open,
        "seen": _seen(line),
        "said": line.said,
        "drawing": drawing_address(line.drawing) if line.drawing else None,
        "choose": "Kies een situatie",
        "lines": [[each.state, each.title] for each in line.lines],
        "line": line.line,
    }
    component("timeline", fetched=True)(key=key, data=data, on_picked_change=on_pick)


def _seen(line: Line) -> list[str]:
    """Who was further along began at the beginning, which opens by itself."""
    seen = [stop.state for stop in line.stops if stop.state in line.seen]
    return [line.stops[0].state, *seen] if seen else []


def sort_list(task: Match, placed: Mapping[str, str], looked: Looked, *, key: str, on_lay: Callable[[], None]) -> None:
    """Things to lay in boxes; laying one calls `on_lay`. What lies where is then in the state `placed`.

    `looked` is said under a thing while it lies there.
    """
    first = taken_over(key, dict(placed))
    data = {
        "label": task.prompt,
        "left": task.left,
        "right": task.right,
        "id": key,
        "placed": first,
        "remarks": {thing: list(said) for thing, said in looked.items()},
    }
    component("sort", fetched=True)(key=key, data=data, default={"placed": first}, on_placed_change=on_lay)
