"""A YAML file of the content as it was read: its values, and where each stands; its form is not checked here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from school.loading.problems import Problem
from school.loading.text_file import read_text
from school.loading.yaml_text import Trail, dotted, parse


@dataclass(frozen=True)
class YamlFile:
    """The values in a file. When it is not `readable` there are none, so nothing can be said about what is missing."""

    file: str
    data: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[Trail, int] = field(default_factory=dict)
    readable: bool = False

    def problem(self, trail: Trail, message: str, *, warning: bool = False) -> Problem:
        """A problem with the value at `trail`, on the line of its key or of the nearest key above it."""
        return Problem(self.file, self.line(trail), dotted(trail) or "bestand", message, warning)

    def line(self, trail: Trail) -> int:
        """The line of `trail`, or of the nearest existing parent."""
        return next((self.lines[trail[:end]] for end in range(len(trail), 0, -1) if trail[:end] in self.lines), 1)

    def entries(self, *trail: str) -> Mapping[str, object]:
        """The mapping at `trail`; empty when there is something else or nothing."""
        found: object = self.data
        for key in trail:
            found = found.get(key) if isinstance(found, dict) else None
        return found if isinstance(found, dict) else {}

    def is_mapping(self, key: str | None = None) -> bool:
        """Whether under `key` there are names, or `key` is not there; if not, names may be hidden in what is there."""
        return key is None or isinstance(self.data.get(key, {}), dict)

    @cached_property
    def values(self) -> tuple[tuple[Trail, object], ...]:
        """Every single value with its trail."""
        return tuple(_leaves(self.data, ()))


def _leaves(value: object, trail: Trail) -> Iterator[tuple[Trail, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*trail, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _leaves(inner, (*trail, place))
    else:
        yield trail, value


def read_yaml(root: Path, file: str, problems: list[Problem]) -> YamlFile:
    """The file at `root / file`; what is wrong with it as YAML is added to `problems`."""
    text = read_text(root, file, problems)
    if text is None:
        return YamlFile(file)
    parsed = parse(text)
    problems.extend(Problem(file, fault.line, fault.field, fault.message) for fault in parsed.faults)
    if not parsed.whole:
        return YamlFile(file)
    if not isinstance(parsed.data, dict):
        message = "hier horen namen met een waarde erachter, zoals 'title: Hechting'"
        problems.append(Problem(file, 1, "bestand", "dit bestand is leeg" if parsed.data is None else message))
        return YamlFile(file)
    return YamlFile(file, parsed.data, parsed.lines, readable=True)
