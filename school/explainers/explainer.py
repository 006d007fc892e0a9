"""What every explainer has; each kind has a file of its own beside this one."""

from abc import abstractmethod

from pydantic import Field

from school.tasks import Entry, Id, Task, Words


class Explainer(Entry):
    """Something to walk through in states, each with an address (`?plek=`), some with exercises of its own.

    `exercises` are ordinary tasks: graded, stored and reviewed as those of a lesson. What is said in words and on paper
    comes from the same fields as what is seen.
    """

    title: Words
    sources: list[Id] = Field(min_length=1)
    exercises: dict[Id, Task] = Field(default_factory=dict)

    @property
    @abstractmethod
    def states(self) -> tuple[str, ...]:
        """Ids of the states, in order; the first is where one begins."""

    @property
    def films(self) -> tuple[str, ...]:
        """Ids of the films it shows."""
        return ()

    @property
    def exercises_first(self) -> bool:
        """Whether paper asks its exercises before it says anything."""
        return False

    def asked_at(self, task: str) -> str:  # noqa: ARG002 - most ask everything where one begins
        """The state in which this exercise of its own is asked."""
        return self.states[0]

    @abstractmethod
    def in_words(self) -> str:
        """Everything it says, as Markdown: for who does not see the drawing, and for paper. Exercises are printed after it."""
