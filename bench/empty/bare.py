"""The least that a page of a course can be: ten lines of text, under twenty addresses. Streamlit alone, nothing of ours."""

import streamlit as st


def lines() -> None:
    """Ten lines, each an element of its own."""
    for number in range(10):
        st.markdown(f"Regel {number}")


pages = [st.Page(lines, title=f"Pagina {number}", url_path=f"pagina-{number}", default=not number) for number in range(20)]
st.navigation(pages, position="hidden").run()
