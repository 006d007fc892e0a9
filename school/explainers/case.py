"""A case: a story in which the learner chooses what to do, sees what follows, and may choose again.

Nothing is scored. `school.explainers.case_path` says where somebody is, and how that compares with what is advised;
whether a case can be walked at all is checked when it is loaded.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Entry, Id, Words

FICTION = "Fictief, samengesteld voor deze cursus"
ACTS = {
    "look": "Kijken",
    "ask": "Vragen",
    "support": "Steunen",
    "consult": "Overleggen",
    "refer": "Verwijzen",
    "report": "Melden",
}
"""What a professional can do, from the lightest to the heaviest."""

Act = Literal["look", "ask", "support", "consult", "refer", "report"]


def _plain(value: str) -> str:
    if "](" in value:
        raise ValueError("hier kan geen link staan: zet die in de les, boven of onder de casus")
    return value


Plain = Annotated[Words, AfterValidator(_plain)]
"""Paragraphs without links, with an empty line between them."""


class Conditional(Entry):
    """Something that is there only for who did (`when`) or did not do (`unless`) something before."""

    when: Id | None = None
    unless: Id | None = None

    def holds(self, flags: frozenset[str]) -> bool:
        return (self.when is None or self.when in flags) and (self.unless is None or self.unless not in flags)


class Recall(Conditional):
    """A text that depends on what was chosen before."""

    text: Plain

    @model_validator(mode="after")
    def _depends(self) -> "Recall":
        if self.when is None and self.unless is None:
            raise ValueError("zet hier 'when' of 'unless' bij: wanneer staat deze tekst er?")
        return self


class CaseChoice(Conditional):
    """What one can do at a place: where it leads (`to`), what follows at once, and what is remembered of it."""

    text: Plain
    then: Plain
    to: Id
    sets: list[Id] = Field(default_factory=list)


class Told(Entry):
    """A place in a case: what happens there, and what is added for who did something before."""

    title: Plain
    text: Plain
    recalls: dict[Id, Recall] = Field(default_factory=dict)

    def paragraphs(self, flags: frozenset[str]) -> list[str]:
        """The text as it reads for who did this before."""
        texts = [self.text, *(recall.text for recall in self.recalls.values() if recall.holds(flags))]
        return [paragraph for text in texts for paragraph in paragraphs(text)]


class CaseNode(Told):
    """A moment at which to choose."""

    choices: dict[Id, CaseChoice] = Field(default_factory=dict)


class Advised(Entry):
    """What we advise at a moment, which sort of thing that is, and why; `also` are choices that are as good."""

    choice: Id
    also: list[Id] = Field(default_factory=list)
    act: Act
    why: Plain


class Case(Explainer):
    """An explainer: moments (`nodes`) with choices that lead to other moments and at last to one of the `ends`.

    The first moment is where it begins. `flags` are what may be remembered of a choice, each in words of its own.
    `advised` holds the choice we advise at each moment on the way we advise.
    """

    kind: Literal["case"]
    intro: Plain
    flags: dict[Id, Plain] = Field(default_factory=dict)
    nodes: dict[Id, CaseNode] = Field(min_length=1)
    ends: dict[Id, Told] = Field(min_length=1)
    advised: dict[Id, Advised] = Field(min_length=1)

    @property
    def start(self) -> str:
        return next(iter(self.nodes))

    @property
    def states(self) -> tuple[str, ...]:
        return (*self.nodes, *self.ends)

    def place(self, name: str) -> Told:
        """The moment or the end of this name."""
        return self.nodes[name] if name in self.nodes else self.ends[name]

    def offered(self, node: str, flags: frozenset[str]) -> dict[str, CaseChoice]:
        """What somebody who did this before can choose at a moment."""
        return {name: choice for name, choice in self.nodes[node].choices.items() if choice.holds(flags)}

    def in_words(self) -> str:
        """To read with a pen: every place has a number, every choice says where to go on."""
        numbers = {name: number for number, name in enumerate(self.states, 1)}
        lines = [f"*{FICTION}.*", self.intro, "Begin bij 1. Kies wat jij zou doen, en ga naar het nummer dat erachter staat."]
        if self.flags:
            lines.append("Schrijf op wat je moet *onthouden*: later wordt ernaar gevraagd.")
        for name, number in numbers.items():
            lines += [f"**{number}. {self.place(name).title}**", *self._told(self.place(name))]
            if name in self.nodes:
                choices = self.nodes[name].choices.values()
                lines.append("\n".join(self._choice(choice, numbers[choice.to]) for choice in choices))
            else:
                lines.append("*Einde.*")
        return "\n\n".join([*lines, "**De weg die we aanraden**", self._advice(numbers)])

    def _told(self, place: Told) -> list[str]:
        return [place.text, *(f"*{self._condition(recall)}* {recall.text}" for recall in place.recalls.values())]

    def _choice(self, choice: CaseChoice, to: int) -> str:
        condition = f"*{self._condition(choice)}* " if choice.when or choice.unless else ""
        keep = "".join(f" *Onthoud: {_lower(self.flags[flag])}.*" for flag in choice.sets)
        return f"- {condition}**{choice.text}** {' '.join(paragraphs(choice.then))}{keep} **Ga naar {to}.**"

    def _condition(self, asks: Conditional) -> str:
        does = [f"alleen als je hebt onthouden: {_lower(self.flags[asks.when])}"] if asks.when else []
        does += [f"alleen als je dit niet hebt onthouden: {_lower(self.flags[asks.unless])}"] if asks.unless else []
        return f"({'; '.join(does)})"

    def _advice(self, numbers: dict[str, int]) -> str:
        lines = []
        for node, advice in self.advised.items():
            choice = self.nodes[node].choices[advice.choice]
            also = "".join(f" Ook goed: *{self.nodes[node].choices[name].text}*" for name in advice.also)
            lines.append(f"- Bij {numbers[node]}, {ACTS[advice.act].lower()}: **{choice.text}** {advice.why}{also}")
        return "\n".join(lines)


def paragraphs(text: str) -> list[str]:
    """Split at empty lines."""
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")
