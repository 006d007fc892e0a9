"""The card of a module, for in a pocket: what to remember at work, on one small page."""

from datetime import date
from math import ceil

from pydantic import Field, model_validator

from school.tasks import Entry, Id, Words

MAX_LINES = 28
"""As many lines of `LINE` letters as fit on a page of 105 by 148 mm in the smallest letter that can still be read."""

LINE = 50
_TITLE, _HELPLINE = 2, 3


class CardPart(Entry):
    """One heading with short lines under it, `numbered` when their order matters; or with help lines, by id."""

    title: Words
    lines: dict[Id, Words] = Field(default_factory=dict)
    numbered: bool = False
    helplines: list[Id] = Field(default_factory=list)

    @model_validator(mode="after")
    def _filled(self) -> "CardPart":
        if not self.lines and not self.helplines:
            raise ValueError("zet hier 'lines' of 'helplines' onder")
        if any("](" in line for line in self.lines.values()):
            raise ValueError("lines: een kaart wordt afgedrukt, dus een link kan hier niet")
        return self

    @property
    def height(self) -> int:
        """About how many lines this takes on paper."""
        return _TITLE + sum(ceil(len(line) / LINE) for line in self.lines.values()) + _HELPLINE * len(self.helplines)


class PocketCard(Entry):
    """A card of two pages, `left` and `right`, each read from top to bottom."""

    title: Words
    left: dict[Id, CardPart] = Field(min_length=1)
    right: dict[Id, CardPart] = Field(min_length=1)
    sources: list[Id] = Field(min_length=1)
    reviewed: date

    @model_validator(mode="after")
    def _fits(self) -> "PocketCard":
        for name, page in (("left", self.left), ("right", self.right)):
            height = sum(part.height for part in page.values())
            if height > MAX_LINES:
                raise ValueError(f"{name}: dit zijn ongeveer {height} regels, en er passen er {MAX_LINES}: kort het in")
        return self
