"""A module on paper: its blocks as parts a template can show, in reading order. What only a screen can do becomes words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from school import addresses
from school.content import Course, Film, Link, Module, Step
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
from school.routes.print_task import Question, question
from school.routes.print_text import as_html

NOTHING = Markup()


@dataclass(frozen=True)
class Part:
    """One thing to show. `kind` is the name of its template in `print/`; the rest is what that template needs."""

    kind: str
    html: Markup = NOTHING
    beside: Markup = NOTHING
    title: str = ""
    address: str = ""
    sources: tuple[str, ...] = ()
    question: Question | None = None
    film: Film | None = None


def numbers(module: Module) -> dict[str, int]:
    """The number of each exercise, from 1, in the order in which the lesson asks them."""
    return {task: number for number, task in enumerate((t for step in module.steps for t in step.tasks), 1)}


def parts(course: Course, module: Module, step: Step) -> Iterator[Part]:
    """What a step shows on paper. Notes for the trainer are left out: the page is for everyone."""
    order = numbers(module)
    for block in step.blocks:
        explainer = course.explainers[block.id] if isinstance(block, Explainer) else None
        asked = [_exercise(course, task, order) for task in explainer.exercises] if explainer else []
        if explainer and explainer.exercises_first:
            yield from asked
        part = _part(course, block, order)
        if part is not None:
            yield part
        if explainer:
            yield from (_medium(course, film) for film in explainer.films)
            yield from () if explainer.exercises_first else asked


def _part(course: Course, block: Block, order: dict[str, int]) -> Part | None:
    match block:
        case Text(markdown):
            return Part("text", as_html(course, markdown))
        case Sources(ids):
            return Part("sources", sources=ids)
        case SlideAndToday(slide, today, sources):
            return Part("slide", as_html(course, slide), as_html(course, today), sources=sources)
        case Story(markdown):
            return Part("story", as_html(course, markdown))
        case Important(markdown):
            return Part("important", as_html(course, markdown))
        case Medium(medium):
            return _medium(course, medium)
        case Exercise(task_id):
            return _exercise(course, task_id, order)
        case QuizLink(quiz):
            return Part("elsewhere", title=f"Toets: {course.quizzes[quiz].title}", address=addresses.quiz(quiz))
        case Explainer(name):
            return Part("text", as_html(course, course.explainers[name].in_words()))
        case ContactList(which):
            return Part("helplines" if which == "hulplijnen" else "session")
        case Drawing(file, alt):
            return Part("drawing", title=alt, address=course.drawings.get(file, ""))
        case TrainerNote() | Cut():
            return None
        case _:
            assert_never(block)


def _exercise(course: Course, task_id: str, order: dict[str, int]) -> Part:
    return Part("exercise", question=question(order[task_id], task_id, course.tasks[task_id]))


def _medium(course: Course, medium: str) -> Part:
    film: Film | None = course.films.get(medium)
    if film is not None:
        return Part("film", as_html(course, film.text), title=film.title, address=film.page or "", film=film)
    link: Link = course.links[medium]
    return Part("elsewhere", title=link.title, address=link.url)
