"""Thoughts: recognise what a hard thought is about, choose one that helps, and see when fear is no mistake."""

from typing import Literal

from pydantic import Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Choice, Entry, Id, Match, Words

RECOGNISE, FEAR = "herkennen", "terechte-angst"
"""The states before the first thought and after the last."""


class Thought(Entry):
    """A hard thought, what it is about and a thought that helps; `exercise` lets one choose it among others."""

    text: Words
    area: Id
    helps: Words
    exercise: Id | None = None


class Fear(Entry):
    """When fear is not dysfunctional: what to say, and a task about it."""

    title: Words
    text: Words
    exercise: Id


class Thoughts(Explainer):
    """An explainer: a task to recognise thoughts by area, thoughts to answer kindly, and the limit of it all."""

    kind: Literal["thoughts"]
    areas: dict[Id, Words] = Field(min_length=2)
    recognise: Id
    thoughts: dict[Id, Thought] = Field(min_length=2)
    believable: Words
    fear: Fear

    @property
    def asked(self) -> dict[str, Thought]:
        """The thoughts for which one chooses what helps, by id."""
        return {name: thought for name, thought in self.thoughts.items() if thought.exercise}

    @property
    def exercises_first(self) -> bool:
        """The words tell what the exercises ask."""
        return True

    @property
    def states(self) -> tuple[str, ...]:
        return (RECOGNISE, *self.asked, FEAR)

    def exercise_at(self, state: str) -> str:
        """The exercise that is asked in this state."""
        return {RECOGNISE: self.recognise, FEAR: self.fear.exercise}.get(state) or str(self.asked[state].exercise)

    def asked_at(self, task: str) -> str:
        if task == self.fear.exercise:
            return FEAR
        return next((name for name, thought in self.asked.items() if thought.exercise == task), RECOGNISE)

    @model_validator(mode="after")
    def _everything_is_there(self) -> "Thoughts":
        if not isinstance(self.exercises.get(self.recognise), Match):
            raise ValueError(f"recognise: onder 'exercises' staat geen oefening '{self.recognise}' van de soort 'match'")  # noqa: TRY004
        if self.fear.exercise not in self.exercises:
            raise ValueError(f"fear.exercise: onder 'exercises' staat geen oefening '{self.fear.exercise}'")
        for name, thought in self.thoughts.items():
            self._check(name, thought)
        return self

    def _check(self, name: str, thought: Thought) -> None:
        if name in (RECOGNISE, FEAR):
            raise ValueError(f"thoughts: '{name}' is het adres van een ander beeld, noem deze gedachte anders")
        if thought.area not in self.areas:
            raise ValueError(f"thoughts.{name}.area: '{thought.area}' staat niet bij 'areas' ({', '.join(self.areas)})")
        if thought.exercise and not isinstance(self.exercises.get(thought.exercise), Choice):
            raise ValueError(f"thoughts.{name}.exercise: onder 'exercises' staat geen oefening '{thought.exercise}' van de soort 'choice'")

    def in_words(self) -> str:
        rows = [f"| {self.areas[thought.area]} | {thought.text} | {thought.helps} |" for thought in self.thoughts.values()]
        table = "\n".join(["| Over | Gedachte | Helpende gedachte |", "|---|---|---|", *rows])
        return f"{self.believable}\n\n{table}\n\n**{self.fear.title}.** {self.fear.text}"
