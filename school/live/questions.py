"""What a trainer can ask a room beside the tasks of the course; nothing here is right or wrong."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, model_validator

from school.tasks import Entry, Id, Words

MAX_PROMPT = 300


class Live(Entry):
    """What every question of a trainer's own has."""

    prompt: Annotated[Words, Field(max_length=MAX_PROMPT)]


class Poll(Live):
    """One out of several, none of them right: 'Waar op de wandeling ben jij vaak?'."""

    kind: Literal["poll"] = "poll"
    options: dict[Id, Words] = Field(min_length=2, max_length=12)


class Scale(Live):
    """A whole number from `low` up to and including `high`, with words at both ends."""

    kind: Literal["scale"] = "scale"
    low: int = Field(default=1, ge=0, le=1)
    high: int = Field(default=5, ge=2, le=10)
    low_text: str = Field(default="", max_length=60)
    high_text: str = Field(default="", max_length=60)

    @model_validator(mode="after")
    def _wide_enough(self) -> "Scale":
        if self.high - self.low < 2:
            raise ValueError("high: een schaal heeft minstens drie punten")
        return self


class Cloud(Live):
    """One word or a few, shown together by how often they were given."""

    kind: Literal["cloud"] = "cloud"


class OpenText(Live):
    """A few sentences."""

    kind: Literal["open"] = "open"


LiveQuestion = Annotated[Poll | Scale | Cloud | OpenText, Field(discriminator="kind")]
_ANY: TypeAdapter[LiveQuestion] = TypeAdapter(LiveQuestion)


def live_question(written: object) -> LiveQuestion:
    """The question in what was written or stored; pydantic's `ValidationError` (a `ValueError`) says what is wrong."""
    return _ANY.validate_python(written)
