"""One request of somebody who gave the code of a room: whose it is, and where."""

from dataclasses import dataclass

from starlette.requests import Request

from school.identity import participant_id
from school.live import Room
from school.routes.room_ballots import BallotBox
from school.routes.room_feed import Feed
from school.runtime import Runtime


@dataclass(frozen=True)
class Visit:
    """What an endpoint in a room works with. `token` is the cookie, if the browser keeps any."""

    here: Runtime
    request: Request
    room: Room
    token: str | None
    box: BallotBox
    feed: Feed

    @property
    def participant(self) -> str | None:
        """Who this is, in this room only; nothing for a browser that keeps no cookies."""
        return participant_id(self.token, self.room.id) if self.token else None

    @property
    def by_script(self) -> bool:
        """Whether the script of the page asks, and not the browser itself."""
        return self.request.headers.get("accept") == "application/json"
