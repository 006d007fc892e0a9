"""The papers that go with a running order: the trainer's notes, a hand-out, and cards to answer with when there are no phones."""

import io
from datetime import datetime
from typing import assert_never

import segno

from school.content import Course, Step
from school.dutch import HOME, day, duration
from school.lesson import Exercise, Important, SlideAndToday, Text
from school.reports.letters import settable
from school.reports.markdown_lines import Line, lines_of
from school.reports.typesetting import typeset
from school.room_results import choices, right_answer
from school.running_orders import PAUSE, Break, Item, OwnQuestion, Part, RunningOrder, slides_in
from school.slides import Slide

LETTERS = "ABCD"


def notes_pdf(course: Course, order: RunningOrder, *, made: datetime) -> bytes:
    """For the trainer: every slide with when it comes, what to say, what to warn for and what is right."""
    begins, slides = 0.0, []
    before: tuple[str, ...] = ()
    for slide in slides_in(course, order):
        # A note that goes on over several slides is printed once.
        slides.append(_noted(course, slide, begins, slide.notes if slide.notes != before else ()))
        begins, before = begins + slide.minutes, slide.notes
    data = {**_head(course, order, "Notities", made), "slides": slides}
    return typeset("order_notes.typ", data, made=made)


def _head(course: Course, order: RunningOrder, sort: str, made: datetime) -> dict[str, object]:
    name = settable(order.name)
    return {
        "title": f"{sort}: {name}",
        "course": course.about.title,
        "heading": name,
        "sort": sort,
        "length": duration(order.minutes),
        "made": day(made.astimezone(HOME)),
    }


def _noted(course: Course, slide: Slide, begins: float, notes: tuple[str, ...]) -> dict[str, object]:
    task = slide.own or course.tasks.get(slide.task or "")
    return {
        "at": f"{int(begins) // 60}:{int(begins) % 60:02d}",
        "title": "Eigen vraag" if slide.own else settable(slide.title),
        "pause": duration(round(slide.minutes)) if slide.pause else "",
        "number": slide.number,
        "warning": settable(slide.warning.text) if slide.warning else "",
        "question": settable(task.prompt) if task else "",
        "choices": [settable(text) for text in choices(task).values()] if task else [],
        "right": [settable(line) for line in right_answer(task)] if task else [],
        "notes": [line for note in notes for line in lines_of(note)],
    }


def handout_pdf(course: Course, order: RunningOrder, *, made: datetime) -> bytes:
    """For who was there: what is known today, part by part, with room to write."""
    parts = [handed for part in order.parts if (handed := _handed_out(course, part))]
    return typeset("order_handout.typ", {**_head(course, order, "Hand-out", made), "parts": parts}, made=made)


def _handed_out(course: Course, part: Item) -> dict[str, object] | None:
    """One part as it stands on the hand-out; nothing when its step is gone."""
    match part:
        case Part(address):
            step = course.find_step(address)
            return {"title": settable(step.title), "aim": settable(step.aim), "lines": _today(course, step), "pause": ""} if step else None
        case Break(_, minutes):
            return {"title": PAUSE, "aim": "", "lines": [], "pause": duration(minutes)}
        case OwnQuestion(_, question):
            lines = [_point("", text) for text in choices(question).values()]
            return {"title": settable(question.prompt), "aim": "", "lines": lines, "pause": ""}
        case _:
            assert_never(part)


def _today(course: Course, step: Step) -> list[Line]:
    lines: list[Line] = []
    for block in step.blocks:
        if isinstance(block, (Text, Important)):
            lines += lines_of(block.markdown)
        elif isinstance(block, SlideAndToday):
            lines += lines_of(block.today)
        elif isinstance(block, Exercise) and block.id in course.tasks:
            lines.append(_point("Om over te praten: ", course.tasks[block.id].prompt))
    return lines


def _point(head: str, text: str) -> Line:
    return {"sort": "point", "runs": [[head, True], [settable(text), False]]}


def answer_cards_pdf(course: Course, order: RunningOrder, *, base: str, made: datetime) -> bytes:
    """Four cards on a sheet, A to D, to hold up; on each a code to the course, for at home."""
    svg = io.BytesIO()
    segno.make(base, error="m").save(svg, kind="svg", border=0, dark="#0D1716", xmldecl=False)
    data = {
        **_head(course, order, "Antwoordkaarten", made),
        "letters": list(LETTERS),
        "address": base.split("://", 1)[-1],
        "qr": svg.getvalue().decode(),
    }
    return typeset("answer_cards.typ", data, made=made)
