"""A slide on a phone: its words, beside the big screen. What only the big screen can show is named, not shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from markupsafe import Markup

from school import addresses
from school.content import Course
from school.lesson import (
    Block,
    ContactList,
    Cut,
    Drawing,
    Exercise,
    Explainer,
    Important,
    Medium,
    QuizLink,
    SlideAndToday,
    Sources,
    Story,
    Text,
    TrainerNote,
)
from school.routes.print_text import as_html
from school.slides import Slide

Kind = Literal["text", "story", "important", "slide", "drawing", "watch", "ask", "helplines", "session"]


@dataclass(frozen=True)
class RoomPart:
    """One thing on a phone; `kind` says how it looks."""

    kind: Kind
    html: Markup = Markup()  # noqa: RUF009  (it never changes)
    beside: Markup = Markup()  # noqa: RUF009
    title: str = ""
    address: str = ""


def room_parts(course: Course, slide: Slide) -> Iterator[RoomPart]:
    """What a phone shows of a slide, in reading order. The trainer's notes and sources are left to others."""
    for block in slide.blocks:
        part = _part(course, block)
        if part is not None:
            yield part


def _part(course: Course, block: Block) -> RoomPart | None:
    match block:
        case Text(markdown):
            return RoomPart("text", as_html(course, markdown))
        case Story(markdown):
            return RoomPart("story", as_html(course, markdown))
        case Important(markdown):
            return RoomPart("important", as_html(course, markdown))
        case SlideAndToday(slide, today, _):
            return RoomPart("slide", as_html(course, slide), as_html(course, today))
        case Drawing(file, alt):
            return RoomPart("drawing", title=alt, address=addresses.drawing(file))
        case Medium(name):
            return RoomPart("watch", title=_title(course, name))
        case Explainer(name):
            return RoomPart("watch", title=course.explainers[name].title if name in course.explainers else "")
        case Exercise():
            return RoomPart("ask")
        case ContactList(which):
            return RoomPart("helplines" if which == "hulplijnen" else "session")
        case Sources() | QuizLink() | TrainerNote() | Cut():
            return None
        case _:
            assert_never(block)


def _title(course: Course, name: str) -> str:
    shown = course.films.get(name) or course.links.get(name)
    return shown.title if shown else ""
