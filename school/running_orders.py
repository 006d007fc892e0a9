"""What a trainer does in which order, with the time for each part; and the clock against it. The clock is passed in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import assert_never

from school.content import Course
from school.live import LiveQuestion
from school.slides import Slide, find_slide, slides_of

MAX_NAME = 80
MAX_NOTE = 2000
MOST_MINUTES = 240
"""Of one part."""
PAUSE = "Pauze"
NO_NOTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Part:
    """A step of the course, by its address, and how many minutes it may take."""

    step: str
    minutes: int

    @property
    def address(self) -> str:
        return self.step


@dataclass(frozen=True)
class Break:
    """Coffee. `id` is unique within the running order."""

    id: str
    minutes: int

    @property
    def address(self) -> str:
        return f"pauze/{self.id}"


@dataclass(frozen=True)
class OwnQuestion:
    """A question of the trainer's own, to put to the room. `id` is unique everywhere: rounds are known by its address."""

    id: str
    question: LiveQuestion
    minutes: int

    @property
    def address(self) -> str:
        return f"eigen/{self.id}"


Item = Part | Break | OwnQuestion


@dataclass(frozen=True)
class RunningOrder:
    """Parts in order. `notes` are the trainer's own, by the address of a slide; `id` is empty until it is saved."""

    name: str
    parts: tuple[Item, ...]
    notes: Mapping[str, str] = field(default_factory=lambda: NO_NOTES)
    id: str = ""

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)


@dataclass(frozen=True)
class Pace:
    """Where the clock is against the plan, all in minutes: since the start, of the plan up to here, and still to come."""

    elapsed: float
    begins: float
    ends: float
    left: float

    @property
    def behind(self) -> float:
        """How late we are: above 0 when this slide should have been over, below 0 when it should not have begun yet."""
        if self.elapsed > self.ends:
            return self.elapsed - self.ends
        return min(0.0, self.elapsed - self.begins)

    @property
    def in_words(self) -> str:
        """'Op schema', '3 min voor', '5 min achter'; less than a minute is on time."""
        late = int(abs(self.behind))
        if not late:
            return "Op schema"
        return f"{late} min {'achter' if self.behind > 0 else 'voor'}"


def order_of(course: Course, modules: Iterable[str], *, name: str) -> RunningOrder:
    """Every step of these modules, in the order of the course, with the minutes that the content gives."""
    chosen = set(modules)
    steps = (step for module in course.modules if module.id in chosen for step in module.steps)
    return RunningOrder(name, tuple(Part(step.address, step.minutes) for step in steps))


def slides_in(course: Course, order: RunningOrder) -> tuple[Slide, ...]:
    """The slides of a running order; its minutes are shared over the slides of a part, and own notes come first."""
    slides = (slide for part in order.parts for slide in _slides(course, part))
    return tuple(_noted(slide, order.notes.get(slide.address, "")) for slide in slides)


def slide_at(course: Course, order: RunningOrder | None, address: str) -> Slide | None:
    """The slide with this address, also when it is in no lesson but only in the running order."""
    found = find_slide(course, address)
    if found is None and order is not None:
        return next((slide for part in order.parts if part.address == address for slide in _slides(course, part)), None)
    return found


def _slides(course: Course, part: Item) -> tuple[Slide, ...]:
    match part:
        case Part():
            step = course.find_step(part.step)
            of_step = slides_of(course, step) if step else ()  # the content may have changed since; the rest goes on
            return tuple(replace(slide, minutes=part.minutes / len(of_step)) for slide in of_step)
        case Break():
            return (Slide(part.address, "", 1, PAUSE, part.minutes, pause=True),)
        case OwnQuestion():
            return (Slide(part.address, "", 1, part.question.prompt, part.minutes, own=part.question),)
        case _:
            assert_never(part)


def _noted(slide: Slide, note: str) -> Slide:
    return replace(slide, notes=(note, *slide.notes)) if note else slide


def pace(slides: tuple[Slide, ...], place: int, *, started: datetime, now: datetime) -> Pace:
    """The clock at the slide that stands at `place`, for who began at `started`."""
    begins = sum(slide.minutes for slide in slides[:place])
    ends = begins + (slides[place].minutes if slides else 0)
    total = sum(slide.minutes for slide in slides)
    return Pace((now - started).total_seconds() / 60, begins, ends, total - begins)


def tidy(order: RunningOrder, course: Course) -> RunningOrder:
    """The same within its limits: a name, steps that exist, 1 to `MOST_MINUTES` minutes a part, notes that are not empty."""
    there = (part for part in order.parts if not isinstance(part, Part) or course.find_step(part.step))
    parts = tuple(replace(part, minutes=max(1, min(part.minutes, MOST_MINUTES))) for part in there)
    notes = {slide: note.strip()[:MAX_NOTE] for slide, note in order.notes.items() if note.strip()}
    return replace(order, name=" ".join(order.name.split())[:MAX_NAME] or "Zonder naam", parts=parts, notes=notes)


def put_after(order: RunningOrder, address: str, new: Item) -> RunningOrder:
    """The same with `new` behind the part that the slide at `address` belongs to; at the end when there is none."""
    step = "/".join(address.split("/")[:2])
    place = next((at for at, part in enumerate(order.parts, 1) if part.address == step), len(order.parts))
    return replace(order, parts=(*order.parts[:place], new, *order.parts[place:]))
