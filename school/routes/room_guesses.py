"""Slowing down who guesses codes of rooms, and nobody else: a right code always opens, however many share an address."""

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

FREE = 3
"""Wrong codes without a pause: people mistype."""
FIRST, LONGEST = 1.0, 300.0
"""Seconds; each pause is twice the one before."""
SUSPECT = 100
"""Wrong codes from one address, under whatever cookies, after which strangers from there come in one by one."""
TURN = 0.04
"""Seconds between two of them: 25 in a second, so a full room behind that address is in within eight."""


@dataclass(frozen=True)
class Guest:
    """Who gives a code: a cookie (or none), and the address it came from."""

    cookie: str
    address: str


@dataclass
class _Tries:
    wrong: int = 0
    until: float = 0.0


@dataclass
class Guesses:
    """How often each guest gave a wrong code; of `most`, the last ones. It is kept in memory only, and never stored."""

    most: int = 5000
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _tries: OrderedDict[Guest, _Tries] = field(default_factory=OrderedDict)
    _wrong_from: OrderedDict[str, int] = field(default_factory=OrderedDict)
    _inside: OrderedDict[Guest, None] = field(default_factory=OrderedDict)
    _doors: dict[str, asyncio.Lock] = field(default_factory=dict)

    def wait(self, guest: Guest) -> int:
        """Whole seconds until this guest may try again; 0 when that is now."""
        tries = self._tries.get(guest)
        return max(0, math.ceil(tries.until - self.clock())) if tries else 0

    async def take_turn(self, guest: Guest) -> None:
        """Lets a stranger wait when somebody at the same address guesses on and on; who was let in before goes on."""
        if self._wrong_from.get(guest.address, 0) < SUSPECT or guest in self._inside:
            return
        async with self._doors.setdefault(guest.address, asyncio.Lock()):
            await self.sleep(TURN)

    def right(self, guest: Guest) -> None:
        """Remembers who was let in."""
        self._inside[guest] = None
        _limit(self._inside, 10 * self.most)

    def wrong(self, guest: Guest) -> int:
        """Counts a wrong code; how many seconds the next one has to wait."""
        tries = self._tries.pop(guest, None) or _Tries()
        tries.wrong += 1
        if tries.wrong >= FREE:
            tries.until = self.clock() + min(FIRST * 2.0 ** min(tries.wrong - FREE, 20), LONGEST)
        self._tries[guest] = tries
        self._wrong_from[guest.address] = self._wrong_from.pop(guest.address, 0) + 1
        _limit(self._tries, self.most)
        _limit(self._wrong_from, self.most)
        return self.wait(guest)


def _limit(kept: OrderedDict[Guest, _Tries] | OrderedDict[Guest, None] | OrderedDict[str, int], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
