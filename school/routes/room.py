"""`/zaal` and `/zaal/CODE`: the room on a phone. No account, no script needed; see docs/decisions/0015-room.md."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from school.live import Room
from school.routes.cookie import own_token, renew
from school.routes.origin import from_ourselves
from school.routes.plain import NEVER_KEPT, message, page, refused
from school.routes.room_ballots import BallotBox
from school.routes.room_feed import Feed
from school.routes.room_form import TooMuchError
from school.routes.room_guesses import Guesses, Guest
from school.routes.room_posts import answered, asked, backed, taken_home, too_much
from school.routes.room_scene import NOBODY, Own, Scene, own_view, read_scene
from school.routes.room_stream import RoomStream
from school.routes.room_visit import Visit
from school.runtime import Runtime
from school.store import UNREACHABLE

CODE_DIGITS = 6
COOKIES = "cookie"
"""In the address of somebody who was just given one."""
Reply = Callable[[Visit], Awaitable[Response]]


class RoomPages:
    """The pages of all rooms, in this process."""

    def __init__(self, here: Runtime, script: str) -> None:
        self._here = here
        self._script = script
        self._guesses = Guesses()
        self._box = BallotBox(here.store.rooms.vote_all)
        self._feed = Feed(here)
        self._secure = (here.settings.public_url or "").startswith("https:")

    def routes(self) -> list[BaseRoute]:
        """`/zaal` and everything under it."""
        posts = {"antwoord": answered, "vraag": asked, "steun": backed, "meenemen": taken_home}
        return [
            Route("/zaal", self._entrance),
            Route("/zaal/{code}", self._in_room(self._page)),
            Route("/zaal/{code}/stroom", self._in_room(self._stream)),
            Route("/zaal/{code}/puls", self._in_room(self._pulse)),
            *(Route(f"/zaal/{{code}}/{name}", self._posted(self._in_room(do)), methods=["POST"]) for name, do in posts.items()),
        ]

    def end(self) -> None:
        """Lets every phone go, since this process stops."""
        self._feed.end()

    async def _entrance(self, request: Request) -> Response:
        """A field for the code; it sends on to the room."""
        typed = "".join(filter(str.isdigit, request.query_params.get("code", "")))[:CODE_DIGITS]
        if len(typed) == CODE_DIGITS:
            return RedirectResponse(f"/zaal/{typed}", 303, headers=NEVER_KEPT)
        wrong = "De code heeft zes cijfers." if "code" in request.query_params else ""
        return page("room/enter.html", title="Doe mee in de zaal", wrong=wrong)

    def _in_room(self, do: Reply) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint, for who gives the code of a room."""

        async def visited(request: Request) -> Response:
            token = own_token(request)
            guest = Guest(token or "", request.client.host if request.client else "")
            if wait := self._guesses.wait(guest):
                return self._stranger(request) if token is None else _slow_down(wait)
            try:
                await self._guesses.take_turn(guest)
                room = await self._room(request.path_params["code"])
                if room is None:
                    return _no_such_room(self._guesses.wrong(guest))
                self._guesses.right(guest)
                return await do(Visit(self._here, request, room, token, self._box, self._feed))
            except UNREACHABLE:
                return _away()
            except TooMuchError:
                return too_much()

        return visited

    def _posted(self, do: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            return await do(request) if from_ourselves(request, self._here.settings.public_url) else refused()

        return guarded

    async def _room(self, code: str) -> Room | None:
        known = self._feed.by_code(code)
        return known.room if known else await run_in_threadpool(self._find, code)

    def _find(self, code: str) -> Room | None:
        # What is no code is not looked up; it counts as wrong all the same.
        return self._here.store.rooms.by_code(code) if code.isascii() and code.isdigit() and len(code) == CODE_DIGITS else None

    def _stranger(self, request: Request) -> Response:
        """Somebody without a cookie at an address where another such one guessed: with a cookie they are told apart."""
        if COOKIES in request.query_params or request.method != "GET":
            return _slow_down(int(self._guesses.wait(Guest("", request.client.host if request.client else ""))))
        on = RedirectResponse(f"{request.url.path}?{COOKIES}=1", 303, headers=NEVER_KEPT)
        renew(request, on, secure=self._secure)
        return on

    async def _page(self, visit: Visit) -> Response:
        response = await run_in_threadpool(self._drawn, visit)
        renew(visit.request, response, secure=self._secure)
        return response

    def _drawn(self, visit: Visit) -> Response:
        scene = self._feed.scene(visit.room.id)
        if scene is None or scene.room.revision != visit.room.revision:
            scene = read_scene(self._here, visit.room.id)
        if scene is None:
            return _no_such_room(0)
        own = self._own(visit, scene)
        screen = scene.drawn(own) if own != NOBODY else scene.html
        return page("room/page.html", title=f"Zaal {visit.room.code}", room=scene.room, screen=screen, own=own, script=self._script)

    def _own(self, visit: Visit, scene: Scene) -> Own:
        store, who = self._here.store.rooms, visit.participant
        if who is None:
            return NOBODY
        return own_view(scene, store.votes_of(visit.room.id, who), store.questions(visit.room.id, participant=who))

    async def _stream(self, visit: Visit) -> Response:
        if visit.request.method == "HEAD":
            return Response(media_type=RoomStream.media_type)  # nothing follows, so there is nothing to wait for
        have = visit.request.headers.get("last-event-id") or visit.request.query_params.get("r", "")
        known = int(have) if have.isdecimal() and len(have) < 10 else None
        return RoomStream(self._feed.channel(visit.room.id).listen(known))

    async def _pulse(self, visit: Visit) -> Response:
        """For a big screen; it says no more than that something changed, so it needs no key."""
        if visit.request.method == "HEAD":
            return Response(media_type=RoomStream.media_type)
        return RoomStream(self._feed.channel(visit.room.id).beats())


def _no_such_room(wait: int) -> Response:
    again = f"Wacht {wait} seconden voor je een andere code probeert." if wait else "Kijk nog eens op het grote scherm."
    way = ("/zaal", "Typ de code opnieuw")
    return message("Deze zaal is er niet", "We kennen deze code niet, of de zaal is al lang gesloten.", again, status=404, way=way)


def _slow_down(wait: int) -> Response:
    sentences = ("Er kwamen vanaf dit toestel te veel codes die niet klopten.", f"Probeer het over {wait} seconden opnieuw.")
    response = message("Even wachten", *sentences, status=429, way=("/zaal", "Typ de code opnieuw"))
    response.headers["retry-after"] = str(wait)
    return response


def _away() -> Response:
    return message("Dit lukt nu even niet", "We proberen het zo weer. Wat opgeslagen is, blijft.", status=503, way=("", "Probeer opnieuw"))
