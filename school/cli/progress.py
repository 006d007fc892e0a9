"""How far a long command is, on the screen of whoever waits; what was asked for goes elsewhere."""

import sys

WIDTH = 30
STEPS = 10
"""How often it says so where nobody watches, as in a log."""


class Bar:
    """Counts up to `total`."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = max(total, 1)
        self._now = 0
        self._said = 0
        self._watched = sys.stderr.isatty()

    def add(self, more: int) -> None:
        """So many more were done."""
        self._now += more
        share = min(self._now / self._total, 1.0)
        if self._watched:
            full = round(share * WIDTH)
            self._say(f"\r[{'#' * full}{'.' * (WIDTH - full)}] {share:4.0%}  {self._amount()}", end="")
        elif int(share * STEPS) > self._said:
            self._said = int(share * STEPS)
            self._say(f"{share:.0%}: {self._amount()}")

    def done(self) -> None:
        """The next line begins on its own."""
        if self._watched:
            self._say("")

    def _amount(self) -> str:
        return f"{self._now:,} {self._what}".replace(",", ".")

    def _say(self, text: str, *, end: str = "\n") -> None:
        print(text, end=end, file=sys.stderr, flush=True)
