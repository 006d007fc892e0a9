"""YAML in plain values, with the line of every key; no file, and nothing about what the values mean.

The values are built from the parser's events and not by the library's loader. So all double keys are found at once,
tags cannot run code, and a text can neither explode (no aliases) nor exhaust the stack (limited nesting).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import ScalarNode

from school.loading.yaml_errors import in_dutch, line_of

Trail = tuple[str | int, ...]
"""Where a value stands: keys, and places in lists."""

MAX_DEPTH = 20
RESOLVER = YAML(typ="safe", pure=True).resolver
"""Says what a text without quotes means."""
FIRST_LETTERS = frozenset(RESOLVER.versioned_resolver)
"""What begins with another one is a text; asking the resolver takes longer than all the rest."""


@dataclass(frozen=True)
class Fault:
    """Something wrong with the YAML itself."""

    line: int
    field: str
    message: str


@dataclass(frozen=True)
class Parsed:
    """What a YAML text says. `whole` is false when it could not be read to the end; then `data` is nothing."""

    data: object
    lines: Mapping[Trail, int]
    faults: tuple[Fault, ...]
    whole: bool


@dataclass
class _Open:
    """A mapping or list that is being filled; `key` is where the next value goes."""

    content: dict[str, object] | list[object]
    trail: Trail
    key: str | None = None


@dataclass
class _Tree:
    """The values so far."""

    data: object = None
    lines: dict[Trail, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0


@lru_cache(maxsize=128)
def parse(text: str) -> Parsed:
    """What `text` says. Kept, since after one edit all other files are still the same; so never change the result.

    The parser in C is eighteen times faster (0.02 s for the whole course); what it finds faulty is read again by the one
    in Python, whose faults we know how to say in Dutch.
    """
    quick = _read(text, YAML(typ="safe"))
    return quick if quick.whole and not quick.faults else _read(text, YAML(typ="safe", pure=True))


def _read(text: str, parser: YAML) -> Parsed:
    tree = _Tree()
    whole = True
    try:
        for event in parser.parse(text):
            refusal = _refusal(event, tree)
            if refusal:
                tree.faults.append(Fault(event.start_mark.line + 1, "yaml", refusal))
                whole = False
                break
            _take(event, tree)
    except YAMLError as error:
        tree.faults.append(Fault(line_of(error, text), "yaml", in_dutch(error)))
        whole = False
    return Parsed(tree.data if whole else None, tree.lines, tuple(tree.faults), whole)


def _refusal(event: Event, tree: _Tree) -> str | None:
    """Why reading stops at this event, if it does."""
    if isinstance(event, ScalarEvent) and event.anchor is None and event.ctag is None:
        return None  # nearly all of them
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        return "verwijzingen met '&' en '*' kunnen hier niet: schrijf de tekst uit, of zet er aanhalingstekens om"
    if isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)) and event.tag:
        return "een label met '!' kan hier niet: haal het weg, of zet de tekst tussen aanhalingstekens"
    if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
        if len(tree.stack) >= MAX_DEPTH:
            return f"dit gaat meer dan {MAX_DEPTH} niveaus diep"
        if tree.stack and isinstance(tree.stack[-1].content, dict) and tree.stack[-1].key is None:
            return "een naam is een woord, geen lijst: staat er een haakje te veel?"
    if isinstance(event, DocumentStartEvent) and tree.documents:
        return "hier begint een tweede document: haal de regel '---' weg"
    return None


def _take(event: Event, tree: _Tree) -> None:
    if isinstance(event, ScalarEvent):
        top = tree.stack[-1] if tree.stack else None
        if top and top.key is None and isinstance(top.content, dict):
            _open_key(event, top, tree)
        else:
            _put(_plain(event), event, tree)
    elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
        content: dict[str, object] | list[object] = {} if isinstance(event, MappingStartEvent) else []
        trail = _put(content, event, tree)
        tree.stack.append(_Open(content, trail))
    elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
        tree.stack.pop()
    elif isinstance(event, DocumentStartEvent):
        tree.documents += 1


def _open_key(event: ScalarEvent, top: _Open, tree: _Tree) -> None:
    """A key is the text that is written, so that 113 can be a name as well."""
    key, line = str(event.value), event.start_mark.line + 1
    trail = (*top.trail, key)
    if isinstance(top.content, dict) and key in top.content:
        message = f"'{key}' staat er twee keer (ook op regel {tree.lines[trail]})"
        tree.faults.append(Fault(line, dotted(trail), message))
    tree.lines[trail] = line
    top.key = key


def _put(value: object, event: Event, tree: _Tree) -> Trail:
    """Puts a value where it belongs; gives its trail."""
    if not tree.stack:
        tree.data = value
        return ()
    top = tree.stack[-1]
    if isinstance(top.content, list):
        trail: Trail = (*top.trail, len(top.content))
        tree.lines[trail] = event.start_mark.line + 1
        top.content.append(value)
        return trail
    assert top.key is not None
    trail = (*top.trail, top.key)
    top.content[top.key] = value
    top.key = None
    return trail


def _plain(event: ScalarEvent) -> object:
    """The value of a scalar; text when it only looks like a number or a date."""
    text = str(event.value)
    if not event.implicit[0] or text[:1] not in FIRST_LETTERS:
        return text
    kind = str(RESOLVER.resolve(ScalarNode, text, (True, False))).rpartition(":")[2]
    try:
        return _value(kind, text)
    except ValueError:
        return text


def _value(kind: str, text: str) -> object:
    match kind:
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            digits = text.replace("_", "")
            return int(digits) if digits.lstrip("+-").isdigit() else int(digits, 0)
        case "float":
            return float(text.replace("_", ""))
        case "timestamp":
            return date.fromisoformat(text)
        case _:
            return text


def dotted(trail: Trail) -> str:
    """`questions.eerste.options`, as it is shown to the author."""
    return ".".join(map(str, trail))
