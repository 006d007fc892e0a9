"""Everything that can be printed or taken home."""

from starlette.routing import BaseRoute

from school.routes.card import card_routes
from school.routes.certificate import certificate_routes
from school.routes.certificate_file import certificate_file_routes
from school.routes.print_view import print_routes
from school.routes.trainer_papers import trainer_paper_routes
from school.runtime import Runtime


def paper_routes(here: Runtime) -> list[BaseRoute]:
    """All of them; what their addresses begin with stands in `school.routes.site`."""
    return [
        *print_routes(here),
        *card_routes(here),
        *certificate_routes(here),
        *certificate_file_routes(here),
        *trainer_paper_routes(here),
    ]
