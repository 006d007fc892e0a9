"""What a monitor asks: does the process answer, and does the store."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from school.runtime import Runtime

NEVER_KEPT = {"cache-control": "no-store"}


def health_routes(here: Runtime) -> list[BaseRoute]:
    """`/healthz` and `/readyz`."""

    async def alive(_: Request) -> Response:
        return PlainTextResponse("ok", headers=NEVER_KEPT)

    def ready(_: Request) -> Response:
        if here.store.ready():
            return PlainTextResponse("ok", headers=NEVER_KEPT)
        return PlainTextResponse("de database antwoordt niet", 503, headers=NEVER_KEPT)

    return [Route("/healthz", alive), Route("/readyz", ready)]
