"""Posting a name to `/certificaat` gives the certificate as a file. The name is in no address, no table and no log."""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from school.certificates import Certificate, certificate_for, earned, new_code
from school.reports.certificate import certificate_pdf
from school.routes.cookie import own_learner
from school.routes.origin import from_ourselves
from school.routes.plain import NEVER_KEPT, message, refused
from school.runtime import Runtime

FIELD = "naam"
MAX_BODY = 4096
"""Bytes; sixty letters, each written as a dozen, are less."""
WAY_BACK = ("/voortgang", "Terug naar je voortgang")


def certificate_file_routes(here: Runtime) -> list[BaseRoute]:
    """`/certificaat`, to post to."""
    address = here.settings.public_url

    async def download(request: Request) -> Response:
        if not from_ourselves(request, address):
            return refused()
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MAX_BODY:
            return _too_long()
        fields = parse_qs((await request.body()).decode(errors="replace"))
        return await run_in_threadpool(_download, here, request, fields.get(FIELD, [""])[0])

    return [Route("/certificaat", download, methods=["POST"])]


def _download(here: Runtime, request: Request, name: str) -> Response:
    certificate = _issue(here, own_learner(request))
    if certificate is None:
        return _none_yet()
    try:
        pdf = certificate_pdf(certificate, name=name, base=here.settings.public_url or str(request.base_url))
    except ValueError:
        return _no_such_letters()
    file = {"content-disposition": 'attachment; filename="certificaat.pdf"', **NEVER_KEPT}
    return Response(pdf, media_type="application/pdf", headers=file)


def _issue(here: Runtime, learner: str | None) -> Certificate | None:
    """The certificate of this learner's best eindtoets; the same one every time."""
    attempt = earned(here.store.record(learner)) if learner else None
    if learner is None or attempt is None:
        return None
    draft = certificate_for(here.library.course, attempt, code=new_code(), issued=here.now())
    return here.store.issue_certificate(learner, attempt.id, draft)


def _none_yet() -> Response:
    return message(
        "Er is nog geen certificaat",
        "Een certificaat krijg je als je de eindtoets hebt gehaald, op het apparaat waar je voortgang staat.",
        status=404,
        way=("/toets?quiz=eindtoets", "Naar de eindtoets"),
    )


def _no_such_letters() -> Response:
    return message(
        "Deze naam kunnen we niet zetten",
        "Er staan letters of tekens in die ons lettertype niet heeft.",
        "Schrijf je naam anders, of laat hem weg: dan komt er een regel om hem met de pen op te schrijven.",
        status=422,
        way=WAY_BACK,
    )


def _too_long() -> Response:
    return message("Dit is te lang voor een naam", "Een naam op het certificaat telt hoogstens zestig letters.", status=413, way=WAY_BACK)
