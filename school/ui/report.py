"""'Meld een fout in deze vraag': a way to tell the makers, with the question and its version."""

from urllib.parse import quote

import streamlit as st

from school.content import Course
from school.tasks import Task


def report_mistake(course: Course, name: str, task: Task) -> None:
    """A quiet button; the rest is made only when it is opened."""
    with st.popover("Meld een fout in deze vraag", type="tertiary", on_change="rerun", key=f"report:{name}") as box:
        if not box.open:
            return
        subject = f"{course.about.title}: vraag {name} (versie {task.version})"
        address = course.about.report_address
        if address:
            st.markdown(f"[Schrijf ons een e-mail](mailto:{quote(address)}?subject={quote(subject)}). Vertel wat er niet klopt.")
        else:
            st.markdown("Klopt er iets niet? Geef dit door aan wie jou deze cursus gaf, met je opmerking erbij:")
        st.code(subject, language=None, wrap_lines=True)
