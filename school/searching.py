"""Finding steps and terms by words; no page and no index on disk."""

import re
from dataclasses import dataclass
from functools import lru_cache

from school.content import Course, Step, Term
from school.grading import plain_word
from school.lesson import Important, SlideAndToday, Story, Text

MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`#>|]+")
AROUND = 90


@dataclass(frozen=True)
class Found:
    """A step or a term, with the words around what was found."""

    title: str
    excerpt: str
    step: Step | None = None
    term: str | None = None


def plain_text(markdown: str) -> str:
    """Markdown as running text."""
    return " ".join(MARKS.sub(lambda found: found.group(1) or " ", markdown).split())


def step_text(step: Step) -> str:
    """Everything a learner reads in a step, without marks."""
    texts = []
    for block in step.blocks:
        match block:
            case Text(markdown) | Story(markdown) | Important(markdown):
                texts.append(markdown)
            case SlideAndToday(slide, today):
                texts += [slide, today]
    return plain_text("\n".join(texts))


def search(course: Course, words: str, *, most: int = 12) -> list[Found]:
    """Steps and terms in which every word occurs (also as the beginning of a word); titles count most."""
    wanted = plain_word(words).split()
    if not wanted:
        return []
    scored: list[tuple[int, int, str, str, tuple[Step | None, str | None]]] = []
    for title, text, found in _entries(course):
        plain_title, plain = plain_word(title), plain_word(text)
        if all(_begins(word, plain_title) or _begins(word, plain) for word in wanted):
            in_title = sum(_begins(word, plain_title) for word in wanted)
            scored.append((-in_title, len(scored), title, text, found))
    return [Found(title, _around(text, wanted[0]), *found) for *_, title, text, found in sorted(scored, key=lambda e: e[:2])[:most]]


@lru_cache(maxsize=2)
def _entries(course: Course) -> list[tuple[str, str, tuple[Step | None, str | None]]]:
    """Everything that can be found: title, text, and the step or the id of the term."""
    steps = [(step.title, step_text(step), (step, None)) for step in course.steps()]
    return steps + [(_name(term), term.text, (None, name)) for name, term in course.terms.items()]


def _name(term: Term) -> str:
    return f"{term.term} ({', '.join(term.also)})" if term.also else term.term


def _begins(word: str, text: str) -> bool:
    return f" {word}" in f" {text}"


def _around(text: str, word: str) -> str:
    at = plain_word(text).find(word)
    start = max(0, min(at, len(text)) - AROUND)
    piece = text[start : start + 2 * AROUND]
    return f"{'…' if start else ''}{piece.strip()}{'…' if start + 2 * AROUND < len(text) else ''}"
