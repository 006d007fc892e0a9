"""The widget of the balance, in one typed function. Its script is in `widgets/balance.js`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from school.explainers.balance import LEVELS, TILTS, Balance, Case, Pile
from school.ui.components import component, taken_over
from school.ui.drafts import nothing_kept
from school.ui.explainers.state import Spot

Said = Mapping[str, tuple[str, bool, str]]
"""What was looked at: by card where it was laid, whether it fits there, and what to say about it."""


@dataclass(frozen=True)
class Cards:
    """The cards of a case, where they lie, what was said of that, and whom to tell when one is laid elsewhere."""

    case: Case
    placed: Mapping[str, str]
    said: Said
    on_lay: Callable[[], None]


def balance(explainer: Balance, at: Spot, shown: Cards | Pile, *, key: str, on_pick: Callable[[], None]) -> None:
    """The balance, tilted by what lies on it; cards to lay down, or a pile to look at.

    A click on another picture calls `on_pick`, its id is in the trigger `picked`. What was laid is in the state `placed`.
    """
    placed = taken_over(key, dict(shown.placed)) if isinstance(shown, Cards) else {}
    states = [[name, title(explainer, name), name in at.seen] for name in explainer.states]
    data = {"id": key, "states": states, "open": at.open, "label": explainer.title, "tilts": TILTS, **_drawn(explainer, shown, placed)}
    component("balance", fetched=True)(
        key=key,
        data=data,
        default={"placed": placed},
        on_placed_change=shown.on_lay if isinstance(shown, Cards) else nothing_kept,
        on_picked_change=on_pick,
    )


def title(explainer: Balance, state: str) -> str:
    """What a case or a picture is called."""
    return explainer.cases[state].title if state in explainer.cases else explainer.pile[state].title


def _drawn(explainer: Balance, shown: Cards | Pile, placed: Mapping[str, str]) -> dict[str, object]:
    if isinstance(shown, Pile):
        return {"pile": [shown.risks, shown.protections]}
    task = explainer.task(shown.case)
    cards = [[name, text, LEVELS[shown.case.cards[name].level], *shown.said.get(name, ())] for name, text in task.left.items()]
    return {"cards": cards, "sides": dict(task.right), "placed": placed}
