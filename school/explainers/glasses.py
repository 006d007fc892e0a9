"""Glasses: the same signals read through different glasses, to find that none of them is specific."""

from typing import Literal

from pydantic import Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Entry, Id, Words

BARE, TOGETHER = "zonder-bril", "naast-elkaar"
"""The states before the first pair of glasses and after the last."""


class Pair(Entry):
    """A pair of glasses: its name, and what one tends to see through it."""

    title: Words
    look: Words


class Signal(Entry):
    """Something that is seen, and how it reads through each pair of glasses, in one short sentence."""

    text: Words
    through: dict[Id, Words]


class Glasses(Explainer):
    """An explainer: signals, and glasses to look at them through; `conclusion` is what the glasses together show."""

    kind: Literal["glasses"]
    glasses: dict[Id, Pair] = Field(min_length=2)
    signals: dict[Id, Signal] = Field(min_length=2)
    bare: Words
    conclusion: Words

    @property
    def states(self) -> tuple[str, ...]:
        return (BARE, *self.glasses, TOGETHER)

    @model_validator(mode="after")
    def _every_signal_through_every_pair(self) -> "Glasses":
        for name in (BARE, TOGETHER):
            if name in self.glasses:
                raise ValueError(f"glasses: '{name}' is het adres van een ander beeld, noem deze bril anders")
        for name, signal in self.signals.items():
            if signal.through.keys() != self.glasses.keys():
                odd = ", ".join(sorted(signal.through.keys() ^ self.glasses.keys()))
                raise ValueError(f"signals.{name}.through: elk signaal heeft één zin voor elke bril ({odd})")
        return self

    def in_words(self) -> str:
        told = [self.bare]
        for signal in self.signals.values():
            read = [f"- {pair.title}: {signal.through[name]}" for name, pair in self.glasses.items()]
            told.append(f"**{signal.text}**\n\n" + "\n".join(read))
        return "\n\n".join([*told, self.conclusion])
