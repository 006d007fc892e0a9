"""Slowing down who guesses: each wrong code or link of one address waits longer than the one before. A right one never waits."""

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 8.0
"""In seconds; each is twice the one before."""


class Guesses:
    """How often each address tried a token that is none; of `most` addresses, the last ones. It is never stored."""

    def __init__(self, *, most: int = 1000) -> None:
        self._most = most
        self._wrong: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._wrong)

    def pause(self, address: str) -> float:
        """Counts a wrong token; how many seconds its answer has to wait."""
        before = self._wrong.pop(address, 0)
        self._wrong[address] = before + 1
        if len(self._wrong) > self._most:
            del self._wrong[next(iter(self._wrong))]
        return min(FIRST_PAUSE * 2.0 ** min(before, 10), LONGEST_PAUSE)
