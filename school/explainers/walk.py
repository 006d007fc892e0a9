"""A walk along the places of a drawing, moments to find a place for, and the same walk without the adult."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Entry, Id, Match, Option, Words

TURNED, ALONE = "draai-het-om", "alleen"
"""The states in which moments are placed, and in which the adult is not there."""


class WalkPlace(Entry):
    """A place on a walk: where its button lies on the drawing (`x` and `y` in percent, the name left or right of it)."""

    title: Words
    x: float = Field(ge=0, le=100)
    y: float = Field(ge=0, le=100)
    side: Literal["left", "right"] = "right"
    role: Words
    needs: Words
    child: Words
    adult: Words


class Moment(Entry):
    """What is said of a moment: on its own place, and elsewhere when no mistake was foreseen."""

    fits: Words
    look: Words


class Moments(Entry):
    """The walk turned round: moments to place on it. The exercise of this name holds their texts and places."""

    title: Words
    exercise: Id
    told: dict[Id, Moment]


class Walk(Explainer):
    """An explainer: places on a drawing to walk along, each with what is needed there; and the walk without the adult.

    In the drawing, what is marked `class="volwassene"` fades in the last picture.
    """

    kind: Literal["walk"]
    drawing: Words
    places: dict[Id, WalkPlace] = Field(min_length=2)
    moments: Moments | None = None
    alone: dict[Id, Option]
    attribution: Words

    @property
    def states(self) -> tuple[str, ...]:
        return (*self.places, *([TURNED] if self.moments else []), ALONE)

    def asked_at(self, task: str) -> str:
        return TURNED if task in self.exercises else self.states[0]

    @model_validator(mode="after")
    def _addresses_are_kept_free(self) -> "Walk":
        for name in (TURNED, ALONE):
            if name in self.places:
                raise ValueError(f"places: '{name}' is het adres van een ander beeld, noem deze plek anders")
        return self

    @model_validator(mode="after")
    def _moments_have_places(self) -> "Walk":
        if self.moments is None:
            return self
        task = self.exercises.get(self.moments.exercise)
        if not isinstance(task, Match) or set(task.right) != set(self.places):
            name = self.moments.exercise
            raise ValueError(f"moments: '{name}' is een oefening met 'kind: match', met onder 'right' de plekken van de wandeling")
        if set(task.left) != set(self.moments.told):
            raise ValueError(f"moments: onder 'told' horen dezelfde namen als onder 'left' ({', '.join(task.left)})")
        return self

    def task(self, moments: Moments) -> Match:
        """The exercise in which the moments are placed."""
        task = self.exercises[moments.exercise]
        assert isinstance(task, Match)
        return task

    def said(self, moments: Moments, placed: Mapping[str, str]) -> dict[str, tuple[bool, str]]:
        """Of each moment whether it has its own place, and what to say; a near miss is explained by the mistake foreseen."""
        task = self.task(moments)
        near = {pair: wrong.feedback for wrong in task.mistakes.values() if len(wrong.pairs) == 1 for pair in wrong.pairs.items()}
        return {
            name: (True, told.fits) if placed[name] == task.pairs[name] else (False, near.get((name, placed[name]), told.look))
            for name, told in moments.told.items()
        }

    def in_words(self) -> str:
        places = []
        for number, place in enumerate(self.places.values(), 1):
            places.append(f"{number}. **{place.title}** ({place.role.lower()}). {place.needs}")
            places.append(f"    *Het kind.* {place.child}\n\n    *Jij.* {place.adult}")
        alone = [f"- **{state.text}.** {state.feedback}" for state in self.alone.values()]
        return "\n\n".join([*places, "**Als de volwassene wegvalt**", "\n".join(alone), self.attribution])
