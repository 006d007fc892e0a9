"""The same figures to take away, as a workbook, as plain tables, or as a report to print."""

import streamlit as st

from school.reports.team_csv import team_csv
from school.reports.team_pdf import team_pdf
from school.reports.team_xlsx import team_xlsx
from school.teams.snapshot import Snapshot
from school.ui.visit import Visit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_take_away(here: Visit, snapshot: Snapshot) -> None:
    """A file is made when its button is pressed, and holds what this page holds."""
    st.markdown("## Meenemen\n\nDezelfde cijfers als op deze pagina, met dezelfde gaten.", anchors=False)
    course, name = here.course, f"teamcijfers-{snapshot.made:%Y-%m-%d}"
    with st.container(horizontal=True, key="team-take-away"):
        st.download_button(
            "Verslag (PDF)",
            lambda: team_pdf(course, snapshot),
            f"{name}.pdf",
            "application/pdf",
            icon=":material/picture_as_pdf:",
            on_click="ignore",
        )
        st.download_button(
            "Werkblad (Excel)", lambda: team_xlsx(course, snapshot), f"{name}.xlsx", XLSX, icon=":material/table_view:", on_click="ignore"
        )
        st.download_button(
            "Tabellen (CSV)", lambda: team_csv(course, snapshot), f"{name}.zip", "application/zip", icon=":material/csv:", on_click="ignore"
        )
