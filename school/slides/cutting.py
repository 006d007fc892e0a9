"""A step cut into screens: where its author did, where something needs the screen for itself, and where a text is too long."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from school.content import ContentNote, Course, Step
from school.lesson import Block, ContactList, Cut, Exercise, Explainer, Medium, SlideAndToday, Sources, Text, TrainerNote
from school.slides.weight import CRUMB, ROOM, length, weight


@dataclass
class Piece:
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


def cut(course: Course, step: Step) -> list[Piece]:
    """The screens of a step, in order; at least one."""
    return list(_warned(course, step, _joined(_pieces(step))))


def _alone(block: Block) -> bool:
    """Whether it takes a slide of its own."""
    return isinstance(block, (Exercise, Medium, Explainer, SlideAndToday, ContactList))


def heavy(course: Course, blocks: Iterable[Block]) -> bool:
    """Whether a film in it wants a warning."""
    return _film_note(course, blocks) is not None


def _film_note(course: Course, blocks: Iterable[Block]) -> ContentNote | None:
    films = (course.films[block.id] for block in blocks if isinstance(block, Medium) and block.id in course.films)
    return next((film.note for film in films if film.note and not film.broken), None)


def _pieces(step: Step) -> list[Piece]:
    """The blocks of a step, cut where the author did and where something needs the screen for itself."""
    pieces = [Piece()]
    for place, block in enumerate(step.blocks):
        if isinstance(block, TrainerNote):
            continue
        if isinstance(block, Cut):
            pieces.append(Piece())
            continue
        for part in _parts(block):
            if _full(pieces[-1], part):
                pieces.append(Piece(_loose_heading(pieces[-1])))
            pieces[-1].blocks.append(part)
            pieces[-1].last = place
    return [piece for piece in pieces if piece.blocks]


def _loose_heading(piece: Piece) -> list[Block]:
    """Takes away the heading at its end, which belongs to what comes next."""
    last = piece.blocks[-1] if piece.blocks else None
    if not isinstance(last, Text):
        return []
    *before, end = last.markdown.split("\n\n")
    if not end.startswith("#"):
        return []
    piece.blocks[-1:] = [Text("\n\n".join(before))] if before else []
    return [Text(end)]


def _full(piece: Piece, block: Block) -> bool:
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
        if kept and not heading and length("\n\n".join([*kept, paragraph])) > ROOM:
            yield Text("\n\n".join(kept))
            kept = []
        kept.append(paragraph)
    yield Text("\n\n".join(kept))


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The same, without crumbs: a line of sources or one sentence joins what stood before it, else what comes next."""
    kept: list[Piece] = []
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


def _fits(before: Piece, crumb: Piece) -> bool:
    """Under a question or a pair only a line or so is bearable."""
    return before.alone or before.weight + crumb.weight <= ROOM


def _fills(piece: Piece) -> bool:
    return any(isinstance(block, (Medium, Explainer)) for block in piece.blocks)


def _warned(course: Course, step: Step, pieces: list[Piece]) -> Iterator[Piece]:
    """The same, with a slide that warns before the first heavy one."""
    if step.note:
        yield Piece(warning=step.note, last=-1)
    for piece in pieces:
        note = _film_note(course, piece.blocks)
        if note and not step.note:
            yield Piece(warning=note, last=piece.last - 1)
        yield piece
