"""One screen for a room. Nothing is drawn here."""

from dataclasses import dataclass

from school.content import ContentNote
from school.lesson import Block, Exercise, Explainer, Medium
from school.live import LiveQuestion


@dataclass(frozen=True)
class Slide:
    """One screen for a room. `number` counts the slides of a step from 1; `warning` is said before something heavy.

    A slide that is no part of a lesson is a `pause`, or asks a question of the trainer's own (`own`); its step is its address.
    """

    step: str
    module: str
    number: int
    title: str
    minutes: float
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    warning: ContentNote | None = None
    heavy: bool = False
    pause: bool = False
    own: LiveQuestion | None = None

    @property
    def address(self) -> str:
        """`module/step` for the first slide of a step, `module/step/2` for the next."""
        return self.step if self.number == 1 else f"{self.step}/{self.number}"

    @property
    def task(self) -> str | None:
        """What can be asked to the room here: the id of its exercise, or the address of the trainer's own question."""
        return self.step if self.own else next((block.id for block in self.blocks if isinstance(block, Exercise)), None)

    @property
    def fills(self) -> bool:
        """Whether something on it wants the whole screen: a film or an explainer."""
        return any(isinstance(block, (Medium, Explainer)) for block in self.blocks)

    @property
    def explainer(self) -> str | None:
        """The explainer on this slide, which can be moved to another of its states."""
        return next((block.id for block in self.blocks if isinstance(block, Explainer)), None)

    @property
    def film(self) -> str | None:
        """The film on this slide, which can be started and stopped."""
        return next((block.id for block in self.blocks if isinstance(block, Medium)), None)
