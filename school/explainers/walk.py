"""A walk along the places of a drawing, and the same walk without the adult."""

from typing import Literal

from pydantic import Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Entry, Id, Option, Words

ALONE = "alleen"
"""The state in which the adult is not there."""


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


class Walk(Explainer):
    """An explainer: places on a drawing to walk along, each with what is needed there; and the walk without the adult.

    In the drawing, what is marked `class="volwassene"` fades in the last picture.
    """

    kind: Literal["walk"]
    drawing: Words
    places: dict[Id, WalkPlace] = Field(min_length=2)
    alone: dict[Id, Option]
    attribution: Words

    @property
    def states(self) -> tuple[str, ...]:
        return (*self.places, ALONE)

    @model_validator(mode="after")
    def _alone_is_kept_free(self) -> "Walk":
        if ALONE in self.places:
            raise ValueError(f"places: '{ALONE}' is het adres van het laatste beeld, noem deze plek anders")
        return self

    def in_words(self) -> str:
        places = []
        for number, place in enumerate(self.places.values(), 1):
            places.append(f"{number}. **{place.title}** ({place.role.lower()}). {place.needs}")
            places.append(f"    *Het kind.* {place.child}\n\n    *Jij.* {place.adult}")
        alone = [f"- **{state.text}.** {state.feedback}" for state in self.alone.values()]
        return "\n\n".join([*places, "**Als de volwassene wegvalt**", "\n".join(alone)])
