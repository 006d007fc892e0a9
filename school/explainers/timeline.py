"""Something that goes on in time, stage by stage: what happens at each, and what there is to do there."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from school.explainers.explainer import Explainer
from school.tasks import Choice, Entry, Id, Match, Words


class StagePart(Entry):
    """What one of those concerned does or needs at a stage."""

    title: Words
    text: Words


class Stage(Entry):
    """A stage on the line.

    `predict` is a choice about what comes: it is kept, and what there is to say about it is said at the next stage.
    """

    title: Words
    when: Words
    text: Words
    parts: dict[Id, StagePart] = Field(default_factory=dict)
    film: Id | None = None
    predict: Id | None = None
    exercises: list[Id] = Field(default_factory=list)

    @property
    def asks(self) -> tuple[str, ...]:
        """Ids of everything that is asked here, in order."""
        return (*((self.predict,) if self.predict else ()), *self.exercises)


class Timeline(Explainer):
    """An explainer: stages on a line, each with what happens there, and often a film or exercises.

    In the drawing, what is marked `data-stage="ID"` stands out while that stage is open. An exercise under `remarks` is
    a match in which things are sorted into boxes, with what to say about each once it lies in its own box.
    """

    kind: Literal["timeline"]
    noun: Words = "Fase"
    drawing: Words | None = None
    stages: dict[Id, Stage] = Field(min_length=2)
    remarks: dict[Id, dict[Id, Words]] = Field(default_factory=dict)

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(self.stages)

    @property
    def films(self) -> tuple[str, ...]:
        return tuple(stage.film for stage in self.stages.values() if stage.film)

    def asked_at(self, task: str) -> str:
        return next(name for name, stage in self.stages.items() if task in stage.asks)

    def predicted_before(self, stage: str) -> str | None:
        """The prediction that was asked one stage earlier."""
        place = self.states.index(stage)
        return self.stages[self.states[place - 1]].predict if place else None

    @model_validator(mode="after")
    def _everything_is_asked_once(self) -> "Timeline":
        asked = [task for stage in self.stages.values() for task in stage.asks]
        for name, stage in self.stages.items():
            for task in stage.asks:
                if task not in self.exercises:
                    raise ValueError(f"stages.{name}: de oefening '{task}' staat niet bij 'exercises'")
                if asked.count(task) > 1:
                    raise ValueError(f"stages.{name}: de oefening '{task}' staat op twee plekken")
        for task in self.exercises:
            if task not in asked:
                raise ValueError(f"exercises.{task}: zet deze oefening ook bij een van de 'stages'")
        return self

    @model_validator(mode="after")
    def _a_prediction_comes_true_later(self) -> "Timeline":
        for name, stage in self.stages.items():
            if stage.predict and not isinstance(self.exercises.get(stage.predict), Choice):
                raise ValueError(f"stages.{name}.predict: een voorspelling is een oefening met 'kind: choice'")
            if stage.predict and name == self.states[-1]:
                raise ValueError(f"stages.{name}.predict: hierna komt niets meer om te voorspellen")
        return self

    @model_validator(mode="after")
    def _everything_sorted_is_explained(self) -> "Timeline":
        for name, remarks in self.remarks.items():
            task = self.exercises.get(name)
            left = task.left if isinstance(task, Match) else None
            if left is None:
                raise ValueError(f"remarks.{name}: hier hoort een oefening met 'kind: match'")
            if set(remarks) != set(left):
                wrong = sorted(set(remarks) ^ set(left))
                raise ValueError(f"remarks.{name}: zeg iets bij alles wat links staat, en bij niets anders (let op '{wrong[0]}')")
        return self

    def in_words(self) -> str:
        return "\n\n".join(line for number, stage in enumerate(self.stages.values(), 1) for line in _told(number, stage))


def _told(number: int, stage: Stage) -> Iterator[str]:
    yield f"{number}. **{stage.title}** ({stage.when}). {stage.text}"
    for part in stage.parts.values():
        yield f"    *{part.title}.* {part.text}"
