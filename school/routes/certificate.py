"""`/certificaat/CODE`: whether a certificate is real. It says no more than that, the course and the day."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school.certificates import Certificate, read_code
from school.dutch import HOME
from school.routes.plain import page
from school.runtime import Runtime


def certificate_routes(here: Runtime) -> list[BaseRoute]:
    """`/certificaat/CODE`, and `/certificaat` to type the code of a printed one."""

    def answer(code: str) -> Response:
        # A code that cannot be one of ours and one that we never issued get the same page: nothing to learn by guessing.
        certificate = _find(here, code)
        if certificate is None:
            return page("certificate_not_valid.html", status=404, title="Dit certificaat is niet geldig")
        achieved = certificate.achieved.astimezone(HOME)
        return page("certificate_valid.html", title="Dit certificaat is geldig", course=certificate.course, achieved=achieved)

    def asked(request: Request) -> Response:
        code = request.query_params.get("code")
        return page("certificate_ask.html", title="Is dit certificaat echt?") if code is None else answer(code)

    def checked(request: Request) -> Response:
        return answer(request.path_params["code"])

    return [Route("/certificaat", asked), Route("/certificaat/{code}", checked)]


def _find(here: Runtime, text: str) -> Certificate | None:
    code = read_code(text)
    return here.store.certificate(code) if code else None
