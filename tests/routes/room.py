"""A room to test with: its pages as a phone without a script sees them, and its stream as the script does."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.types import ASGIApp, Message

from school import live
from school.identity import new_token
from school.live import Room, Round
from school.store import Store
from tests.routes.asgi import Reply, ask, http_scope
from tests.routes.conftest import NOW

CODE = "417417"
ORDER = ("proef/water-en-thee", "proef/trekken-en-schenken")
PATIENCE = 20  # seconds, before a test gives up on a stream


def open_room(store: Store, **changed: object) -> Room:
    room = Room(**{"id": "zaal", "code": CODE, "title": "Ochtend", "order": ORDER, "opened": NOW, **changed})
    assert store.rooms.open(room)
    return room


def ask_room(store: Store, task: str, *, own: Mapping[str, object] | None = None, number: int = 1) -> str:
    """Opens a round: its id."""
    new = Round(f"r-{task}-{number}", "zaal", task, NOW, number, own=live.live_question(own) if own else None)
    assert store.rooms.open_round(new)
    return new.id


@dataclass
class Phone:
    """A browser without a script, with its own cookie and address."""

    app: ASGIApp
    token: str | None = field(default_factory=new_token)

    @property
    def headers(self) -> dict[str, str]:
        return {"cookie": f"leerling={self.token}"} if self.token else {}

    def look(self, path: str = f"/zaal/{CODE}") -> Reply:
        return ask(self.app, path, headers=self.headers)

    def post(self, what: str, *, headers: Mapping[str, str] | None = None, code: str = CODE, **fields: str | list[str]) -> Reply:
        body = urlencode(fields, doseq=True).encode()
        given = {"sec-fetch-site": "same-origin", "content-length": str(len(body)), **self.headers, **(headers or {})}
        return ask(self.app, f"/zaal/{code}/{what}", method="POST", headers=given, body=body)

    def answer(self, round_id: str, answer: str | list[str] = "", **fields: str | list[str]) -> Reply:
        given = {"ronde": round_id, "doe": "antwoord", **({"antwoord": answer} if answer else {}), **fields}
        return self.post("antwoord", **given)


class Stream:
    """The events of a room, read one by one in the loop of the test."""

    def __init__(self, app: ASGIApp, *, path: str = f"/zaal/{CODE}/stroom", headers: Mapping[str, str] | None = None) -> None:
        self._from: asyncio.Queue[Message] = asyncio.Queue()
        self._to: asyncio.Queue[Message] = asyncio.Queue()
        self._task = asyncio.create_task(app(http_scope(path, "GET", headers or {}), self._to.get, self._from.put))

    async def next(self) -> tuple[int, str]:
        """The revision and the page in the next event."""
        while True:
            message = await asyncio.wait_for(self._from.get(), PATIENCE)
            body = message.get("body", b"").decode()
            if body.startswith("id: "):
                lines = dict(line.partition(": ")[::2] for line in body.strip().split("\n"))
                return int(lines["id"]), str(json.loads(lines["data"])["html"])

    async def beat(self) -> list[int]:
        """The revision and the number of votes in the next pulse."""
        while True:
            body = (await asyncio.wait_for(self._from.get(), PATIENCE)).get("body", b"").decode()
            if body.startswith("event: puls\n"):
                return list(json.loads(body.partition("data: ")[2]))

    @property
    def silent(self) -> bool:
        return self._from.empty()

    async def leave(self) -> None:
        """As a phone that is switched off."""
        await self._to.put({"type": "http.disconnect"})
        await asyncio.wait_for(self._task, PATIENCE)
