"""The course's own drawings. They decorate: the words beside them say the same, so screen readers pass them by."""

import streamlit as st

FOLDER = "/school"


def show_drawing(name: str, width: int = 420) -> None:
    """A drawing of ours, at most `width` pixels wide. As an image with an address it is kept by the browser."""
    st.html(f'<img class="school-drawing" style="max-width:{width}px" src="{FOLDER}/{name}.svg" alt="">')
