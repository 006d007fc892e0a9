"""The rail of steps: a picture of what the words beside it already say. Its style is in static/course.css."""

from collections.abc import Iterable
from html import escape


def rail(states: Iterable[str], place: str = "") -> str:
    """HTML with one piece per step: `done`, `here` or `open`. Hidden from screen readers.

    When `place` is given and another one than the last time, the reader went somewhere: the page scrolls to the top and its heading
    gets the focus (routes/files/arrival.js).
    """
    pieces = "".join(f'<i class="{state}"></i>' for state in states)
    mark = f' data-place="{escape(place)}"' if place else ""
    return f'<div aria-hidden="true" class="school-rail"{mark}>{pieces}</div>'


def on_the_way(where: str, rail: str) -> str:
    """Where somebody is on a way of several screens, in words and as a picture, as Markdown for `show_words`."""
    return f":small[:gray[{where}]]\n\n{rail}"
