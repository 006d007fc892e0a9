"""The widget of the thoughts, in one typed function. Its script is in `widgets/thoughts.js`."""

from collections.abc import Callable, Container

from school.explainers.thoughts import FEAR, RECOGNISE, Thoughts
from school.ui.components import component
from school.ui.explainers.state import Spot


def clouds(thoughts: Thoughts, at: Spot, answered: Container[str], *, key: str, on_pick: Callable[[], None]) -> None:
    """The three parts, and a child with its thoughts. A thought that was answered shows what helps instead (`answered`).

    A click calls `on_pick`; the state is in its trigger `picked`.
    """
    first = next(iter(thoughts.asked))
    here = [[name, thought.text, thought.helps if name in answered else ""] for name, thought in thoughts.asked.items()]
    data = {
        "label": thoughts.title,
        "parts": [[RECOGNISE, "Waar gaat het over?"], [first, "Wat helpt?"], [FEAR, thoughts.fear.title]],
        "open": at.open,
        "thoughts": here if at.open in thoughts.asked else [],
    }
    component("thoughts", fetched=True)(key=key, data=data, on_picked_change=on_pick)
