"""`/sleutel/TOKEN`: how a trainer comes in. Opening the link is enough; the token goes into a cookie and out of sight."""

from asyncio import sleep
from collections.abc import Callable
from datetime import timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from school.guessing import Guesses
from school.keys import COOKIE, PATH, TRAINER, opened_by
from school.routes.plain import NEVER_KEPT, message
from school.runtime import Runtime

MAX_AGE = int(timedelta(days=30).total_seconds())
"""In seconds."""


def key_routes(here: Runtime) -> list[BaseRoute]:
    """`/sleutel/TOKEN`."""
    return [
        way_in(
            PATH,
            lambda token: opened_by(token, here.settings, here.store) == TRAINER,
            to="/voorbereiden",
            cookie=COOKIE,
            ask="Vraag wie de cursus beheert om de link voor de trainer.",
            secure=(here.settings.public_url or "").startswith("https:"),
        )
    ]


def way_in(path: str, opens: Callable[[str], bool], *, to: str, cookie: str, ask: str, secure: bool) -> BaseRoute:
    """A link `path` + token: when it `opens`, the token goes into a cookie and the person on `to`; else they read whom to `ask`."""
    guesses = Guesses()

    async def enter(request: Request) -> Response:
        token = request.path_params["token"]
        # Looked up before any pause: behind a proxy everybody may share an address with whoever guesses.
        if await run_in_threadpool(opens, token):
            response = RedirectResponse(to, 303, headers=NEVER_KEPT)
            response.set_cookie(cookie, token, max_age=MAX_AGE, path="/", secure=secure, httponly=True, samesite="lax")
            return response
        await sleep(guesses.pause(request.client.host if request.client else ""))
        return _wrong(ask)

    return Route(f"{path}{{token}}", enter)


def _wrong(ask: str) -> Response:
    return message(
        "Deze link opent niets",
        "Misschien is er een nieuwe link gemaakt, of is de link niet in zijn geheel gekopieerd.",
        ask,
        status=403,
    )
