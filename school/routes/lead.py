"""`/teamblik/TOKEN`: how somebody comes to look at the scores of a team or organisation, as a trainer does with `/sleutel`."""

from asyncio import sleep

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from school.keys import LEAD_COOKIE, LEAD_PATH, lead_of
from school.routes.keys import MAX_AGE, Guesses
from school.routes.plain import NEVER_KEPT, message
from school.runtime import Runtime


def lead_routes(here: Runtime) -> list[BaseRoute]:
    """`/teamblik/TOKEN`."""
    secure = (here.settings.public_url or "").startswith("https:")
    guesses = Guesses()

    async def enter(request: Request) -> Response:
        token = request.path_params["token"]
        # Looked up before any pause: behind a proxy everybody may share an address with whoever guesses.
        if await run_in_threadpool(lead_of, token, here.store):
            return _let_in(token, secure=secure)
        await sleep(guesses.pause(request.client.host if request.client else ""))
        return _wrong()

    return [Route(f"{LEAD_PATH}{{token}}", enter)]


def _let_in(token: str, *, secure: bool) -> Response:
    response = RedirectResponse("/team", 303, headers=NEVER_KEPT)
    response.set_cookie(LEAD_COOKIE, token, max_age=MAX_AGE, path="/", secure=secure, httponly=True, samesite="lax")
    return response


def _wrong() -> Response:
    return message(
        "Deze link opent niets",
        "Misschien is er een nieuwe link gemaakt, of is de link niet in zijn geheel gekopieerd.",
        "Vraag je trainer om de link om de cijfers van je team te bekijken.",
        status=403,
    )
