"""Percentages to guess before they are seen, each set with who was measured and how."""

from typing import Literal

from pydantic import Field, model_validator

from school.dutch import number
from school.explainers.explainer import Explainer
from school.tasks import Entry, Id, Number, Words

GUESS, FIGURES = "schatten", "cijfers"


class Group(Entry):
    """One set of percentages: who was measured (also in a few words, `short`), how, and what to say of their sum."""

    title: Words
    short: Words
    who: Words
    how: Words
    shares: dict[Id, float]
    sum: Words

    @property
    def total(self) -> float:
        """The percentages added up, to one decimal as they are given."""
        return round(sum(self.shares.values()), 1)


class Percentages(Explainer):
    """An explainer: guess first, then see. `guesses` says which exercise asks for which percentage of the first group."""

    kind: Literal["percentages"]
    ask: Words
    items: dict[Id, Words] = Field(min_length=2)
    guesses: dict[Id, Id]
    groups: dict[Id, Group] = Field(min_length=1)
    finding: Words
    explanation: Words

    @property
    def states(self) -> tuple[str, ...]:
        return (GUESS, FIGURES)

    @property
    def exercises_first(self) -> bool:
        """Also on paper one guesses before reading."""
        return True

    @model_validator(mode="after")
    def _everything_is_there(self) -> "Percentages":
        for name, group in self.groups.items():
            if set(group.shares) != set(self.items):
                raise ValueError(f"groups: '{name}' heeft onder 'shares' een percentage nodig voor {', '.join(self.items)}")
        if set(self.guesses) != set(self.items) or set(self.guesses.values()) != set(self.exercises):
            raise ValueError("guesses: elk onderdeel van 'items' heeft een eigen oefening onder 'exercises'")
        asked = next(iter(self.groups.values())).shares
        for item, name in self.guesses.items():
            task = self.exercises[name]
            if not isinstance(task, Number) or task.answer != asked[item]:
                raise ValueError(f"exercises: '{name}' vraagt met 'kind: number' naar het percentage van de eerste groep ({asked[item]:g})")
        return self

    @property
    def tasks(self) -> dict[str, Number]:
        """The exercise for each item."""
        return {item: task for item, name in self.guesses.items() if isinstance(task := self.exercises[name], Number)}

    def in_words(self) -> str:
        groups = "\n".join(f"- {line}" for line in self.measured())
        return f"**{self.finding}**\n\n{self.table()}\n\n{groups}\n\n{self.explanation}"

    def measured(self) -> list[str]:
        """Of each group who was measured, how, and what there is to say of the sum."""
        return [f"**{group.title}.** {group.who} {group.how} **{group.sum}**" for group in self.groups.values()]

    def table(self) -> str:
        """All sets beside each other, as Markdown."""
        head = ["", *(group.title for group in self.groups.values())]
        lines = [head, ["---"] * len(head)]
        lines += [[text, *(percentage(group.shares[item]) for group in self.groups.values())] for item, text in self.items.items()]
        lines.append(["Opgeteld", *(percentage(group.total) for group in self.groups.values())])
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def percentage(value: float) -> str:
    """'62%' or '51,6%'."""
    return f"{number(value, 0 if float(value).is_integer() else 1)}%"
