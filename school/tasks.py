"""The kinds of task a learner can be asked; no grading, no widget, no file.

A quiz question and a lesson exercise are the same thing. Everything an author writes is a mapping by id, so a task
can be reworded or reordered without losing the answers that were given to it.
"""

import hashlib
import re
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _kebab(value: str) -> str:
    if not KEBAB.fullmatch(value):
        raise ValueError(f"'{value}' is geen geldige naam: gebruik kleine letters, cijfers en koppeltekens")
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError("hier ontbreekt de tekst")
    return value.strip()


Id = Annotated[str, AfterValidator(_kebab)]
Words = Annotated[str, AfterValidator(_filled)]


class Entry(BaseModel):
    """Anything an author writes: unknown fields are refused, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class Option(Entry):
    """One answer a learner can choose, with what to say about it."""

    text: Words
    feedback: Words
    misconception: Words | None = None


class Mistake(Entry):
    """A known way of getting it wrong: what to say, and which thinking error it shows."""

    feedback: Words
    misconception: Words | None = None


class Range(Entry):
    """Numbers from `from` up to and including `to`."""

    low: float = Field(alias="from")
    high: float = Field(alias="to")

    def __contains__(self, number: float) -> bool:
        return self.low <= number <= self.high

    @model_validator(mode="after")
    def _in_order(self) -> "Range":
        if self.low > self.high:
            raise ValueError("'from' is groter dan 'to'")
        return self


class NumberMistake(Mistake, Range):
    """A range of wrong numbers with one thinking error behind them."""


class OrderMistake(Mistake):
    """`before: [a, b]` means that a was put before b, although b comes first."""

    before: tuple[Id, Id]


class MatchMistake(Mistake):
    """Wrong pairs that go together; the mistake is made when all of them are."""

    pairs: dict[Id, Id] = Field(min_length=1)


class WordsMistake(Mistake):
    """Wrong answers that are tempting."""

    words: list[Words] = Field(min_length=1)


class BaseTask(Entry):
    """What every kind of task has."""

    goal: Id
    prompt: Words
    why: Words
    sources: list[Id] = Field(min_length=1)
    reviewed: date
    step: str | None = None
    hints: dict[Id, Words] = Field(default_factory=dict)

    @cached_property
    def version(self) -> str:
        """Eight hex digits that change when the task changes, so that answers to an older wording are kept apart."""
        return hashlib.sha256(self.model_dump_json(by_alias=True).encode()).hexdigest()[:8]


def _known(ids: object, known: dict[str, str] | dict[str, Option], field: str) -> None:
    for name in ids if isinstance(ids, (list, tuple, dict)) else [ids]:
        if name not in known:
            raise ValueError(f"{field}: '{name}' staat niet bij de mogelijkheden ({', '.join(known)})")


class Choice(BaseTask):
    """One right answer out of several."""

    kind: Literal["choice"]
    options: dict[Id, Option] = Field(min_length=2)
    answer: Id

    @model_validator(mode="after")
    def _answer_is_an_option(self) -> "Choice":
        _known(self.answer, self.options, "answer")
        return self


class Multiple(BaseTask):
    """Any number of right answers out of several."""

    kind: Literal["multiple"]
    options: dict[Id, Option] = Field(min_length=2)
    answers: list[Id] = Field(min_length=1)

    @model_validator(mode="after")
    def _answers_are_options(self) -> "Multiple":
        _known(self.answers, self.options, "answers")
        return self


Truth = Literal["waar", "niet-waar"]
TRUTHS: dict[Truth, str] = {"waar": "Waar", "niet-waar": "Niet waar"}


class TrueFalse(BaseTask):
    """A statement that is true or not."""

    kind: Literal["true-false"]
    answer: Truth
    feedback: dict[Truth, Words]
    misconception: Words | None = None

    @model_validator(mode="after")
    def _both_sides_explained(self) -> "TrueFalse":
        for side in TRUTHS:
            if side not in self.feedback:
                raise ValueError(f"feedback: de tekst bij '{side}' ontbreekt")
        return self


class Number(BaseTask):
    """A number, right within a range."""

    kind: Literal["number"]
    answer: float
    accept: Range
    unit: str = ""
    minimum: float = 0
    maximum: float = 100
    feedback: Words
    mistakes: dict[Id, NumberMistake] = Field(default_factory=dict)
    otherwise: Words

    @model_validator(mode="after")
    def _answer_is_accepted(self) -> "Number":
        if self.answer not in self.accept:
            raise ValueError(f"answer: {self.answer:g} valt buiten 'accept'")
        if not self.minimum <= self.answer <= self.maximum:
            raise ValueError(f"answer: {self.answer:g} valt buiten 'minimum' en 'maximum'")
        for name, mistake in self.mistakes.items():
            if self.answer in mistake:
                raise ValueError(f"mistakes.{name}: hier valt ook het goede antwoord in")
        return self


class Order(BaseTask):
    """Things to put in the right order; `items` is written in that order."""

    kind: Literal["order"]
    items: dict[Id, Words]
    feedback: Words
    mistakes: dict[Id, OrderMistake] = Field(default_factory=dict)
    otherwise: Words

    @model_validator(mode="after")
    def _can_be_ordered(self) -> "Order":
        if len(self.items) < 2:
            raise ValueError("items: met één onderdeel valt er niets te ordenen")
        places = {name: place for place, name in enumerate(self.items)}
        for name, mistake in self.mistakes.items():
            _known(mistake.before, self.items, f"mistakes.{name}.before")
            if places[mistake.before[0]] < places[mistake.before[1]]:
                raise ValueError(f"mistakes.{name}.before: dit is juist de goede volgorde")
        return self


class Match(BaseTask):
    """Things on the left, each with one partner on the right; decoys belong nowhere."""

    kind: Literal["match"]
    left: dict[Id, Words] = Field(min_length=2)
    right: dict[Id, Words] = Field(min_length=2)
    pairs: dict[Id, Id]
    decoys: list[Id] = Field(default_factory=list)
    feedback: Words
    mistakes: dict[Id, MatchMistake] = Field(default_factory=dict)
    otherwise: Words

    @model_validator(mode="after")
    def _everyone_has_a_partner(self) -> "Match":
        for name in self.left:
            if name not in self.pairs:
                raise ValueError(f"pairs: '{name}' heeft geen partner")
        _known(self.pairs, self.left, "pairs")
        _known(list(self.pairs.values()), self.right, "pairs")
        _known(self.decoys, self.right, "decoys")
        for name in self.right:
            if name not in self.pairs.values() and name not in self.decoys:
                raise ValueError(f"right: '{name}' heeft geen partner; hoort het nergens bij, zet het dan bij 'decoys'")
            if name in self.pairs.values() and name in self.decoys:
                raise ValueError(f"decoys: '{name}' heeft een partner en hoort dus wel ergens bij")
        for name, mistake in self.mistakes.items():
            _known(mistake.pairs, self.left, f"mistakes.{name}.pairs")
            _known(list(mistake.pairs.values()), self.right, f"mistakes.{name}.pairs")
            if all(self.pairs[left] == right for left, right in mistake.pairs.items()):
                raise ValueError(f"mistakes.{name}.pairs: dit zijn juist de goede paren")
        return self


class ShortWords(BaseTask):
    """An answer of one to three words, typed."""

    kind: Literal["words"]
    accept: list[Words] = Field(min_length=1)
    feedback: Words
    mistakes: dict[Id, WordsMistake] = Field(default_factory=dict)
    otherwise: Words


class Reflect(BaseTask):
    """A question to think about. It is not graded, and what is written stays on the person's own device."""

    kind: Literal["reflect"]
    sources: list[Id] = Field(default_factory=list)


Task = Annotated[Choice | Multiple | TrueFalse | Number | Order | Match | ShortWords | Reflect, Field(discriminator="kind")]
