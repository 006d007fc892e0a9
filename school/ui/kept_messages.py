"""What a browser still holds of what it was sent, so that it is never told to show again what it threw away.

Streamlit sends an element that a browser has as its hash, and with every request a browser says which hashes it has. But it may
ask while the end of an earlier run is still on its way to it: at that end it throws away what was not used for two runs. Told to show that
again, Streamlit's page stops for good. Two presses within one round trip are enough. So we keep count here of what the browser keeps, by
the rules of Streamlit's own frontend (1.67: `ForwardMessageCache`), and `one_at_a_time` takes out of a request what will be gone when it
is answered. See docs/decisions/0004-speed.md.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from time import monotonic

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
"""Ends of a run at which a browser clears up."""
MOST_RUNS = 2
"""For how many runs a browser keeps what is not used, until the server says otherwise."""


QUIET = 60.0
"""Seconds without a message after which no request can still be waiting for its run."""


@dataclass
class Used:
    """When a message was last used, in runs since the page was opened, and of which fragment it is a part."""

    run: int
    fragment: str


class Kept:
    """What one browser holds. It may hold more than is known here, never less. `clock` tells seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock, self._heard = clock, 0.0
        self._used: dict[str, Used] = {}
        self._runs = 0
        self._most = MOST_RUNS
        self._waiting, self._running = 0, False

    def sent(self, message: ForwardMsg) -> None:
        """Something goes to the browser."""
        self._heard = self._clock()
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._most = message.new_session.config.max_cached_message_age
            self._waiting, self._running = max(self._waiting - 1, 0), True
        elif kind == "script_finished":
            self._running = False
            if message.script_finished in DONE:
                self._clear_up(message.metadata.run.fragment_ids)
        elif kind == "ref_hash" and message.ref_hash in self._used:
            self._used[message.ref_hash].run = self._runs
        if message.metadata.cacheable and message.hash:
            self._used.setdefault(message.hash, Used(self._runs, message.delta.fragment_id)).run = self._runs

    def asked(self, hashes: Iterable[str]) -> list[str]:
        """The browser asks for a run and says what it holds: of that, what it will hold when the answer comes."""
        if self._clock() - self._heard > QUIET:
            self._waiting = 0  # one run answered several requests
        # The run of now, and one for each request that waits, may end before this one begins; at each end the browser clears up.
        ends = self._running + self._waiting
        self._waiting += 1
        return [name for name in hashes if name in self._used and (not ends or self._runs + ends - self._used[name].run <= self._most)]

    def _clear_up(self, fragments: Collection[str]) -> None:
        """At the end of a run: of a whole one whatever was not used for a while, of fragments only what is theirs."""
        self._runs += 1
        for name, used in list(self._used.items()):
            if (not fragments or used.fragment in fragments) and self._runs - used.run > self._most:
                del self._used[name]
