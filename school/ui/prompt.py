"""What is asked, above its widget: the situation as text, the question itself as heading, and how to answer below it."""

import re

from school.content import Course
from school.tasks import Task
from school.ui.asking import how_many
from school.ui.links import ready
from school.ui.words import in_text

SENTENCE_END = re.compile(r"(?<=[.!?’”])\s+(?=[A-ZÉ‘“])")
ASKS = re.compile(r"\?[’”]?$")


def prompt(course: Course, task: Task, *, asks: bool = False) -> str:
    """As Markdown for `show_words`; a long situation would be too much for a heading. `asks` when its widget stands below it."""
    story, question, how = in_parts(task.prompt)
    parts = [ready(course, story), f"## {ready(course, question)}", ready(course, how), how_many(task) if asks else ""]
    return in_text("\n\n".join(filter(None, parts)))


def in_parts(prompt: str) -> tuple[str, str, str]:
    """The situation, the question, and what comes after it; the question is the last sentence that asks, else the last one."""
    sentences = SENTENCE_END.split(prompt)
    at = next((place for place in reversed(range(len(sentences))) if ASKS.search(sentences[place])), len(sentences) - 1)
    return " ".join(sentences[:at]), sentences[at], " ".join(sentences[at + 1 :])
