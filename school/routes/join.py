"""`/deelnemen/CODE`: being in a team. Opening the link changes nothing; joining, leaving and sharing are a button each."""

from asyncio import sleep
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from school.identity import learner_id
from school.joining import LONGEST_NAME, join_code, proper_name
from school.keys import JOIN_PATH, TEAM
from school.membership import Membership, Team
from school.routes.cookie import own_learner, renew
from school.routes.origin import from_ourselves
from school.routes.plain import NEVER_KEPT, message, page, refused
from school.runtime import Runtime
from school.teams.wording import lines

MAX_BODY = 4096
"""Bytes; a name of sixty letters, each written as a dozen, is less."""
DO, NAME = "doe", "naam"
JOIN, LEAVE, SHARE, HIDE = "meedoen", "weggaan", "delen", "niet-delen"
GRANTED = "gelukt"
"""In the address after something was done, so that the page can say so."""


class JoinPages:
    """The pages of all teams, in this process."""

    def __init__(self, here: Runtime) -> None:
        self._here = here
        self._secure = (here.settings.public_url or "").startswith("https:")

    def routes(self) -> list[BaseRoute]:
        """`/deelnemen/CODE`, to read and to do."""
        return [Route(f"{JOIN_PATH}{{code}}", self._answer, methods=["GET", "POST"])]

    async def _answer(self, request: Request) -> Response:
        if request.method == "POST" and not from_ourselves(request, self._here.settings.public_url):
            return refused()
        team = await run_in_threadpool(self._find, request.path_params["code"])
        if team is None:
            # After looking it up: behind a proxy everybody may share an address with whoever guesses.
            await sleep(self._here.guesses.pause(request.client.host if request.client else ""))
            return _no_such_team()
        if request.method != "POST":
            return await run_in_threadpool(self._page, request, team)
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MAX_BODY:
            return _too_long(request)
        fields = parse_qs((await request.body()).decode(errors="replace"))
        return await run_in_threadpool(self._do, request, team, fields.get(DO, [""])[0], fields.get(NAME, [""])[0])

    def _find(self, typed: str) -> Team | None:
        code = join_code(typed)
        return self._here.store.teams.with_code(code) if code else None

    def _page(self, request: Request, team: Team, *, wrong: str = "") -> Response:
        learner = own_learner(request)
        mine = self._here.store.teams.mine(learner) if learner else None
        snapshot = self._here.store.teams.snapshot(TEAM, team.id)
        return page(
            "join.html",
            status=422 if wrong else 200,
            title=f"Je team: {team.name}" if _in(mine, team) else f"Meedoen met {team.called}",
            team=team,
            size=self._here.store.teams.size(team.id),
            code=join_code(request.path_params["code"]),
            member=mine if _in(mine, team) else None,
            other=mine.team if mine and not _in(mine, team) else None,
            least=self._here.settings.min_group,
            seen=lines(snapshot) if snapshot else [],
            made=snapshot.made if snapshot else None,
            done=request.query_params.get(GRANTED, "") if request.method == "GET" else "",
            longest=LONGEST_NAME,
            wrong=wrong,
        )

    def _do(self, request: Request, team: Team, what: str, typed: str) -> Response:
        name = proper_name(typed) if what == SHARE else None
        if what == SHARE and name is None:
            return self._page(request, team, wrong=f"Vul een naam in van 1 tot {LONGEST_NAME} tekens.")
        back = RedirectResponse(f"{request.url.path}?{GRANTED}={what}", 303, headers=NEVER_KEPT)
        # Somebody who was never here before has no cookie yet: they get one with the answer.
        learner = learner_id(renew(request, back, secure=self._secure))
        if learner is None:
            return _no_such_team()
        self._change(learner, team, what, name)
        return back

    def _change(self, learner: str, team: Team, what: str, name: str | None) -> None:
        """Doing the same twice changes nothing, and neither does what only a member may do."""
        teams, now = self._here.store.teams, self._here.now()
        if what == JOIN:
            teams.join(learner, team.id, now)
        elif not _in(teams.mine(learner), team):
            return
        elif what == LEAVE:
            teams.leave(learner, now)
        elif what in (SHARE, HIDE):
            teams.share_as(learner, name)


def join_routes(here: Runtime) -> list[BaseRoute]:
    """`/deelnemen/CODE`."""
    return JoinPages(here).routes()


def _in(mine: Membership | None, team: Team) -> bool:
    return mine is not None and mine.team.id == team.id


def _no_such_team() -> Response:
    return message(
        "Deze link hoort bij geen team",
        "Misschien is er een nieuwe link gemaakt, of is de link niet in zijn geheel gekopieerd. Er is niets veranderd.",
        "Vraag je trainer of teamleider om de link van je team.",
        status=404,
    )


def _too_long(request: Request) -> Response:
    way = (request.url.path, "Terug naar je team")
    return message("Dit is te lang voor een naam", f"Een naam telt hoogstens {LONGEST_NAME} tekens.", status=413, way=way)
