"""A lesson in Markdown, taken apart into steps and blocks; what the blocks point at is not looked up here.

`## Titel {#id}` begins a step. A paragraph that is only a link to `media:`, `exercise:`, `quiz:`, `explainer:` or
`contacts:` becomes that thing; a paragraph of only `source:` links becomes the source line. Quotes that begin with
`[!SLIDE]`, `[!TRAINER]`, `[!STORY]` or `[!IMPORTANT]` have a meaning; what follows a slide, up to its source line,
is what we know today. A line `---` is where the step is cut when it is presented.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise


@dataclass(frozen=True)
class Text:
    """Running Markdown."""

    markdown: str


@dataclass(frozen=True)
class Sources:
    """The source line under a text: ids of sources."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class SlideAndToday:
    """What the deck of 2018 said, beside what is known now."""

    slide: str
    today: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class TrainerNote:
    """For the trainer only."""

    markdown: str


@dataclass(frozen=True)
class Story:
    """A fictional story; always shown with a label that says so."""

    markdown: str


@dataclass(frozen=True)
class Important:
    """Something to remember, in a frame."""

    markdown: str


@dataclass(frozen=True)
class Medium:
    """A film or sound from media_links.yaml."""

    id: str


@dataclass(frozen=True)
class Exercise:
    """A task from module.yaml."""

    id: str


@dataclass(frozen=True)
class QuizLink:
    """The way to a quiz."""

    id: str


@dataclass(frozen=True)
class Explainer:
    """An interactive explainer."""

    id: str


@dataclass(frozen=True)
class ContactList:
    """A list from contacten.yaml: `hulplijnen` or `sessie-2018`."""

    id: str


@dataclass(frozen=True)
class Drawing:
    """A drawing beside the content: `![wat je ziet](naam.svg)`."""

    file: str
    alt: str


@dataclass(frozen=True)
class Cut:
    """Where a long step is split into slides."""


Block = (
    Text
    | Sources
    | SlideAndToday
    | TrainerNote
    | Story
    | Important
    | Medium
    | Exercise
    | QuizLink
    | Explainer
    | ContactList
    | Drawing
    | Cut
)


@dataclass(frozen=True)
class Remark:
    """Something wrong in a lesson: the line (from 1), what it is about, and the sentence for the author."""

    line: int
    field: str
    message: str


@dataclass(frozen=True)
class Reference:
    """A link to something of ours, with the line it stands on; `alone` when it is a whole paragraph."""

    line: int
    scheme: str
    target: str
    alone: bool = False


@dataclass(frozen=True)
class DraftStep:
    """A step as it stands in the file."""

    id: str
    title: str
    line: int
    blocks: tuple[Block, ...]


@dataclass
class Draft:
    """A lesson taken apart, with everything that is wrong with its form."""

    steps: list[DraftStep] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


OWN_SCHEMES = ("media", "exercise", "quiz", "explainer", "contacts", "source", "term", "step")
BLOCK_SCHEMES: dict[str, type[Medium | Exercise | QuizLink | Explainer | ContactList]] = {
    "media": Medium,
    "exercise": Exercise,
    "quiz": QuizLink,
    "explainer": Explainer,
    "contacts": ContactList,
}
TITLE = re.compile(r"^#\s[^\n]*$")
HEADING = re.compile(r"^##\s+(?P<title>.*?)\s*(?:\{#(?P<id>[^}]*)\})?\s*$")
LINK = re.compile(r"(?<!!)\[(?P<text>[^\[\]]*)\]\((?P<target>[^)\s]*)\)")
MAYBE_LINK = "]("
"""A text without this has no link in it; nearly all have none, and looking for this is ten times faster."""
BARE_ADDRESS = re.compile(r"(?<!\]\()\bhttps?://[^\s<>)]+")
ONLY_LINK = re.compile(r"^\[(?P<text>[^\]]*)\]\((?P<scheme>[a-z]+):(?P<target>[^)\s]+)\)$")
ONLY_SOURCES = re.compile(r"^(\[[^\]]*\]\(source:[^)\s]+\)[\s,;·]*)+$")
DRAWING = re.compile(r"^!\[(?P<alt>[^\]]*)\]\((?P<file>[^)\s]+)\)$")
ALERT = re.compile(r"^\[!(?P<name>[A-Z]+)\]\s*$")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
QUOTES: dict[str, type[TrainerNote | Story | Important]] = {
    "TRAINER": TrainerNote,
    "STORY": Story,
    "IMPORTANT": Important,
}
NO_TODAY = "na een [!SLIDE] hoort wat we nu weten, met daaronder een regel met de bron: [Naam](source:naam)"


