"""The course's own drawings, read once."""

from functools import cache
from pathlib import Path

import streamlit as st

FOLDER = Path(__file__).parent / "drawings"


@cache
def drawing(name: str) -> str:
    """The SVG of one of our own drawings."""
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def show_drawing(name: str, alt: str, width: int | str = "stretch") -> None:
    """A drawing on the page; `alt=""` when the words beside it say the same."""
    st.image(drawing(name), alt=alt, width=width)  # type: ignore[arg-type]
