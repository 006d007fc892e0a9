"""What a person sees when something goes wrong on the way to an answer; one handler for each problem."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from school.routes.plain import message, not_found, wrong_method
from school.store import UNREACHABLE

Handler = Callable[[Request, Exception], Response]


def problem_pages() -> Mapping[int | type[Exception], Handler]:
    """The handler for each status and exception, as the server wants them."""
    return {
        404: lambda _request, _problem: not_found(),
        405: lambda _request, problem: wrong_method([(getattr(problem, "headers", None) or {}).get("Allow", "GET")]),
        500: lambda _request, _problem: _broken(),
        **dict.fromkeys(UNREACHABLE, lambda _request, _problem: _unreachable()),
    }


def _broken() -> Response:
    return message(
        "Er ging iets mis bij ons",
        "Dit ligt niet aan jou. Wat je eerder hebt beantwoord, is bewaard.",
        "Probeer het over een paar minuten nog eens.",
        status=500,
    )


def _unreachable() -> Response:
    return message(
        "We kunnen er nu niet bij",
        "De plek waar we je voortgang bewaren, antwoordt niet. Er is niets veranderd.",
        "Probeer het over een paar minuten nog eens.",
        status=503,
    )
