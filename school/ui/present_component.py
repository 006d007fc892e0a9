"""The widgets of the big screen and of who presents, in typed functions. Their script is in `widgets/stage.js`, `remote.js`."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import segno
import streamlit as st

from school.live import Pulse
from school.ui.components import component

STAGE, REMOTE = "stage", "remote"
USUAL = 1080
"""Pixels: how high a screen is until its browser says so."""
LOWEST, HIGHEST = 360, 4320


@dataclass(frozen=True)
class Join:
    """How people come in: the address they type, the code, and the address in the QR code."""

    address: str
    code: str
    target: str


@dataclass(frozen=True)
class Foot:
    """What stands under a slide: which one it is of which, how to join, a line; and the room it follows, as it was drawn."""

    room: str
    pulse: Pulse
    slides: Sequence[str]
    at: int
    dark: bool
    join: Join | None
    note: str


def stage(foot: Foot, *, on_act: Callable[[], None]) -> None:
    """The foot and the keys. An act is in the trigger `act`: `{"to": 3}` or `{"dark": true}`; or nothing.

    It listens to the room, and has the page drawn anew (the trigger `look`) when that went on.
    """
    join = foot.join
    shown = {"qr": qr_drawing(join.target), "address": join.address, "code": f"{join.code[:3]} {join.code[3:]}"} if join else None
    data = {
        "room": foot.room,
        "pulse": [foot.pulse.revision, foot.pulse.votes],
        "slides": list(foot.slides),
        "at": foot.at,
        "dark": foot.dark,
        "join": shown,
        "note": foot.note,
        "height": stage_height(),
    }
    given = {"default": {"height": stage_height()}, "on_height_change": _nothing, "on_look_change": _nothing}
    component(STAGE)(key=STAGE, data=data, on_act_change=on_act, **given)


def stage_height() -> int:
    """How high the big screen is, in CSS pixels, as its browser said; anything odd counts as usual."""
    kept = st.session_state.get(STAGE)
    height = getattr(kept, "height", None) if kept is not None else None
    return int(height) if isinstance(height, (int, float)) and LOWEST <= height <= HIGHEST else USUAL


def remote(at: int, slides: int, *, dark: bool, on_act: Callable[[], None]) -> None:
    """The same keys without anything to see, for the view of who presents."""
    component(REMOTE)(key=REMOTE, data={"at": at, "slides": slides, "dark": dark}, on_act_change=on_act)


@lru_cache(maxsize=64)
def qr_drawing(address: str) -> str:
    """A QR code as SVG, black on white whatever the theme: readers want contrast."""
    svg = io.BytesIO()
    segno.make(address, error="m").save(svg, kind="svg", border=1, dark="#000", light="#fff", xmldecl=False, omitsize=True)
    return svg.getvalue().decode()


def _nothing() -> None:
    """A component wants a callback even when nothing has to happen."""
