"""The next times of Herhalen as a file for the reader's own calendar. No e-mail, and nobody is told."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

import streamlit as st

from school.agenda import Day, calendar
from school.dutch import count
from school.ui.visit import Visit


def offer_calendar(here: Visit, coming: Sequence[tuple[date, int]]) -> None:
    """A button that gives the .ics file, made only when it is pressed."""
    home = _home(here)
    st.download_button(
        "Zet de volgende keren in je agenda",
        lambda: calendar_of(here, coming, home),
        "herhalen.ics",
        "text/calendar",
        icon=":material/event:",
        on_click="ignore",
        key="calendar",
    )
    st.caption("Een bestand (.ics) voor je eigen agenda. De dagen verschuiven als je antwoordt; haal dan een nieuw bestand op.")


def calendar_of(here: Visit, coming: Sequence[tuple[date, int]], home: str) -> bytes:
    """One whole day per time. The same day has the same id, so a newer file takes the place of an older one."""
    title = here.course.about.title
    days = [
        Day(
            id=f"herhalen-{day:%Y%m%d}@{urlsplit(home).hostname or 'cursus'}",
            on=day,
            title=f"Herhalen: {count(amount, 'vraag', 'vragen')}",
            text=f"{title}: ophalen wat je weet, ongeveer {count(amount, 'minuut', 'minuten')}.",
            address=f"{home}/herhalen",
        )
        for day, amount in coming
    ]
    return calendar(days, name=f"Herhalen · {title}", maker=title, now=here.runtime.now()).encode()


def _home(here: Visit) -> str:
    """Where this course is, without a slash at the end."""
    found = urlsplit(here.runtime.settings.public_url or st.context.url or "http://localhost:8501")
    return f"{found.scheme}://{found.netloc}"
