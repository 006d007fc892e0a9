"""The widget of the glasses, in one typed function. Its script is in `widgets/glasses.js`."""

from collections.abc import Callable

from school.explainers.glasses import BARE, TOGETHER, Glasses
from school.ui.components import component
from school.ui.explainers.state import Spot


def spectacles(glasses: Glasses, at: Spot, *, key: str, on_pick: Callable[[], None]) -> None:
    """Glasses to put on, and the signals as they read through them. A click calls `on_pick`; the id is in its trigger `picked`."""
    names = {BARE: "Zonder bril", **{name: pair.title for name, pair in glasses.glasses.items()}, TOGETHER: "Naast elkaar"}
    data = {
        "label": glasses.title,
        "names": names,
        "open": at.open,
        "seen": [state for state in at.seen if state in glasses.glasses],
        "look": glasses.glasses[at.open].look if at.open in glasses.glasses else "",
        "signals": [[signal.text, _read(glasses, at.open, name)] for name, signal in glasses.signals.items()],
    }
    component("glasses", fetched=True)(key=key, data=data, on_picked_change=on_pick)


def _read(glasses: Glasses, state: str, signal: str) -> list[str]:
    """What the signal says in this state: nothing without glasses, one sentence through one pair, and all of them together."""
    through = glasses.signals[signal].through
    if state == TOGETHER:
        return [through[name] for name in glasses.glasses]
    return [through[state]] if state in through else []
