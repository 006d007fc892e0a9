"""The cookie that holds a learner's token: how it is set, read and taken away. What the token means is not known here."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from school.identity import learner_id, new_token

COOKIE = "leerling"
MAX_AGE = int(timedelta(days=400).total_seconds())
"""In seconds; browsers keep no cookie longer than 400 days."""


def own_token(request: Request) -> str | None:
    """The token the browser sent, when it can be one of ours."""
    token = request.cookies.get(COOKIE)
    return token if learner_id(token) else None


def own_learner(request: Request) -> str | None:
    """The learner whose browser this is; nothing for a browser without a token of ours."""
    return learner_id(own_token(request))


def keep(response: Response, token: str, *, secure: bool) -> None:
    """Gives the browser this token for another 400 days."""
    response.set_cookie(COOKIE, token, max_age=MAX_AGE, path="/", secure=secure, httponly=True, samesite="lax")


def renew(request: Request, response: Response, *, secure: bool) -> str:
    """Gives the browser its own token again, or a new one when it has none; the token that was given."""
    token = own_token(request) or new_token()
    keep(response, token, secure=secure)
    return token


def forget(response: Response, *, secure: bool) -> None:
    """Takes the token away."""
    response.delete_cookie(COOKIE, path="/", secure=secure, httponly=True, samesite="lax")
