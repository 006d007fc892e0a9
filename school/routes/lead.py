"""`/teamblik/TOKEN`: how somebody comes to look at the scores of a team or organisation, as a trainer does with `/sleutel`."""

from starlette.routing import BaseRoute

from school.keys import LEAD_COOKIE, LEAD_PATH, lead_of
from school.routes.keys import way_in
from school.runtime import Runtime


def lead_routes(here: Runtime) -> list[BaseRoute]:
    """`/teamblik/TOKEN`."""
    return [
        way_in(
            LEAD_PATH,
            lambda token: lead_of(token, here.store) is not None,
            to="/team",
            cookie=LEAD_COOKIE,
            ask="Vraag je trainer om de link om de cijfers van je team te bekijken.",
            secure=(here.settings.public_url or "").startswith("https:"),
        )
    ]
