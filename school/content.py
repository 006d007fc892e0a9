"""The course as it was written: modules with steps, quizzes, media, terms and contacts; no file and no learner."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from school.explainers.kinds import AnyExplainer
from school.lesson import Block
from school.pocket_card import PocketCard
from school.tasks import Entry, Id, Task, Words

MAX_LINK = 500


class ContentNote(Entry):
    """What is said before something heavy: what it is, and how intense (1 to 3)."""

    text: Words
    intensity: Literal[1, 2, 3]


def _https(value: str | None) -> str | None:
    if value is not None and (urlsplit(value).scheme != "https" or len(value) > MAX_LINK):
        raise ValueError(f"'{value[:60]}' is geen https-adres")
    return value


class Film(Entry):
    """A film or sound: on YouTube (`youtube`) or an own file beside the content (`file`), with a text equivalent."""

    title: Words
    youtube: str | None = None
    file: str | None = None
    source: Words
    as_of: date
    content: Literal["known", "unknown"] = "known"
    language: Words | None = None
    minutes: float | None = Field(default=None, gt=0)
    description: Words | None = None
    note: ContentNote | None = None
    watch_for: dict[Id, Words] = Field(default_factory=dict)
    text: Words
    drawing: Literal["volwassene-en-kind", "stil-gezicht"] = "volwassene-en-kind"
    broken: bool = False
    explanation: Words | None = None
    other_address: Words | None = None

    @property
    def page(self) -> str | None:
        """Where the film can be opened outside the course; nothing for a broken address or an own file."""
        return f"https://www.youtube.com/watch?v={self.youtube}" if self.youtube and not self.broken else None

    @model_validator(mode="after")
    def _consistent(self) -> "Film":
        if (self.youtube is None) == (self.file is None):
            raise ValueError("een film heeft óf 'youtube' óf 'file'")
        told = [name for name in ("description", "language", "minutes") if getattr(self, name) is not None]
        if self.content == "unknown" and told:
            raise ValueError(f"van een film met 'content: unknown' weten we geen {', '.join(told)}")
        if self.content == "known" and not self.broken and len(told) < 3:
            raise ValueError("'description', 'language' en 'minutes' horen erbij (of zet er 'content: unknown' bij)")
        if self.broken and not self.explanation:
            raise ValueError("een film met 'broken: true' heeft 'explanation': waarom het adres niet werkt")
        if self.youtube and not self.broken and not _is_youtube_id(self.youtube):
            raise ValueError(
                f"youtube: '{self.youtube}' kan geen YouTube-id zijn (11 letters, cijfers, - of _); "
                "klopt de bron zelf niet, zet er dan 'broken: true' bij"
            )
        return self


def _is_youtube_id(value: str) -> bool:
    return len(value) == 11 and all(c.isascii() and (c.isalnum() or c in "-_") for c in value)


class Link(Entry):
    """An address outside the course."""

    title: Words
    url: str
    as_of: date
    note: Words | None = None

    _address = field_validator("url")(_https)


class Source(Entry):
    """Where a claim comes from. `basis` says whether we read it or it is well-known literature not opened again."""

    short: Words
    full: Words
    url: str | None = None
    basis: Literal["read", "well-known"]
    as_of: date

    _address = field_validator("url")(_https)


class Term(Entry):
    """A professional word, explained in plain Dutch."""

    term: Words
    text: Words
    also: list[Words] = Field(default_factory=list)


class Helpline(Entry):
    """A number to call."""

    name: Words
    number: Words
    tel: str = Field(pattern=r"^\d+$")
    when: Words
    note: Words | None = None
    url_link: Id | None = None
    sources: list[Id] = Field(default_factory=list)
    check: Words | None = None


class Credit(Entry):
    """An organisation of the 2018 session and its speakers."""

    organisation: Words
    people: list[Words] = Field(default_factory=list)


class Contacts(Entry):
    """The help lines of today, and the credits of 2018 (which may be emptied)."""

    helplines: dict[Id, Helpline]
    session_2018: dict[Id, Credit] = Field(default_factory=dict)
    session_note: Words


class About(Entry):
    """What the course says of itself."""

    title: Words
    subtitle: Words
    version: Words
    as_of: date
    session: Words
    report_address: str | None = None
    intro: Words
    audience: Words
    care: Words
    colofon: Words


class StepInfo(Entry):
    """What module.yaml says of a step."""

    minutes: int = Field(gt=0, le=60)
    aim: Words
    note: ContentNote | None = None


class ModuleInfo(Entry):
    """The file module.yaml."""

    title: Words
    summary: Words
    goals: dict[Id, Words] = Field(default_factory=dict)
    steps: dict[Id, StepInfo] = Field(min_length=1)
    exercises: dict[Id, Task] = Field(default_factory=dict)
    card: PocketCard | None = None


class QuizInfo(Entry):
    """A quiz file: questions to practise with."""

    title: Words
    intro: Words
    minutes: int = Field(gt=0)
    pass_mark: float = Field(default=0.7, ge=0, le=1)
    questions: dict[Id, Task] = Field(min_length=1)


class TestInfo(Entry):
    """What a test drawn from the blueprint is called."""

    __test__ = False  # not a pytest class
    title: Words
    intro: Words
    minutes: int = Field(gt=0)
    pass_mark: float = Field(default=0.7, ge=0, le=1)


class Place(Entry):
    """One place of the blueprint: parallel questions on the same goal, of the same kind."""

    goal: Id
    questions: dict[Id, Task] = Field(min_length=2)

    @model_validator(mode="after")
    def _parallel(self) -> "Place":
        if len({task.kind for task in self.questions.values()}) > 1:
            raise ValueError("questions: parallelle vragen zijn van dezelfde soort ('kind')")
        if any(task.goal != self.goal for task in self.questions.values()):
            raise ValueError(f"questions: parallelle vragen horen bij hetzelfde doel ('{self.goal}')")
        return self


class BlueprintInfo(Entry):
    """The file toetsvragen.yaml: the questions kept for startmeting and eindtoets."""

    tests: dict[Literal["startmeting", "eindtoets"], TestInfo] = Field(min_length=2)
    places: dict[Id, Place] = Field(min_length=1)


@dataclass(frozen=True)
class Step:
    """One screen of a lesson."""

    id: str
    module: str
    title: str
    minutes: int
    aim: str
    note: ContentNote | None
    blocks: tuple[Block, ...]
    tasks: tuple[str, ...] = ()
    """Ids of the exercises in this step, also those inside its explainers; with any, the step is done when all are answered."""

    @cached_property
    def address(self) -> str:
        return f"{self.module}/{self.id}"


@dataclass(frozen=True)
class Module:
    """One item of the programme."""

    id: str
    title: str
    summary: str
    goals: dict[str, str]
    steps: tuple[Step, ...]
    exercises: dict[str, Task]
    card: PocketCard | None = None

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    def step(self, step_id: str | None) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)


QuizKind = Literal["practice", "test"]


@dataclass(frozen=True)
class Quiz:
    """Questions asked one at a time and scored: a practice quiz, or a test drawn from the blueprint."""

    id: str
    title: str
    intro: str
    minutes: int
    pass_mark: float
    kind: QuizKind = "practice"
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Course:
    """Everything an author wrote, in one language, checked. Two courses are the same when they are the same object."""

    about: About
    modules: tuple[Module, ...]
    quizzes: dict[str, Quiz]
    places: dict[str, Place]
    tasks: dict[str, Task]
    films: dict[str, Film]
    links: dict[str, Link]
    sources: dict[str, Source]
    terms: dict[str, Term]
    contacts: Contacts
    drawings: dict[str, str] = field(default_factory=dict)
    explainers: dict[str, AnyExplainer] = field(default_factory=dict)

    def module(self, module_id: str) -> Module | None:
        return next((module for module in self.modules if module.id == module_id), None)

    def steps(self) -> Iterator[Step]:
        """All steps, in the order of the programme."""
        for module in self.modules:
            yield from module.steps

    def find_step(self, address: str | None) -> Step | None:
        """The step at `module-id/step-id`."""
        module_id, _, step_id = (address or "").partition("/")
        module = self.module(module_id)
        return module.step(step_id) if module else None

    @cached_property
    def goals(self) -> dict[str, str]:
        return {goal: text for module in self.modules for goal, text in module.goals.items()}

    @property
    def minutes(self) -> int:
        return sum(module.minutes for module in self.modules)
