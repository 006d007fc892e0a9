"""`/verder/TOKEN`: taking progress along to this device. Opening the link changes nothing: a preview must not use it up."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school.identity import learner_id, token_hash
from school.routes.cookie import own_learner, renew
from school.routes.origin import own_posts_only
from school.routes.plain import message, page
from school.runtime import Runtime


def handover_routes(here: Runtime) -> list[BaseRoute]:
    """`/verder/TOKEN`, to read and to do."""
    address = here.settings.public_url
    secure = (address or "").startswith("https:")

    def handover(request: Request) -> Response:
        hashed = token_hash(request.path_params["token"])
        if request.method == "POST":
            return _take_over(here, request, hashed, secure=secure)
        if not here.store.handover_valid(hashed, now=here.now()):
            return _expired()
        learner = own_learner(request)
        merges = bool(learner and here.store.revision(learner))
        return page("handover.html", title="Je voortgang meenemen", merges=merges)

    return [Route("/verder/{token}", own_posts_only(handover, public_url=address), methods=["GET", "POST"])]


def _take_over(here: Runtime, request: Request, hashed: str, *, secure: bool) -> Response:
    done = message(
        "Je voortgang staat nu ook hier",
        "Op dit apparaat zie je voortaan dezelfde voortgang als op het andere.",
        "Had je hier al iets gedaan? Dan zijn beide samengevoegd; er is niets verdwenen.",
        way=("/voortgang", "Bekijk je voortgang"),
    )
    # A device that was never here before has no cookie yet: it gets one with the answer.
    learner = learner_id(renew(request, done, secure=secure))
    if learner is None or not here.store.take_over(hashed, into=learner, now=here.now()):
        return _expired()
    return done


def _expired() -> Response:
    return message(
        "Deze link werkt niet meer",
        "Een link om je voortgang mee te nemen is een kwartier geldig en werkt één keer. Er is niets veranderd.",
        "Maak op het apparaat waar je voortgang staat een nieuwe link: bij Voortgang, 'Neem mijn voortgang mee'.",
        status=410,
    )
