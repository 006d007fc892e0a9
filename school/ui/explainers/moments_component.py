"""The widget of moments on a walk, in one typed function. Its script is in `widgets/moments.js`."""

from collections.abc import Callable, Mapping

from school.addresses import drawing
from school.explainers.walk import Moments, Walk
from school.ui.components import component, taken_over


def moments_map(
    walk: Walk, moments: Moments, lies: Mapping[str, str], looked: Mapping[str, str], *, key: str, on_lay: Callable[[], None]
) -> None:
    """The drawing with its places, and the moments to place: where they lie (`lies`), and lay when they were `looked` at.

    Laying one calls `on_lay`; where they lie then is in the state `placed`: moment -> place.
    """
    first = taken_over(key, dict(lies))
    data = {
        "label": moments.title,
        "drawing": drawing(walk.drawing),
        "places": [[place, spot.title, spot.x, spot.y, spot.side] for place, spot in walk.places.items()],
        "moments": list(walk.task(moments).left.items()),
        "id": key,
        "lies": first,
        "said": {name: [looked[name], *said] for name, said in walk.said(moments, looked).items()} if looked else None,
    }
    component("moments", fetched=True)(key=key, data=data, default={"placed": first}, on_placed_change=on_lay)
