"""The sheet for a works council and a privacy officer, on the page with sources and privacy."""

import streamlit as st

from school.reports.team_sheet import sheet_pdf
from school.teams.sheet import TITLE, sections
from school.ui.visit import Visit


def show_sheet(here: Visit) -> None:
    """The parts of the sheet, and the same on paper."""
    settings = here.runtime.settings
    parts = sections(minimum=settings.min_group, keep_months=settings.keep_months)
    text = "\n\n".join(f"**{title}.** {words}" for title, words in parts)
    st.markdown(f"## {TITLE}\n\nVoor teams, ondernemingsraad en wie over privacy gaat.\n\n{text}", anchors=False, width=620)
    st.download_button(
        "Dit blad als PDF",
        lambda: sheet_pdf(here.course, minimum=settings.min_group, keep_months=settings.keep_months),
        "teamcijfers-en-privacy.pdf",
        "application/pdf",
        icon=":material/picture_as_pdf:",
        on_click="ignore",
    )
