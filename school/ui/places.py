"""Places in the course as links, in HTML of our own: the menu, the path and the steps (their style: static/course.css).

A plain click stays in this visit (routes/files/going.js); in a new tab each is a page like every other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import streamlit as st

State = Literal["done", "begun", "open"]
SAID = {"done": "klaar", "begun": "bezig", "open": "nog niet begonnen"}


@dataclass(frozen=True)
class Link:
    """A page in the menu; `state` when it is something to finish."""

    address: str
    name: str
    state: State | None = None


@dataclass(frozen=True)
class Place:
    """A place on a path: its address, its name, a note and how far somebody is there."""

    address: str
    name: str
    note: str
    progress: str = ""
    state: State = "open"


def show_menu(groups: Iterable[tuple[str, Sequence[Link]]], *, current: str, place: str) -> None:
    """Groups of links; `current` is the address of the page that is shown.

    When `place` is another one than the last time, the reader went somewhere: the page scrolls to the top and its
    heading gets the focus. It is empty on a page that marks its places itself (`rail`).
    """
    lists = "".join(_group(title, links, current) for title, links in groups)
    st.html(f'<nav class="school-menu" aria-label="Onderdelen van de cursus" data-at="{escape(place)}">{lists}</nav>')


def show_path(places: Sequence[Place], *, label: str, line: bool = True) -> None:
    """Places under each other, joined by a line."""
    kind = "school-path" if line else "school-path apart"
    walked = [False, *(place.state == "done" for place in places)]
    items = "".join(_on_path(at, place, past=past) for at, (place, past) in enumerate(zip(places, walked, strict=False), 1))
    st.html(f'<ol class="{kind}" aria-label="{escape(label)}">{items}</ol>')


def show_steps(where: str, steps: Iterable[Link], *, current: str, papers: Iterable[Link]) -> None:
    """`where` somebody is, with all steps to fold open, and what there is on paper; `current` is the address of the step shown."""
    items = "".join(f"<li>{_step(link, current)}</li>" for link in steps)
    paper = "".join(f'<p><a href="{escape(link.address)}" target="_blank">{escape(link.name)}</a></p>' for link in papers)
    st.html(
        f'<details class="school-fold school-steps"><summary><span>{escape(where)}</span> <b>Alle stappen</b></summary>'
        f'<nav aria-label="Alle stappen"><ol>{items}</ol></nav>{paper}</details>'
    )


def _step(link: Link, current: str) -> str:
    here, said = (' aria-current="step"', " (je bent hier)") if link.address == current else ("", "")
    finished = "<span>, klaar</span>" if link.state == "done" else ""
    return f'<a href="{escape(link.address)}" class="{link.state}"{here}>{escape(link.name)}{said}{finished}</a>'


def _group(title: str, links: Sequence[Link], current: str) -> str:
    items = "".join(f"<li>{_in_menu(link, current)}</li>" for link in links)
    return f'<p>{escape(title)}</p><ul aria-label="{escape(title)}">{items}</ul>'


def _in_menu(link: Link, current: str) -> str:
    here = ' aria-current="page"' if link.address == current else ""
    state, said = (f' class="{link.state}"', f"<span>, {SAID[link.state]}</span>") if link.state else ("", "")
    return f'<a href="{escape(link.address)}"{state}{here}>{escape(link.name)}{said}</a>'


def _on_path(at: int, place: Place, *, past: bool) -> str:
    """`past` when the line that comes to it was walked."""
    kind = f"{place.state} past" if past else place.state
    note = escape(place.note) + (f" · <em>{escape(place.progress)}</em>" if place.progress else "")
    number = "" if place.state == "done" else at
    return (
        f'<li class="{kind}"><b aria-hidden="true">{number}</b>'
        f'<a href="{escape(place.address)}">{escape(place.name)} <span>{note}</span></a></li>'
    )
