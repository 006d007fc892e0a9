"""`/kaart/MODULE`: the card of a module as a PDF, to print and fold. Typeset once for each course that was loaded."""

from functools import lru_cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school.content import Course
from school.reports.card import card_pdf
from school.runtime import Runtime

# The same for everybody; asked again each time, since an author may change it.
ASK_AGAIN = "no-cache"
_SHELF = 64
"""Cards of one course and of those just before it; a card takes 40 kB."""


def card_routes(here: Runtime) -> list[BaseRoute]:
    """`/kaart/MODULE`."""

    def card(request: Request) -> Response:
        course, name = here.library.course, request.path_params["module"]
        module = course.module(name)
        pdf = _made(course, name) if module and module.card else None
        if pdf is None:
            raise HTTPException(404)
        shown = {"content-disposition": f'inline; filename="kaart-{name}.pdf"', "cache-control": ASK_AGAIN}
        return Response(pdf, media_type="application/pdf", headers=shown)

    return [Route("/kaart/{module}", card)]


@lru_cache(_SHELF)
def _made(course: Course, name: str) -> bytes | None:
    module = course.module(name)
    return card_pdf(course, module) if module else None
