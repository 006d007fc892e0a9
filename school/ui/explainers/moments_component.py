"""The widget of moments on a walk, in one typed function. Its script is in `widgets/moments.js`."""

from collections.abc import Mapping

from school.addresses import drawing
from school.explainers.walk import Moments, Walk
from school.ui.components import component


def moments_map(walk: Walk, moments: Moments, placed: Mapping[str, str], *, name: str, key: str) -> None:
    """The drawing with its places, and the moments to place; `placed` is what was looked at, empty before that.

    Where the moments lie now is in the state `placed`: moment -> place. `name` is under which it is kept in the tab.
    """
    data = {
        "name": f"moments:{name}",
        "label": moments.title,
        "drawing": drawing(walk.drawing),
        "places": [[place, spot.title, spot.x, spot.y, spot.side] for place, spot in walk.places.items()],
        "moments": list(walk.task(moments).left.items()),
        "placed": dict(placed),
        "said": walk.said(moments, placed) if placed else None,
    }
    component("moments", fetched=True)(key=key, data=data, default={"placed": dict(placed)}, on_placed_change=_nothing)


def _nothing() -> None:
    """A component wants a callback even when nothing has to happen."""
