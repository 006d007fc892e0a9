"""What is asked, above its widget: the situation as text, the question itself as heading."""

import re

import streamlit as st

from school.content import Course
from school.tasks import Task
from school.ui.links import ready

SENTENCE_END = re.compile(r"(?<=[.!?’”])\s+(?=[A-ZÉ‘“])")


def show_prompt(course: Course, task: Task) -> None:
    """The last sentence is the question."""
    *story, question = SENTENCE_END.split(task.prompt)
    if story:
        st.markdown(ready(course, " ".join(story)), width=620)
    st.header(ready(course, question), anchor=False)
