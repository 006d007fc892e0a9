"""Who listens to which room in this process. One poller a room asks the store four times a second; all screens share it.

The state lives in the store only, so any number of processes may serve one room, and a process that was killed comes back
where it was.
"""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable

from starlette.concurrency import run_in_threadpool

from school.identity import new_token
from school.live import Pulse
from school.routes.room_scene import Scene, read_scene
from school.runtime import Runtime

log = logging.getLogger(__name__)
EVERY = 0.25
"""Seconds between two looks at the store."""
TELL = 5.0
"""Seconds between two times that this process says how many phones listen to it."""
HEAD_START = 0.12
"""Seconds in which a big screen asks for its page before two thousand phones keep the server busy; it has more to draw than they."""
HEARTBEAT = 20.0
"""Seconds without news after which a phone gets an empty line, so that nothing on the way closes the connection."""


class Channel:
    """One room in this process: the scene as it is now, and who waits for the next.

    A phone gets what it shows. A big screen gets the room's pulse, and asks for its own page when that changed.
    """

    def __init__(self, here: Runtime, room: str, process: str) -> None:
        self._here = here
        self._room = room
        self._process = process
        self._changed = asyncio.Event()
        self._beaten = asyncio.Event()
        self._poller: asyncio.Task[None] | None = None
        self._told_phones, self._told_at = -1, here.now()
        self._over = False
        self.scene: Scene | None = None
        self.pulse: Pulse | None = None
        self.phones = self.stages = 0

    @property
    def busy(self) -> bool:
        return bool(self.phones or self.stages)

    async def listen(self, have: int | None) -> AsyncGenerator[bytes | None]:
        """Every scene from now on that is not the one the phone has (`have`, a revision); nothing as a sign of life."""
        self.phones += 1
        self._poll()
        seen: Scene | None = None
        try:
            while not self._over:
                now, changed = self.scene, self._changed
                if now is not None and now is not seen:
                    news = now.room.revision != have if seen is None else now.html != seen.html
                    seen = now
                    if news:
                        yield now.event
                elif not await _in_time(changed):
                    yield None
        finally:
            self.phones -= 1

    async def beats(self) -> AsyncGenerator[bytes | None]:
        """The pulse as it is, and every one after it; nothing as a sign of life."""
        self.stages += 1
        self._poll()
        seen: Pulse | None = None
        try:
            while not self._over:
                now, beaten = self.pulse, self._beaten
                if now is not None and now != seen:
                    seen = now
                    yield f"event: puls\ndata: [{now.revision},{now.votes}]\n\n".encode()
                elif not await _in_time(beaten):
                    yield None
        finally:
            self.stages -= 1

    def end(self) -> None:
        """Lets every screen go; it comes back by itself, to whichever process then answers."""
        self._over = True
        self._changed.set()
        self._beaten.set()

    def _poll(self) -> None:
        if self._poller is None or self._poller.done():
            self._poller = asyncio.get_running_loop().create_task(self._look_around())

    async def _look_around(self) -> None:
        """As long as somebody listens. A store that is away is asked again; the phones keep what they have."""
        failing = False
        while self.busy or self._told_phones:
            try:
                await run_in_threadpool(self._look)
                failing = False
            except Exception:  # whatever it is, hundreds of phones must not be left waiting for a poller that stopped
                if not failing:
                    log.exception("room: the store cannot be read, asking on")
                failing = True
            await asyncio.sleep(EVERY)
        self.scene = self.pulse = None  # nothing is awaited after the last look at `busy`, so who comes now starts another poller

    def publish(self, scene: Scene) -> None:
        """Wakes everybody who listens, unless phones would see the same: a question that still waits, for instance."""
        same = self.scene is not None and self.scene.html == scene.html
        self.scene = scene
        if same:
            return
        self._changed, before = asyncio.Event(), self._changed
        before.set()

    def _beat(self, pulse: Pulse) -> None:
        """Wakes the big screens."""
        self.pulse = pulse
        self._beaten, before = asyncio.Event(), self._beaten
        before.set()

    def _look(self) -> None:
        """In a thread, since it waits for the store."""
        self._tell()
        pulse = self._here.store.rooms.pulse(self._room)
        if pulse is not None and pulse != self.pulse:
            self._loop().call_soon_threadsafe(self._beat, pulse)
        if pulse is None or (self.scene and self.scene.room.revision == pulse.revision):
            return
        if self.stages:
            time.sleep(HEAD_START)  # in this thread, so nobody else waits
        scene = read_scene(self._here, self._room)
        if scene is not None:
            scene.event  # noqa: B018  (made here, once, and not in the loop that serves everybody)
            self._loop().call_soon_threadsafe(self.publish, scene)

    def _loop(self) -> asyncio.AbstractEventLoop:
        assert self._poller is not None
        return self._poller.get_loop()

    def _tell(self) -> None:
        now = self._here.now()
        passed = (now - self._told_at).total_seconds()
        # While phones come in by the hundred, once a second is enough; that nobody is left is said at once, and once.
        if self._told_phones == self.phones and (not self.phones or passed < TELL):
            return
        if self.phones and self._told_phones >= 0 and passed < 1.0:
            return
        self._told_phones, self._told_at = self.phones, now
        self._here.store.rooms.attend(self._room, process=self._process, phones=self.phones, now=now)


class Feed:
    """The rooms that somebody listens to in this process."""

    def __init__(self, here: Runtime, *, name: Callable[[], str] = new_token) -> None:
        self._here = here
        self._process = name()
        self._channels: dict[str, Channel] = {}

    def channel(self, room: str) -> Channel:
        """The channel of a room; those to which nobody listens any more make place."""
        for idle in [name for name, channel in self._channels.items() if not channel.busy and name != room]:
            del self._channels[idle]
        if room not in self._channels:
            self._channels[room] = Channel(self._here, room, self._process)
        return self._channels[room]

    def end(self) -> None:
        """Lets every screen go, since this process stops."""
        for channel in self._channels.values():
            channel.end()

    def by_code(self, code: str) -> Scene | None:
        """The same, of the room with this code."""
        return next((scene for room in self._channels if (scene := self.scene(room)) and scene.room.code == code), None)

    def scene(self, room: str) -> Scene | None:
        """The scene as it is known here without asking the store; at most a moment old, and only while somebody listens."""
        channel = self._channels.get(room)
        return channel.scene if channel and channel.busy else None


async def _in_time(changed: asyncio.Event) -> bool:
    try:
        await asyncio.wait_for(changed.wait(), HEARTBEAT)
    except TimeoutError:
        return False
    return True
