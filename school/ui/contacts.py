"""Where to turn today, and the credits of 2018."""

import streamlit as st

from school.content import Helpline
from school.ui.visit import Visit


def show_contacts(here: Visit, name: str) -> None:
    """The list `hulplijnen` or `sessie-2018` from contacten.yaml."""
    if name == "hulplijnen":
        lines = here.course.contacts.helplines.values()
        if here.presenting:
            with st.container(key="slide-contacts"):  # in columns, so that all of them fit a screen
                st.markdown("\n\n".join(_helpline(here, line) for line in lines))
        else:
            st.markdown("\n\n".join(_helpline(here, line) for line in lines), width=620)
    else:
        _show_session(here)


def _helpline(here: Visit, line: Helpline) -> str:
    """The number is a link, so that a phone calls it."""
    named = line.number in line.name
    parts = [f"**[{line.name}](tel:{line.tel})**" if named else f"**{line.name}**: [{line.number}](tel:{line.tel})", line.when]
    link = here.course.links.get(line.url_link or "")
    if line.note:
        parts.append(line.note)
    if line.check:
        parts.append(f":gray[{line.check}]")
    if link:
        parts.append(f"[{link.title}]({link.url})")
    return "  \n".join(parts)


def _show_session(here: Visit) -> None:
    contacts = here.course.contacts
    if not contacts.session_2018:
        return
    lines = [f"- **{credit.organisation}**: {', '.join(credit.people)}" for credit in contacts.session_2018.values()]
    st.markdown("\n".join([contacts.session_note, "", *lines]), width="stretch" if here.presenting else 620)
