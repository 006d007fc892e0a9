"""Links of our own as people see them: where this course is, and a link with its QR code."""

import segno
import streamlit as st

from school.ui.visit import Visit


def base(here: Visit) -> str:
    """Where this course is: as it was set, else as the browser knows it."""
    if here.runtime.settings.public_url:
        return here.runtime.settings.public_url
    url = st.context.url or "http://localhost:8501"
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.split('/', 1)[0]}"


def show_link(link: str) -> None:
    """To copy; it wraps, so that it can be read on a phone."""
    st.code(link, language=None, wrap_lines=True)


def show_qr(link: str) -> None:
    """The link to point a phone at."""
    code = segno.make(link, error="m").svg_inline(scale=5, border=3, dark="#0D1716", light="#FFFFFF")
    st.image(code, alt="QR-code met dezelfde link", width=200)
