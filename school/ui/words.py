"""The blocks of a step that are only words, as Markdown with a few elements of ours around it (their style: static/course.css).

What stands below each other without anything to press between it is one message to the browser: each message costs as much
as the reading of the whole lesson does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

from school.content import Course
from school.lesson import Block, Important, SlideAndToday, Sources, Story, Text
from school.ui.links import ready, source_line

MOST_TIMES_LONGER = 1.7
MOST_TIMES_WIDER = 2.2
THEN = ":gray-badge[:material/history: Op de dia (2018)]"
NOW = ":blue-badge[:material/update: Wat we nu weten]"
FICTION = ":orange-badge[:material/edit_note: Fictief, samengesteld voor deze cursus]"
REMEMBER = ":gray-badge[:material/balance: Belangrijk om te onthouden]"
Wordy = Text | Sources | SlideAndToday | Story | Important


@dataclass(frozen=True)
class Words:
    """Blocks of words that stand below each other."""

    blocks: tuple[Wordy, ...]


def together(blocks: Iterable[Block]) -> list[Block | Words]:
    """The same blocks, with those of words that follow each other taken together."""
    grouped: list[Block | Words] = []
    for block in blocks:
        if not isinstance(block, Wordy):
            grouped.append(block)
        elif grouped and isinstance(before := grouped[-1], Words):
            grouped[-1] = Words((*before.blocks, block))
        else:
            grouped.append(Words((block,)))
    return grouped


def in_markdown(course: Course, words: Iterable[Wordy], *, big: bool = False) -> str:
    """For `st.markdown` with HTML allowed; `big` for a room, where a line may be as long as the screen is wide."""
    return "\n\n".join(_one(course, block, big=big) for block in words)


def show_words(markdown: str) -> None:
    """Words of ours and of the course, with the few elements of this file in it."""
    st.markdown(markdown, unsafe_allow_html=True, anchors=False)


def in_text(markdown: str) -> str:
    """Markdown in lines that are not too long to read; tables may be wider."""
    return f'<div class="school-text">\n\n{markdown}\n\n</div>'


def frame(markdown: str) -> str:
    """Markdown in a frame."""
    return f'<div class="school-frame">\n\n{markdown}\n\n</div>'


def small(markdown: str) -> str:
    """A quiet line."""
    return f":small[:gray[{markdown}]]"


def fold(title: str, markdown: str) -> str:
    """Markdown to fold open. It is there at once, also without a connection, and costs no message of its own."""
    return f'<details class="school-more"><summary>{escape(title)}</summary>\n\n{markdown}\n\n</details>'


def _one(course: Course, block: Wordy, *, big: bool) -> str:
    match block:
        case Text(markdown):
            return ready(course, markdown) if big else in_text(ready(course, markdown))
        case Sources(ids):
            return source_line(course, ids)
        case Story(markdown):
            return frame(f"{FICTION}\n\n{ready(course, markdown)}")
        case Important(markdown):
            return frame(f"{REMEMBER}\n\n{ready(course, markdown)}")
        case SlideAndToday():
            return _then_and_now(course, block, big=big)


def _then_and_now(course: Course, block: SlideAndToday, *, big: bool) -> str:
    """The old slide is bare, today is framed, so that the eye ends on what is true now.

    Side by side when they are about as long, else below each other: an empty half column helps nobody. On a big screen
    always side by side, and what is longer gets more room, so that all of it fits.
    """
    longer = len(block.today) / max(1, len(block.slide))
    then = f"<div>\n\n{THEN}\n\n{ready(course, block.slide)}\n\n</div>"
    now = frame(f"{NOW}\n\n{ready(course, block.today)}\n\n{source_line(course, block.sources)}")
    beside = big or longer <= MOST_TIMES_LONGER
    share = min(max(longer, 1), MOST_TIMES_WIDER) if big else 1
    kind = "school-beside" if beside else "school-below"
    return f'<div class="{kind}" style="--share: {share:.2f}fr">{then}{now}</div>'
