"""Everything that stands in the content's files, as it was read: not yet in its form, not yet checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from school.lesson import MAYBE_LINK, Draft, Reference, find_links, read_lesson
from school.loading.problems import Problem
from school.loading.text_file import read_text
from school.loading.yaml_file import YamlFile, read_yaml
from school.loading.yaml_text import Trail
from school.tasks import KEBAB

ABOUT, TERMS, CONTACTS = "modules/cursus.yaml", "modules/begrippen.yaml", "modules/contacten.yaml"
MEDIA = "media_links.yaml"
BLUEPRINT = "toetsvragen"
FILMS = "films"
EXPLAINERS = "explainers"
FOLDER = re.compile(rf"\d\d-{KEBAB.pattern}")


@dataclass(frozen=True)
class WrittenModule:
    """The folder of one module. Without a readable lesson there is no draft."""

    id: str
    info: YamlFile
    lesson_file: str
    draft: Draft | None
    explainers: Mapping[str, YamlFile]


@dataclass(frozen=True)
class WrittenTask:
    """A task as it stands in a file; a question is asked in a quiz, another task in a lesson."""

    id: str
    file: YamlFile
    trail: tuple[str, ...]
    question: bool

    @property
    def fields(self) -> Mapping[str, object]:
        return self.file.entries(*self.trail)


@dataclass(frozen=True)
class Written:
    """All files of a course."""

    about: YamlFile
    terms: YamlFile
    contacts: YamlFile
    media: YamlFile
    modules: tuple[WrittenModule, ...]
    quizzes: Mapping[str, YamlFile]
    blueprint: YamlFile
    drawings: Mapping[str, str]
    own_films: frozenset[str]

    def files(self) -> Iterator[YamlFile]:
        """Every YAML file."""
        yield from (self.about, self.terms, self.contacts, self.media, self.blueprint)
        for module in self.modules:
            yield from (module.info, *module.explainers.values())
        yield from self.quizzes.values()

    def tasks(self) -> Iterator[WrittenTask]:
        """Every exercise and question, also those with faults."""
        for module in self.modules:
            for file in (module.info, *module.explainers.values()):
                yield from _tasks(file, ("exercises",), question=False)
        for quiz in self.quizzes.values():
            yield from _tasks(quiz, ("questions",), question=True)
        for place in self.blueprint.entries("places"):
            yield from _tasks(self.blueprint, ("places", place, "questions"), question=True)

    @cached_property
    def references(self) -> tuple[tuple[str, Reference], ...]:
        """Every link to something of ours, with the file it stands in."""
        return tuple(self._references())

    def _references(self) -> Iterator[tuple[str, Reference]]:
        for module in self.modules:
            for reference in module.draft.references if module.draft else ():
                yield module.lesson_file, reference
        for file in self.files():
            for trail, value in file.values:
                if isinstance(value, str) and MAYBE_LINK in value:
                    yield from ((file.file, reference) for reference in find_links(value, file.line(trail))[0])


def _tasks(file: YamlFile, trail: tuple[str, ...], *, question: bool) -> Iterator[WrittenTask]:
    for name in file.entries(*trail):
        yield WrittenTask(name, file, (*trail, name), question)


def read_written(root: Path, problems: list[Problem]) -> Written:
    """All files of the course in `root`. A file `*.en.*` lies over the Dutch one and is left alone here."""
    quizzes = {path.stem: read_yaml(root, f"quizzes/{path.name}", problems) for path in _yaml_paths(root, "quizzes", problems)}
    return Written(
        about=read_yaml(root, ABOUT, problems),
        terms=read_yaml(root, TERMS, problems),
        contacts=read_yaml(root, CONTACTS, problems),
        media=read_yaml(root, MEDIA, problems),
        modules=tuple(_read_module(root, folder, problems) for folder in _module_folders(root, problems)),
        quizzes=quizzes,
        blueprint=read_yaml(root, f"quizzes/{BLUEPRINT}.yaml", problems),
        drawings=_read_drawings(root, problems),
        own_films=frozenset(path.name for path in (root / FILMS).glob("*") if path.is_file()),
    )


def _module_folders(root: Path, problems: list[Problem]) -> list[str]:
    """Names of the folders of modules, in order; a folder with a wrong name is read too, for what else is wrong."""
    folders = [path.name for path in sorted((root / "modules").glob("*")) if path.is_dir() and not path.name.startswith(".")]
    for folder in folders:
        if not FOLDER.fullmatch(folder):
            message = "noem deze map naar zijn plaats en zijn naam, zoals '03-hechting'"
            problems.append(Problem(f"modules/{folder}", 1, "map", message))
    if not folders:
        problems.append(Problem("modules", 1, "map", "er staat hier geen enkele module"))
    return folders


def _read_module(root: Path, folder: str, problems: list[Problem]) -> WrittenModule:
    info = read_yaml(root, f"modules/{folder}/module.yaml", problems)
    lesson_file = f"modules/{folder}/lesson.md"
    text = read_text(root, lesson_file, problems)
    draft = read_lesson(text) if text is not None else None
    remarks = draft.remarks if draft else []
    problems.extend(Problem(lesson_file, remark.line, remark.field, remark.message) for remark in remarks)
    explainers = {path.stem: _inside(root, path, problems) for path in _yaml_paths(root, f"modules/{folder}/{EXPLAINERS}", problems)}
    return WrittenModule(folder.lstrip("0123456789").removeprefix("-"), info, lesson_file, draft, explainers)


def _inside(root: Path, path: Path, problems: list[Problem]) -> YamlFile:
    return read_yaml(root, path.relative_to(root).as_posix(), problems)


def _yaml_paths(root: Path, folder: str, problems: list[Problem]) -> list[Path]:
    """The files in a folder in which each file is one thing, with its id as name."""
    good = []
    for path in sorted((root / folder).glob("[!.]*.y*ml")):
        file = f"{folder}/{path.name}"
        if path.suffix == ".yml":
            problems.append(Problem(file, 1, "bestand", f"noem dit bestand '{path.stem}.yaml'"))
        elif path.stem == BLUEPRINT or path.stem.endswith(".en"):
            continue
        elif not KEBAB.fullmatch(path.stem):
            message = f"'{path.stem}' is geen geldige naam: gebruik kleine letters, cijfers en koppeltekens"
            problems.append(Problem(file, 1, "bestand", message))
        else:
            good.append(path)
    return good


def _read_drawings(root: Path, problems: list[Problem]) -> dict[str, str]:
    """The drawings by file name."""
    drawings: dict[str, str] = {}
    for path in sorted((root / "modules").rglob("*.svg")):
        file = path.relative_to(root).as_posix()
        text = read_text(root, file, problems)
        if path.name in drawings:
            problems.append(Problem(file, 1, "bestand", f"er is nog een tekening die '{path.name}' heet"))
        elif text is not None:
            drawings[path.name] = text
    return drawings


def spots(file: YamlFile, *trail: str) -> Iterator[tuple[str, YamlFile, Trail]]:
    """The names in the mapping at `trail`, each with its place."""
    for name in file.entries(*trail):
        yield name, file, (*trail, name)
