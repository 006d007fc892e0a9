"""The small widgets of our own (components v2), each wrapped in one typed function. Their script is in `widgets/`."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from school.addresses import drawing as drawing_address
from school.explainers.walk import Walk

T = TypeVar("T")
FOLDER = Path(__file__).parent / "widgets"
EXPORT = "export default function ("
UNPACK = "\nexport default (given) => widget({ ...given, data: given.data[0] })\n"


FETCH = """
let ready, widget, sheet
const load = async () => {
  const [script, style] = await Promise.all([import(new URL("SCRIPT", location.origin)), fetch("STYLE").then((answer) => answer.text())])
  sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  widget = script.default
}
export default (given) => {
  const show = () => {
    const home = given.parentElement.getRootNode()
    if (!home.adoptedStyleSheets.includes(sheet)) home.adoptedStyleSheets.push(sheet)
    widget({ ...given, data: given.data[0] })
  }
  if (widget) show()
  else (ready ??= load()).then(show)
}
"""


@cache
def component(name: str, *, fetched: bool = False) -> Callable[..., Any]:
    """Registered once, at first use; HTML, style and script stand in files of that name.

    Streamlit sends a script again whenever its data change. A large one is `fetched` by the browser instead, once.
    """

    def source(kind: str) -> str | None:
        file = FOLDER / f"{name}.{kind}"
        return file.read_text(encoding="utf-8") if file.exists() else None

    if fetched:
        script, style = FETCH.replace("SCRIPT", _address(f"{name}.js")).replace("STYLE", _address(f"{name}.css")), None
    else:
        script, style = (source("js") or "").replace(EXPORT, "function widget(") + UNPACK, source("css")
    mount = st.components.v2.component(f"school_{name}", html=f'<div class="{name}"></div>', css=style, js=script)
    # In a list: in a dict Streamlit looks for tables, and loads pandas for it, which a first page would wait for.
    return lambda *, data=None, **given: mount(data=[data], **given)


def _address(file: str) -> str:
    """Where a browser finds this file; the mark changes when the file does, so that it may be kept forever."""
    return f"/school/{file}?v={sha256((FOLDER / file).read_bytes()).hexdigest()[:12]}"


def taken_over(key: str, given: T) -> T:
    """What the widget of this key took over when it was new: it holds the rest itself, and telling it again would only be sent."""
    mark = f"taken:{key}"
    if key not in st.session_state or mark not in st.session_state:
        st.session_state[mark] = given
    taken: T = st.session_state[mark]
    return taken


def order_list(items: Mapping[str, str], order: list[str], *, label: str, key: str, on_change: Callable[[], None]) -> list[str]:
    """A list to put in order by buttons; `items` are texts by id, `order` the ids as they are now."""
    first = taken_over(key, order)
    result = component("order", fetched=True)(
        key=key,
        data={"items": dict(items), "order": first, "label": label, "id": key},
        default={"order": first},
        on_order_change=on_change,
    )
    return result.order if isinstance(result.order, list) and result.order else order


def match_list(  # noqa: PLR0913 - one list with everything that varies
    left: Mapping[str, str],
    right: Mapping[str, str],
    placed: Mapping[str, str],
    *,
    label: str,
    key: str,
    on_change: Callable[[], None],
    often: bool = False,
) -> dict[str, str]:
    """Things on the left, each to be given one from the right; `placed` holds the pairs made so far.

    `often` when something on the right may be given more than once.
    """
    first = taken_over(key, dict(placed))
    result = component("match", fetched=True)(
        key=key,
        data={"left": dict(left), "right": dict(right), "placed": first, "label": label, "often": often, "id": key},
        default={"placed": first},
        on_placed_change=on_change,
    )
    return result.placed if isinstance(result.placed, dict) else {}


def walk_map(walk: Walk, place: str, seen: Sequence[str], *, alone: bool, key: str, on_pick: Callable[[], None]) -> None:
    """The drawing of a walk with its places as buttons; a click calls `on_pick`, the id is in its trigger `picked`."""
    places = [[name, spot.title, spot.x, spot.y, spot.side] for name, spot in walk.places.items()]
    data = {
        "places": places,
        "drawing": drawing_address(walk.drawing),
        "open": place,
        "seen": list(seen),
        "alone": alone,
        "label": walk.title,
    }
    component("walk", fetched=True)(key=key, data=data, on_picked_change=on_pick)


def notebook(name: str, *, label: str, title: str, key: str) -> None:
    """A field whose text is kept on the person's own device, under `name`, and never sent."""
    component("notebook", fetched=True)(key=key, data={"name": name, "label": label, "title": title})


def saved_notes(titles: Mapping[str, str], *, key: str) -> None:
    """Everything written in notebooks on this device, to read, to save as text and to erase; `titles` by name."""
    component("notes")(key=key, data={"titles": dict(titles)})
