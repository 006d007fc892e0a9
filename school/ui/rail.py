"""The rail of steps: a picture of what the words beside it already say. Its style is in static/course.css."""

from collections.abc import Iterable


def rail(states: Iterable[str]) -> str:
    """HTML with one piece per step; `done`, `here` or `open`. Hidden from screen readers."""
    pieces = "".join(f'<i class="{state}"></i>' for state in states)
    return f'<div aria-hidden="true" class="school-rail">{pieces}</div>'
