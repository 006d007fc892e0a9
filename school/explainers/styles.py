"""Parents, children and styles to put together as whole rows; some cards belong nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Entry, Id, Match, Words

CARDS, LIST = "kaartjes", "lijst"
"""The two ways of doing it that have an address; cards can be dragged as well as picked and laid down."""

Laid = Mapping[str, Mapping[str, str]]
"""Cards as they lie: exercise -> row -> card."""


Figure = Literal["adult", "child"]
"""Who something is about, as a small drawing."""


class CardColumn(Entry):
    """A column of cards; the exercise of the same name knows which belongs where.

    `ask` stands above the cards, `again` is said of a row in which another card belongs here, `figure` is drawn with it.
    """

    heading: Words
    figure: Figure | None = None
    ask: Words
    again: Words


class StyleRow(Entry):
    """What is said of a row: when all of it belongs together, and per column when something else lies there."""

    fits: Words
    look: dict[Id, Words]


@dataclass(frozen=True)
class RowFeedback:
    """What to say of a row as it was laid; `fits` says per column whether its card belongs there."""

    fits: Mapping[str, bool]
    head: str
    text: str


class Styles(Explainer):
    """An explainer: a table in loose cards. Every column is an exercise of pairs with the same left side."""

    kind: Literal["styles"]
    heading: Words
    figure: Figure | None = None
    fits: Words
    columns: dict[Id, CardColumn] = Field(min_length=1)
    rows: dict[Id, StyleRow] = Field(min_length=2)

    @property
    def states(self) -> tuple[str, ...]:
        return (CARDS, LIST)

    @property
    def tasks(self) -> dict[str, Match]:
        """The exercise of each column, in that order."""
        return {name: task for name in self.columns if isinstance(task := self.exercises[name], Match)}

    @property
    def left(self) -> Mapping[str, str]:
        """The text on the left of each row, by its id."""
        return next(iter(self.tasks.values())).left

    @model_validator(mode="after")
    def _columns_are_exercises(self) -> "Styles":
        if set(self.columns) != set(self.exercises):
            raise ValueError("columns: elke kolom heeft een oefening met dezelfde naam onder 'exercises', en omgekeerd")
        for name, task in self.exercises.items():
            if not isinstance(task, Match) or len(set(task.pairs.values())) < len(task.pairs):
                raise ValueError(f"exercises: '{name}' is een oefening met 'kind: match' waarin elk kaartje één keer past")
            if set(task.left) != set(self.rows):
                raise ValueError(f"rows: '{name}' heeft onder 'left' andere namen ({', '.join(task.left)})")
        for name, row in self.rows.items():
            if set(row.look) != set(self.columns):
                raise ValueError(f"rows: '{name}' heeft onder 'look' voor elke kolom een zin nodig ({', '.join(self.columns)})")
        return self

    def said(self, laid: Laid) -> dict[str, RowFeedback]:
        """What to say of each row, with near misses explained by the mistakes that the author foresaw."""
        return {row: self._said_of(row, laid) for row in self.rows}

    def _said_of(self, row: str, laid: Laid) -> RowFeedback:
        fits = {name: laid[name][row] == task.pairs[row] for name, task in self.tasks.items()}
        wrong = [name for name, right in fits.items() if not right]
        if not wrong:
            return RowFeedback(fits, self.fits, self.rows[row].fits)
        head = " ".join(self.columns[name].again for name in wrong)
        return RowFeedback(fits, head, " ".join(self._near_miss(name, row, laid[name]) for name in wrong))

    def _near_miss(self, column: str, row: str, laid: Mapping[str, str]) -> str:
        for mistake in self.tasks[column].mistakes.values():
            if row in mistake.pairs and all(laid[left] == card for left, card in mistake.pairs.items()):
                return mistake.feedback
        return self.rows[row].look[column]

    def in_words(self) -> str:
        """Without the answers: on paper these stand on the last page."""
        texts = "\n".join(f"- {text}" for text in self.left.values())
        cards = [
            f"**{column.heading}.** {column.ask}\n\n" + "\n".join(f"- {text}" for text in sorted(self.tasks[name].right.values()))
            for name, column in self.columns.items()
        ]
        return "\n\n".join([f"**{self.heading}**\n\n{texts}", *cards])
