"""The lessons as slides: every step is one or more of them, in the same order and with the same content. Nothing is drawn here.

An author cuts a step with `---`. On top of that an exercise, a film, an explainer and a pair of then and now each get a
slide of their own, and what is too long for one screen goes on in the next.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from school.content import Course, Step
from school.lesson import TrainerNote
from school.slides.cutting import Piece, cut, heavy
from school.slides.slide import Slide
from school.slides.weight import CRUMB, ROOM, weight

__all__ = ["CRUMB", "ROOM", "Slide", "all_slides", "find_slide", "place_of", "slides_of", "weight"]


@lru_cache(maxsize=512)
def slides_of(course: Course, step: Step) -> tuple[Slide, ...]:
    """The slides of a step, in order; at least one."""
    pieces = cut(course, step)
    notes = list(_notes(step, pieces))
    return tuple(
        Slide(
            step.address,
            step.module,
            number,
            step.title,
            step.minutes / len(pieces),
            tuple(piece.blocks),
            notes[number - 1],
            piece.warning,
            step.note is not None or piece.warning is not None or heavy(course, piece.blocks),
        )
        for number, piece in enumerate(pieces, 1)
    )


def all_slides(course: Course, steps: Iterable[str]) -> tuple[Slide, ...]:
    """The slides of the steps at these addresses; a step that is no longer there is left out."""
    found = (course.find_step(address) for address in steps)
    return tuple(slide for step in found if step for slide in slides_of(course, step))


def place_of(slides: tuple[Slide, ...], address: str) -> int:
    """Where the slide at `address` stands; without it, its step's last one, and without that the first of all."""
    for place, slide in enumerate(slides):
        if slide.address == address:
            return place
    step = "/".join(address.split("/")[:2])
    same = [place for place, slide in enumerate(slides) if slide.step == step]
    return same[-1] if same else 0


def find_slide(course: Course, address: str | None) -> Slide | None:
    """The slide at `module/step` or `module/step/2`; the last of its step when that number is gone."""
    step = course.find_step("/".join((address or "").split("/")[:2]))
    if step is None:
        return None
    slides = slides_of(course, step)
    return slides[place_of(slides, address or "")]


def _notes(step: Step, pieces: list[Piece]) -> Iterator[tuple[str, ...]]:
    """For each slide what the trainer reads there: a note belongs to everything since the note before it."""
    written = [(place, block.markdown) for place, block in enumerate(step.blocks) if isinstance(block, TrainerNote)]
    for piece in pieces:
        after = [markdown for place, markdown in written if place > piece.last]
        yield tuple(after[:1]) or tuple(markdown for _, markdown in written[-1:])
