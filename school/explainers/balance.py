"""A balance: what weighs on a child and what carries it, for a case; and what happens when weights pile up."""

from typing import Literal

from pydantic import Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Entry, Id, Match, Words

Level = Literal["kind", "ouders", "gezin", "stabiliteit"]
LEVELS: dict[Level, str] = {
    "kind": "Kind",
    "ouders": "Ouders",
    "gezin": "Gezin en leefomgeving",
    "stabiliteit": "Stabiliteit en continuïteit",
}
"""The four levels of the balance model (deck of 2018; they match the guideline)."""

RISK, PROTECTION, NEITHER = "risico", "bescherming", "op-zichzelf-niets"
"""Where a card can be laid: on one of the two pans, or beside the balance."""

TILTS = (0.0, 2.0, 4.5, 8.0, 12.0, 16.0)
"""Degrees of the beam when one pan holds 0, 1 ... 5 or more weights more than the other.

A drawing and no measurement: it only shows that one weight hardly moves the beam and that a pile does (Cyr e.a. 2010).
"""


class Card(Entry):
    """A card of a case: on which level it is, and what to say about where it was laid."""

    level: Level
    feedback: Words


class Case(Entry):
    """A fictional child: a task of the kind `match` asks where each card belongs; `cards` says why, by the same ids."""

    title: Words
    exercise: Id
    cards: dict[Id, Card] = Field(min_length=2)


class Pile(Entry):
    """A picture of the balance with so many weights on either side, and what it shows."""

    title: Words
    risks: int = Field(ge=0, le=8)
    protections: int = Field(ge=0, le=8)
    text: Words


class Balance(Explainer):
    """An explainer: cases to weigh, then pictures in which weights pile up; either may be left out."""

    kind: Literal["balance"]
    cases: dict[Id, Case] = Field(default_factory=dict)
    pile: dict[Id, Pile] = Field(default_factory=dict)
    picture: Words

    @property
    def exercises_first(self) -> bool:
        """The words tell what the exercises ask."""
        return True

    @property
    def states(self) -> tuple[str, ...]:
        return (*self.cases, *self.pile)

    def asked_at(self, task: str) -> str:
        return next((name for name, case in self.cases.items() if case.exercise == task), self.states[0])

    def task(self, case: Case) -> Match:
        """The task that asks where the cards of a case belong."""
        task = self.exercises[case.exercise]
        assert isinstance(task, Match), "checked when it was read"
        return task

    @model_validator(mode="after")
    def _something_to_weigh(self) -> "Balance":
        if not self.states:
            raise ValueError("cases: schrijf ten minste één casus, of beelden onder 'pile'")
        for name in self.cases.keys() & self.pile.keys():
            raise ValueError(f"pile: '{name}' is al de naam van een casus")
        for name, case in self.cases.items():
            _check_case(name, case, self.exercises.get(case.exercise))
        return self

    def in_words(self) -> str:
        told = [self.picture]
        for case in self.cases.values():
            task = self.task(case)
            cards = [f"- {task.left[name]} ({LEVELS[card.level].lower()}). *{card.feedback}*" for name, card in case.cards.items()]
            told += [f"**{case.title}.** Wat er bij elk kaartje te zeggen is:", "\n".join(cards)]
        told += [f"**{step.title}.** {step.text}" for step in self.pile.values()]
        return "\n\n".join(told)


def _check_case(name: str, case: Case, task: object) -> None:
    """Complains when the cards of a case and those of its task are not the same, or there is no such task."""
    if not isinstance(task, Match):
        raise ValueError(f"cases.{name}.exercise: onder 'exercises' staat geen oefening '{case.exercise}' van de soort 'match'")  # noqa: TRY004 - a mistake of an author
    if case.cards.keys() != task.left.keys():
        odd = ", ".join(sorted(case.cards.keys() ^ task.left.keys()))
        raise ValueError(f"cases.{name}.cards: de kaartjes hier en onder 'left' van de oefening zijn niet dezelfde ({odd})")
    if set(task.right) != {RISK, PROTECTION, NEITHER}:
        raise ValueError(f"cases.{name}.exercise: 'right' van de oefening heeft precies '{RISK}', '{PROTECTION}' en '{NEITHER}'")
