"""`/wissen`: forgetting a learner, with a receipt. Looking changes nothing; only a form of our own does."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school.dutch import count
from school.routes.cookie import forget, own_learner
from school.routes.origin import own_posts_only
from school.routes.plain import page
from school.runtime import Runtime

THINGS = {
    "answers": ("antwoord", "antwoorden"),
    "steps": ("afgeronde stap", "afgeronde stappen"),
    "attempts": ("toets", "toetsen"),
    "marks": ("vraag die je had gemarkeerd", "vragen die je had gemarkeerd"),
    "watched": ("film waarvan we wisten hoe ver je was", "films waarvan we wisten hoe ver je was"),
    "handovers": ("link om je voortgang mee te nemen", "links om je voortgang mee te nemen"),
    "shown": ("antwoord dat je liet zien", "antwoorden die je liet zien"),
    "cards": ("vraag om te herhalen", "vragen om te herhalen"),
    "choices": ("keuze in een casus", "keuzes in casussen"),
    "drafts": ("half gelegd antwoord", "half gelegde antwoorden"),
    "memberships": ("team waarin je zat", "teams waarin je zat"),
    "counted": ("aantekening dat je al meetelde in teamcijfers", "aantekeningen dat je al meetelde in teamcijfers"),
    "aliases": ("gekoppeld apparaat", "gekoppelde apparaten"),
}
"""What the rows of each table are called. The row of the learner itself holds nothing else, and is not counted."""

CERTIFICATES = "certificates"
"""The table that is not erased: its rows hold no name, and are nobody's from then on."""


def erase_routes(here: Runtime) -> list[BaseRoute]:
    """`/wissen`, to read and to do."""
    address = here.settings.public_url
    secure = (address or "").startswith("https:")

    def erase(request: Request) -> Response:
        learner = own_learner(request)
        if request.method != "POST":
            return page("erase.html", title="Wis alles wat we van je weten", known=bool(_known(here, learner)))
        erased = here.store.erase(learner) if learner else {}
        response = page("erased.html", title="Alles is gewist", things=receipt(erased), certificates=erased.get(CERTIFICATES, 0))
        forget(response, secure=secure)
        return response

    return [Route("/wissen", own_posts_only(erase, public_url=address), methods=["GET", "POST"])]


def receipt(erased: dict[str, int]) -> list[str]:
    """What was erased, in words; nothing of which there was nothing."""
    return [count(rows, *THINGS[table]) for table, rows in erased.items() if rows and table in THINGS]


def _known(here: Runtime, learner: str | None) -> int:
    return here.store.revision(learner) if learner else 0
