"""What is published of a team or organisation: a finite set of figures, and nothing else is ever shown or taken away."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from school.teams.figures import Figure, TooFew

Period = Literal["all", "quarter"]
PERIODS: tuple[Period, ...] = ("all", "quarter")
Kind = Literal["team", "organisation", "everyone"]


@dataclass(frozen=True)
class Cut:
    """One way to look: all time or who came in the last three months; the whole course (nothing) or one module (its id)."""

    period: Period = "all"
    module: str | None = None


@dataclass(frozen=True)
class OptionShare:
    """How many chose an option; several rare ones are taken together as `OTHERS`."""

    option: str
    share: Figure


OTHERS = "overig"


@dataclass(frozen=True)
class Question:
    """One version of a question, first goes only. `quiz` is nothing for an exercise in a lesson."""

    task: str
    version: str
    module: str
    goal: str
    quiz: str | None
    facility: Figure
    discrimination: Figure
    sure_wrong: Figure
    options: tuple[OptionShare, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moment:
    """One batch of people at a quiz: when they were counted, and their mean score."""

    at: datetime
    mean: Figure


@dataclass(frozen=True)
class QuizFigures:
    """First goes at one form of a quiz (a form: the same versions of the same questions). Scores are 0 to 1.

    `error` is the standard error of one person's score, in the same unit.
    """

    quiz: str
    form: str
    module: str
    mean: Figure
    deviation: Figure
    alpha: Figure
    error: Figure
    over_time: tuple[Moment, ...] = ()


@dataclass(frozen=True)
class Gain:
    """Startmeting and eindtoets of the same people: the means (0 to 1) and Hake's normalised gain."""

    before: Figure
    after: Figure
    gain: Figure


@dataclass(frozen=True)
class GoalFigures:
    """How the team does on a goal: the mean of the published questions, and what the tests say."""

    goal: str
    module: str
    share: Figure
    tests: Gain


@dataclass(frozen=True)
class Misconception:
    """A thinking error that people were sure of: the share of everybody who answered the question."""

    text: str
    task: str
    version: str
    module: str
    goal: str
    share: Figure


@dataclass(frozen=True)
class Activity:
    """How many people were active in a month (`2026-11`), counted in batches."""

    month: str
    people: int


@dataclass(frozen=True)
class Headcount:
    """How many people were ever counted: who joined, began, finished, did a first go of anything, and reviewed."""

    joined: int = 0
    started: int = 0
    finished: int = 0
    reviewed: int = 0


@dataclass(frozen=True)
class Figures:
    """Everything that is published for one period, for the whole course; `narrowed` gives one module."""

    people: Headcount
    tests: Gain
    quizzes: tuple[QuizFigures, ...] = ()
    goals: tuple[GoalFigures, ...] = ()
    questions: tuple[Question, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    activity: tuple[Activity, ...] = ()

    def narrowed(self, module: str) -> "Figures":
        """The same figures, only those of one module; nothing is computed anew, so nothing can be subtracted."""
        return replace(
            self,
            quizzes=tuple(quiz for quiz in self.quizzes if quiz.module == module),
            goals=tuple(goal for goal in self.goals if goal.module == module),
            questions=tuple(question for question in self.questions if question.module == module),
            misconceptions=tuple(one for one in self.misconceptions if one.module == module),
        )


@dataclass(frozen=True)
class TeamLine:
    """One team beside the others of an organisation."""

    team: str
    name: str
    people: Headcount
    mean: Figure
    gain: Figure


@dataclass(frozen=True)
class Named:
    """Somebody who chose to be shown by name: their first score (0 to 1) at each quiz, and how they do per goal."""

    person: str
    name: str
    scores: Mapping[str, float]
    goals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Snapshot:
    """What one team or organisation sees until the next one is made. `course` is the version of the course.

    `group` is false while the figures of the group are left out because too few members are without a name.
    """

    kind: Kind
    id: str
    name: str
    made: datetime
    course: str
    minimum: int
    periods: Mapping[Period, Figures]
    teams: tuple[TeamLine, ...] = ()
    named: tuple[Named, ...] = ()
    group: bool = True

    def figures(self, cut: Cut) -> Figures:
        figures = self.periods[cut.period]
        return figures if cut.module is None else figures.narrowed(cut.module)

    def without(self, person: str) -> "Snapshot":
        """The same without somebody's own scores: what to keep as soon as they do not want to be named any more."""
        return replace(self, named=tuple(one for one in self.named if one.person != person))


def nothing(needed: int, n: int) -> Gain:
    """No tests to speak of yet."""
    few = TooFew(n, needed)
    return Gain(few, few, few)