@dataclass(frozen=True)
class _Part:
    """A paragraph or quote; `line` is where `text` begins, `quote` is its name (`QUOTE` without one)."""

    line: int
    text: str
    quote: str = ""


def read_lesson(text: str) -> Draft:
    """The lesson in `text`, as steps with blocks, and every mistake in its form at once."""
    draft = Draft()
    lines = _without_comments(text).split("\n")
    starts = [i for i, line in enumerate(lines) if HEADING.match(line)]
    for part in _parts(lines, 0, starts[0] if starts else 0):
        if not TITLE.match(part.text):
            message = "deze tekst staat vóór de eerste stap en wordt dus niet getoond: begin met '## Titel {#naam}'"
            draft.remarks.append(Remark(part.line, "lesson", message))
    for start, end in pairwise([*starts, len(lines)]):
        _read_step(lines, start, end, draft)
    if not starts:
        draft.remarks.append(Remark(1, "lesson", "deze les is leeg: begin een stap met '## Titel {#naam}'"))
    return draft


def find_links(text: str, line: int) -> tuple[list[Reference], list[Remark]]:
    """The links to something of ours in `text`, which begins on `line`, and what is wrong with the other ones."""
    references, remarks = [], []
    for found in LINK.finditer(text):
        at, target = line + text.count("\n", 0, found.start("target")), found["target"]
        scheme, _, name = target.partition(":")
        if scheme in OWN_SCHEMES:
            references.append(Reference(at, scheme, name))
        elif scheme == "http":
            remarks.append(Remark(at, "link", f"'{target[:60]}' is niet beveiligd: gebruik https"))
        elif not target.startswith("#"):
            remarks.append(Remark(at, "link", _outside(target)))
    return references, remarks


def _outside(address: str) -> str:
    return f"zet het adres '{address[:60]}' in media_links.yaml en verwijs met media:naam"


def _without_comments(text: str) -> str:
    """Comments disappear, but every line keeps its number."""
    return COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text.replace("\r\n", "\n"))


def _read_step(lines: list[str], start: int, end: int, draft: Draft) -> None:
    heading = HEADING.match(lines[start])
    assert heading is not None
    title, step_id = heading["title"], heading["id"]
    if not step_id:
        message = f"de stap '{title}' heeft geen naam: schrijf '## {title} {{#een-naam}}'"
        draft.remarks.append(Remark(start + 1, "step", message))
    blocks = _blocks(list(_parts(lines, start + 1, end)), draft)
    if not any(not isinstance(block, Cut) for block in blocks):
        draft.remarks.append(Remark(start + 1, "step", f"de stap '{title}' is leeg"))
    draft.steps.append(DraftStep(step_id or "", title, start + 1, tuple(blocks)))


def _parts(lines: list[str], start: int, end: int) -> list[_Part]:
    """Paragraphs and quotes between two lines, each with the line it begins on (from 1)."""
    parts: list[_Part] = []
    at = start
    while at < end:
        if not lines[at].strip():
            at += 1
            continue
        quoted = lines[at].startswith(">")
        first = at
        while at < end and lines[at].strip() and lines[at].startswith(">") == quoted:
            at += 1
        text = "\n".join(line.removeprefix(">").removeprefix(" ") if quoted else line for line in lines[first:at])
        if not quoted:
            parts.append(_Part(first + 1, text.strip("\n")))
            continue
        head, _, rest = text.partition("\n")
        alert = ALERT.match(head.strip())
        # The line with [!NAME] is no part of the text, so the text begins one line further.
        named = _Part(first + 2, rest.strip("\n"), alert["name"]) if alert else _Part(first + 1, text, "QUOTE")
        parts.append(named)
    return parts


