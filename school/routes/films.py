"""`/film/ID`: the course's own films, in pieces as a player asks for them. The address holds an id, never a path."""

import mimetypes
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from school.content import Course
from school.runtime import Runtime

FOLDER = "films"
# Asked again each time, which costs a few bytes: a trainer may replace a film and keep its name.
ASK_AGAIN = {"cache-control": "no-cache"}


def film_routes(here: Runtime) -> list[BaseRoute]:
    """`/film/ID`; with the file's own ending as well, by which some players see what it is."""

    def film(request: Request) -> Response:
        folder = here.settings.content / FOLDER
        found = film_file(here.library.course, folder, request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        media_type = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        return FileResponse(found, media_type=media_type, headers=ASK_AGAIN)

    return [Route("/film/{name}", film)]


def film_file(course: Course, folder: Path, name: str) -> Path | None:
    """The file of the film with id `name`, or `name` with the ending of that file; only from inside the folder."""
    film_id, _, ending = name.partition(".")
    film = course.films.get(film_id)
    if film is None or film.file is None:
        return None
    inside = folder.resolve()
    file = (inside / film.file).resolve()
    wanted = not ending or f".{ending}" == file.suffix
    return file if wanted and file.is_relative_to(inside) and file.is_file() else None
