"""How much of a screen the parts of a lesson take, in characters of running text."""

import re
from typing import assert_never

from school.lesson import (
    Block,
    ContactList,
    Cut,
    Drawing,
    Exercise,
    Explainer,
    Important,
    Medium,
    QuizLink,
    SlideAndToday,
    Sources,
    Story,
    Text,
    TrainerNote,
)

ROOM = 900
"""Characters of running text that a room can read on one screen at 24 pixels or more."""
CRUMB = 170
"""Less text than this is no slide of its own: it joins its neighbour."""
TABLE_COSTS = 1.3
"""A character in a table takes more of the screen than one in a line."""
LINK_TARGET = re.compile(r"\]\([^)\s]*\)")


def weight(block: Block) -> float:
    """How much of a screen something takes, in characters of running text."""
    match block:
        case Text(markdown) | Story(markdown) | Important(markdown):
            return length(markdown)
        case SlideAndToday(slide, today, _):
            return max(2 * length(today), 2 * length(slide))
        case Sources():
            return 60
        case QuizLink() | Drawing():
            return 120
        case Medium() | Exercise() | Explainer() | ContactList():
            return ROOM
        case TrainerNote() | Cut():
            return 0
        case _:
            assert_never(block)


def length(markdown: str) -> float:
    """What a text takes, without the addresses of its links."""
    shown = LINK_TARGET.sub("]", markdown)
    return len(shown) * (TABLE_COSTS if "\n|" in markdown else 1)