def _blocks(parts: list[_Part], draft: Draft) -> list[Block]:
    made = [_block(part, draft) for part in parts]
    for part, block in zip(parts, made, strict=True):
        _note_links(part, block, draft)
    blocks: list[Block] = []
    at = 0
    while at < len(made):
        block, taken = made[at], 0
        if isinstance(block, SlideAndToday):
            today, sources, taken = _today(made[at + 1 :])
            block = SlideAndToday(block.slide, today, sources)
            if not sources:
                draft.remarks.append(Remark(parts[at].line - 1, "slide", NO_TODAY))
        blocks.append(block)
        at += 1 + taken
    return _joined(blocks)


def _today(after: list[Block]) -> tuple[str, tuple[str, ...], int]:
    """What we know today, in the blocks after a slide: the text, its sources, and how many blocks that takes."""
    texts: list[str] = []
    for taken, block in enumerate(after):
        if isinstance(block, Sources) and texts:
            return "\n\n".join(texts), block.ids, taken + 1
        if not isinstance(block, (Text, Cut)):
            break
        if isinstance(block, Text):
            texts.append(block.markdown)
    return "", (), 0


def _block(part: _Part, draft: Draft) -> Block:
    if part.quote:
        return _quote(part, draft)
    text = part.text.strip()
    only = ONLY_LINK.match(text)
    if only and only["scheme"] in BLOCK_SCHEMES:
        return BLOCK_SCHEMES[only["scheme"]](only["target"])
    if ONLY_SOURCES.match(text):
        return Sources(_source_ids(text))
    drawing = DRAWING.match(text)
    if drawing:
        return Drawing(drawing["file"], drawing["alt"].strip())
    return Cut() if text == "---" else Text(part.text)


def _quote(part: _Part, draft: Draft) -> Block:
    if part.quote == "SLIDE":
        return SlideAndToday(part.text, "", ())
    if part.quote == "QUOTE":
        return Text("\n".join(f"> {line}" for line in part.text.split("\n")))
    if part.quote in QUOTES:
        return QUOTES[part.quote](part.text)
    known = ", ".join(f"[!{name}]" for name in ("SLIDE", *QUOTES))
    draft.remarks.append(Remark(part.line - 1, "quote", f"'[!{part.quote}]' bestaat niet; wel: {known}"))
    return Text(part.text)


def _note_links(part: _Part, block: Block, draft: Draft) -> None:
    """Adds the references in a part to the draft, and what is wrong with its links."""
    if isinstance(block, Drawing):
        draft.references.append(Reference(part.line, "drawing", block.file, alone=True))
        if not block.alt:
            draft.remarks.append(Remark(part.line, "drawing", f"'{block.file}' heeft geen beschrijving tussen [ ]"))
        return
    alone = isinstance(block, tuple(BLOCK_SCHEMES.values()))
    references, remarks = find_links(part.text, part.line)
    draft.references.extend(replace(reference, alone=alone) for reference in references)
    draft.remarks.extend(remarks)
    for found in BARE_ADDRESS.finditer(part.text):
        line = part.line + part.text.count("\n", 0, found.start())
        draft.remarks.append(Remark(line, "link", _outside(found.group())))
    if "![" in part.text:
        draft.remarks.append(Remark(part.line, "drawing", "zet een tekening op een eigen regel, tussen lege regels"))


def _joined(blocks: list[Block]) -> list[Block]:
    """Neighbouring texts become one: one element on the page costs a fraction of ten."""
    joined: list[Block] = []
    for block in blocks:
        if isinstance(block, Text) and joined and isinstance(last := joined[-1], Text):
            joined[-1] = Text(f"{last.markdown}\n\n{block.markdown}")
        else:
            joined.append(block)
    return joined


def _source_ids(text: str) -> tuple[str, ...]:
    return tuple(found["target"].removeprefix("source:") for found in LINK.finditer(text))
