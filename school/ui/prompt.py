"""What is asked, above its widget: the situation as text, the question itself as heading, and how to answer below it."""

import re

import streamlit as st

from school.content import Course
from school.tasks import Task
from school.ui.links import ready

SENTENCE_END = re.compile(r"(?<=[.!?’”])\s+(?=[A-ZÉ‘“])")
ASKS = re.compile(r"\?[’”]?$")


def show_prompt(course: Course, task: Task) -> None:
    """In a screen of its own; a long situation would be too much for a heading."""
    story, question, how = in_parts(task.prompt)
    if story:
        st.markdown(ready(course, story), width=620)
    st.header(ready(course, question), anchor=False)
    if how:
        st.markdown(ready(course, how), width=620)


def in_parts(prompt: str) -> tuple[str, str, str]:
    """The situation, the question, and what comes after it; the question is the last sentence that asks, else the last one."""
    sentences = SENTENCE_END.split(prompt)
    at = next((place for place in reversed(range(len(sentences))) if ASKS.search(sentences[place])), len(sentences) - 1)
    return " ".join(sentences[:at]), sentences[at], " ".join(sentences[at + 1 :])
