"""The lessons as slides: every step is one or more of them, in the same order and with the same content. Nothing is drawn here.

An author cuts a step with `---`. On top of that an exercise, a film, an explainer and a pair of then and now each get a
slide of their own, and what is too long for one screen goes on in the next.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import assert_never

from school.content import ContentNote, Course, Step
from school.lesson import (
    Block,
    ContactList,
    Cut,
    Drawing,
    Exercise,
    Explainer,
    Important,
    Medium,
    QuizLink,
    SlideAndToday,
    Sources,
    Story,
    Text,
    TrainerNote,
)

ROOM = 900
"""Characters of running text that a room can read on one screen at 24 pixels or more."""
CRUMB = 170
"""Less text than this is no slide of its own: it joins its neighbour."""
TABLE_COSTS = 1.3
"""A character in a table takes more of the screen than one in a line."""
LINK_TARGET = re.compile(r"\]\([^)\s]*\)")


@dataclass(frozen=True)
class Slide:
    """One screen for a room. `number` counts the slides of a step from 1; `warning` is said before something heavy."""

    step: str
    module: str
    number: int
    title: str
    minutes: float
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    warning: ContentNote | None = None
    heavy: bool = False

    @property
    def address(self) -> str:
        """`module/step` for the first slide of a step, `module/step/2` for the next."""
        return self.step if self.number == 1 else f"{self.step}/{self.number}"

    @property
    def task(self) -> str | None:
        """The exercise on this slide, which can be asked to the room."""
        return next((block.id for block in self.blocks if isinstance(block, Exercise)), None)

    @property
    def fills(self) -> bool:
        """Whether something on it wants the whole screen: a film or an explainer."""
        return any(isinstance(block, (Medium, Explainer)) for block in self.blocks)


@dataclass
class _Piece:
    """A slide in the making, with the places (of blocks in the step) it was made of."""

    blocks: list[Block] = field(default_factory=list)
    last: int = 0
    warning: ContentNote | None = None

    @property
    def weight(self) -> float:
        return sum(weight(block) for block in self.blocks)

    @property
    def alone(self) -> bool:
        return any(_alone(block) for block in self.blocks)


@lru_cache(maxsize=512)
def slides_of(course: Course, step: Step) -> tuple[Slide, ...]:
    """The slides of a step, in order; at least one."""
    pieces = list(_warned(course, step, _joined(_pieces(step))))
    notes = list(_notes(step, pieces))
    heavy = step.note is not None
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
            heavy or piece.warning is not None or _heavy(course, piece.blocks),
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


def weight(block: Block) -> float:
    """How much of a screen something takes, in characters of running text."""
    match block:
        case Text(markdown) | Story(markdown) | Important(markdown):
            return _length(markdown)
        case SlideAndToday(slide, today, _):
            return max(2 * _length(today), 2 * _length(slide))
        case Sources():
            return 60
        case QuizLink() | Drawing():
            return 120
        case Medium() | Exercise() | Explainer() | ContactList():
            return ROOM
        case TrainerNote() | Cut():
            return 0
        case _:
            assert_never(block)


def _length(markdown: str) -> float:
    shown = LINK_TARGET.sub("]", markdown)
    return len(shown) * (TABLE_COSTS if "\n|" in markdown else 1)


def _alone(block: Block) -> bool:
    """Whether it takes a slide of its own."""
    return isinstance(block, (Exercise, Medium, Explainer, SlideAndToday, ContactList))


def _heavy(course: Course, blocks: Iterable[Block]) -> bool:
    return _film_note(course, blocks) is not None


def _film_note(course: Course, blocks: Iterable[Block]) -> ContentNote | None:
    films = (course.films[block.id] for block in blocks if isinstance(block, Medium) and block.id in course.films)
    return next((film.note for film in films if film.note and not film.broken), None)


def _pieces(step: Step) -> list[_Piece]:
    """The blocks of a step, cut where the author did and where something needs the screen for itself."""
    pieces = [_Piece()]
    for place, block in enumerate(step.blocks):
        if isinstance(block, TrainerNote):
            continue
        if isinstance(block, Cut):
            pieces.append(_Piece())
            continue
        for part in _parts(block):
            if _full(pieces[-1], part):
                pieces.append(_Piece())
            pieces[-1].blocks.append(part)
            pieces[-1].last = place
    return [piece for piece in pieces if piece.blocks]


def _full(piece: _Piece, block: Block) -> bool:
    if not piece.blocks or isinstance(block, Sources):
        return False
    return piece.alone or _alone(block) or piece.weight + weight(block) > ROOM


def _parts(block: Block) -> Iterator[Block]:
    """A text that is too long, in parts that are not; a list or a table stays whole."""
    if not isinstance(block, Text) or weight(block) <= ROOM:
        yield block
        return
    kept: list[str] = []
    for paragraph in block.markdown.split("\n\n"):
        heading = bool(kept) and kept[-1].startswith("#")
        if kept and not heading and _length("\n\n".join([*kept, paragraph])) > ROOM:
            yield Text("\n\n".join(kept))
            kept = []
        kept.append(paragraph)
    yield Text("\n\n".join(kept))


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """The same, without crumbs: a line of sources or one sentence joins what stood before it, else what comes next."""
    kept: list[_Piece] = []
    for piece in pieces:
        crumb = piece.weight < CRUMB and not piece.alone
        before = kept[-1] if kept else None
        if (before and crumb and not _fills(before) and _fits(before, piece)) or (
            before and before.weight < CRUMB and not before.alone and not _fills(piece)
        ):
            before.blocks += piece.blocks
            before.last = piece.last
        else:
            kept.append(piece)
    return kept


def _fits(before: _Piece, crumb: _Piece) -> bool:
    """Under a question or a pair only a line or so is bearable."""
    return before.alone or before.weight + crumb.weight <= ROOM


def _fills(piece: _Piece) -> bool:
    return any(isinstance(block, (Medium, Explainer)) for block in piece.blocks)


def _warned(course: Course, step: Step, pieces: list[_Piece]) -> Iterator[_Piece]:
    """The same, with a slide that warns before the first heavy one."""
    if step.note:
        yield _Piece(warning=step.note, last=-1)
    for piece in pieces:
        note = _film_note(course, piece.blocks)
        if note and not step.note:
            yield _Piece(warning=note, last=piece.last - 1)
        yield piece


def _notes(step: Step, pieces: list[_Piece]) -> Iterator[tuple[str, ...]]:
    """For each slide what the trainer reads there: a note belongs to everything since the note before it."""
    written = [(place, block.markdown) for place, block in enumerate(step.blocks) if isinstance(block, TrainerNote)]
    for piece in pieces:
        after = [markdown for place, markdown in written if place > piece.last]
        yield tuple(after[:1]) or tuple(markdown for _, markdown in written[-1:])


def find_slide(course: Course, address: str | None) -> Slide | None:
    """The slide at `module/step` or `module/step/2`; the last of its step when that number is gone."""
    step = course.find_step("/".join((address or "").split("/")[:2]))
    if step is None:
        return None
    slides = slides_of(course, step)
    return slides[place_of(slides, address or "")]
