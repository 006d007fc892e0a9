"""`/afdruk/MODULE`: a whole module as one plain page, to print or to read without a script."""

from base64 import b64encode
from collections.abc import Iterator

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school.content import Course, Module, Source, Step, Term
from school.lesson import Important, SlideAndToday, Sources, Story, Text
from school.routes.plain import page
from school.routes.print_parts import numbers, parts
from school.routes.print_task import Solution, answer
from school.routes.print_text import as_html, linked_ids
from school.runtime import Runtime

# The same for everybody; asked again each time, since an author may change it.
ASK_AGAIN = "no-cache"


def print_routes(here: Runtime) -> list[BaseRoute]:
    """`/afdruk/MODULE`."""

    def printed(request: Request) -> Response:
        course = here.library.course
        module = course.module(request.path_params["module"])
        if module is None:
            raise HTTPException(404)
        response = page(
            "print.html",
            title=module.title,
            course=course,
            module=module,
            steps=[(step, list(parts(course, module, step))) for step in module.steps],
            answers=_answers(course, module),
            sources=_sources(course, module),
            terms=[(term, as_html(course, term.text)) for term in _terms(course, module)],
            picture=_picture,
            checked=lambda names: min(course.sources[name].as_of for name in names),
            html=lambda markdown: as_html(course, markdown),
        )
        response.headers["cache-control"] = ASK_AGAIN
        return response

    return [Route("/afdruk/{module}", printed)]


def _answers(course: Course, module: Module) -> list[Solution]:
    return [answer(number, course.tasks[task]) for task, number in numbers(module).items()]


def _sources(course: Course, module: Module) -> dict[str, Source]:
    """The sources of the texts and the exercises, in order of appearance."""
    named = [name for step in module.steps for name in _named_in(step)]
    named += [name for solved in _answers(course, module) for name in solved.sources]
    return {name: course.sources[name] for name in named if name in course.sources}


def _named_in(step: Step) -> Iterator[str]:
    for block in step.blocks:
        match block:
            case Sources(ids) | SlideAndToday(sources=ids):
                yield from ids


def _terms(course: Course, module: Module) -> list[Term]:
    texts = "\n\n".join(text for step in module.steps for text in _texts(step))
    return [course.terms[name] for name in linked_ids(texts, "term") if name in course.terms]


def _texts(step: Step) -> Iterator[str]:
    for block in step.blocks:
        match block:
            case Text(markdown) | Story(markdown) | Important(markdown):
                yield markdown
            case SlideAndToday(slide, today):
                yield f"{slide}\n\n{today}"


def _picture(svg: str) -> str:
    """A drawing as an address that holds it; as an image, nothing inside it can run."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
