"""`/tekening/NAME.svg`: the drawings beside the content, by name from the course and never by path."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school.runtime import Runtime

AN_HOUR = "public, max-age=3600"


def drawing_routes(here: Runtime) -> list[BaseRoute]:
    """`/tekening/{name}`."""

    async def drawing(request: Request) -> Response:
        text = here.library.course.drawings.get(request.path_params["name"])
        if text is None:
            raise HTTPException(404)
        return Response(text, media_type="image/svg+xml", headers={"cache-control": AN_HOUR})

    return [Route("/tekening/{name}", drawing)]
