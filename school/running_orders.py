"""What a trainer does in which order, with the time for each part; and the clock against it. The clock is passed in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from school.content import Course
from school.slides import Slide, slides_of

MAX_NAME = 80
MAX_NOTE = 2000
MOST_MINUTES = 240
"""Of one part."""
NO_NOTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Part:
    """A step of the course, by its address, and how many minutes it may take."""

    step: str
    minutes: int


@dataclass(frozen=True)
class RunningOrder:
    """Parts in order. `notes` are the trainer's own, by the address of a slide; `id` is empty until it is saved."""

    name: str
    parts: tuple[Part, ...]
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
    slides: list[Slide] = []
    for part in order.parts:
        step = course.find_step(part.step)
        if step is None:
            continue  # the content changed since; the rest goes on
        of_step = slides_of(course, step)
        slides += [_with(slide, part.minutes / len(of_step), order.notes.get(slide.address, "")) for slide in of_step]
    return tuple(slides)


def _with(slide: Slide, minutes: float, note: str) -> Slide:
    return replace(slide, minutes=minutes, notes=(note, *slide.notes) if note else slide.notes)


def pace(slides: tuple[Slide, ...], place: int, *, started: datetime, now: datetime) -> Pace:
    """The clock at the slide that stands at `place`, for who began at `started`."""
    begins = sum(slide.minutes for slide in slides[:place])
    ends = begins + (slides[place].minutes if slides else 0)
    total = sum(slide.minutes for slide in slides)
    return Pace((now - started).total_seconds() / 60, begins, ends, total - begins)


def tidy(order: RunningOrder, course: Course) -> RunningOrder:
    """The same within its limits: a name, steps that exist, 1 to `MOST_MINUTES` minutes a part, notes that are not empty."""
    parts = tuple(replace(part, minutes=max(1, min(part.minutes, MOST_MINUTES))) for part in order.parts if course.find_step(part.step))
    notes = {slide: note.strip()[:MAX_NOTE] for slide, note in order.notes.items() if note.strip()}
    return replace(order, name=" ".join(order.name.split())[:MAX_NAME] or "Zonder naam", parts=parts, notes=notes)
