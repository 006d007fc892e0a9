"""`/verslag/CODE.FORM` and `/draaiboek/ID/SORT.pdf`: what a trainer takes home or prints. For who has the key only."""

import unicodedata
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school import keys
from school.addresses import HANDOUTS, ROOM_REPORTS
from school.reports.room import room_csv, room_pdf
from school.reports.running_order import answer_cards_pdf, handout_pdf, notes_pdf
from school.room_report import RoomReport, room_report
from school.routes.plain import NEVER_KEPT, message
from school.running_orders import RunningOrder
from school.runtime import Runtime

PDF = "application/pdf"
TYPES = {"pdf": PDF, "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}


def trainer_paper_routes(here: Runtime) -> list[BaseRoute]:
    """The report of a room, and the papers of a running order."""

    async def report(request: Request) -> Response:
        return await run_in_threadpool(_for_trainer, here, request, _report)

    async def paper(request: Request) -> Response:
        return await run_in_threadpool(_for_trainer, here, request, _paper)

    return [Route("/verslag/{code}.{form}", report), Route("/draaiboek/{order}/{sort}.pdf", paper)]


def _for_trainer(here: Runtime, request: Request, make: Callable[[Runtime, Request], Response]) -> Response:
    if keys.opened_by(request.cookies.get(keys.COOKIE), here.settings, here.store) != keys.TRAINER:
        return message(
            "Alleen voor trainers",
            "Dit is voor wie de cursus aan een groep geeft.",
            "Open eerst je eigen link als trainer, en probeer het dan opnieuw.",
            status=403,
        )
    return make(here, request)


def _report(here: Runtime, request: Request) -> Response:
    code, form = request.path_params["code"], request.path_params["form"]
    room = here.store.rooms.by_code(code) if form in ROOM_REPORTS else None
    if room is None:
        raise HTTPException(404)
    rooms = here.store.rooms
    rounds = rooms.rounds(room.id)
    ballots = {each.id: rooms.ballots(each.id) for each in rounds}
    told = room_report(here.library.course, room, rounds, ballots, rooms.questions(room.id))
    return _file(_written(told, form, here), TYPES[form], f"verslag-{code}.{form}")


def _written(report: RoomReport, form: str, here: Runtime) -> bytes:
    if form == "pdf":
        return room_pdf(report, made=here.now())
    if form == "xlsx":
        from school.reports.room_xlsx import room_xlsx  # noqa: PLC0415 - not for every start of the server

        return room_xlsx(report)
    return room_csv(report)


def _paper(here: Runtime, request: Request) -> Response:
    sort = request.path_params["sort"]
    order = here.store.running_order(request.path_params["order"]) if sort in HANDOUTS else None
    if order is None:
        raise HTTPException(404)
    base = here.settings.public_url or str(request.base_url).rstrip("/")
    return _file(_printed(here, order, sort, base), PDF, f"{sort}-{_plain(order.name)}.pdf")


def _printed(here: Runtime, order: RunningOrder, sort: str, base: str) -> bytes:
    course, now = here.library.course, here.now()
    if sort == "notities":
        return notes_pdf(course, order, made=now)
    return handout_pdf(course, order, made=now) if sort == "deelnemers" else answer_cards_pdf(course, order, base=base, made=now)


def _plain(name: str) -> str:
    """A name as it can stand in a file name and in a header: letters, figures and hyphens."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in letters).split())[:60] or "draaiboek"


def _file(body: bytes, sort: str, name: str) -> Response:
    return Response(body, media_type=sort, headers={"content-disposition": f'attachment; filename="{name}"', **NEVER_KEPT})
