"""Whether everything that is pointed at exists, and everything that exists is pointed at."""

from collections.abc import Iterator, Mapping

from school.lesson import BLOCK_SCHEMES, MAYBE_LINK, Reference, find_links
from school.loading.known import Known
from school.loading.problems import Problem
from school.loading.written import Written, WrittenModule
from school.loading.yaml_file import YamlFile
from school.loading.yaml_text import Trail

ALONE = "zet deze link op een eigen regel, met een lege regel erboven en eronder"


def check_links(written: Written, known: Known) -> Iterator[Problem]:
    """Problems with links in lessons and other texts, and warnings about what is never used."""
    for place, reference in written.references:
        yield from _check_reference(place, reference, known)
    for module in written.modules:
        yield from _check_exercises(module, known)
        yield from _check_explainers(module, known)
    for file in written.files():
        yield from _check_texts(file)
    yield from _check_contacts(written.contacts, known)
    yield from _check_films(written)
    yield from _unused_media(written)


def _check_reference(file: str, reference: Reference, known: Known) -> Iterator[Problem]:
    scheme, target = reference.scheme, reference.target
    fault = known.fault(scheme, target)
    if fault:
        yield Problem(file, reference.line, scheme, fault)
    elif scheme == "media" and reference.alone and known.has("link", target) and not known.has("film", target):
        yield Problem(file, reference.line, scheme, f"'{target}' is een link en geen film: zet hem in een zin")
    elif not reference.alone and _stands_alone(scheme, target, known):
        yield Problem(file, reference.line, scheme, ALONE)


def _stands_alone(scheme: str, target: str, known: Known) -> bool:
    return known.has("film", target) if scheme == "media" else scheme in BLOCK_SCHEMES


def _check_exercises(module: WrittenModule, known: Known) -> Iterator[Problem]:
    """Exercises are placed in the lesson of their own module."""
    if module.draft is None or not module.info.readable:
        return
    placed = {reference.target for reference in module.draft.references if reference.scheme == "exercise"}
    own = module.info.entries("exercises")
    for reference in module.draft.references:
        if reference.scheme == "exercise" and reference.target not in own and known.has("exercise", reference.target):
            message = f"de oefening '{reference.target}' hoort bij een andere module"
            yield Problem(module.lesson_file, reference.line, "exercise", message)
    for name in own:
        if name not in placed:
            message = "deze oefening staat nog niet in de les"
            yield module.info.problem(("exercises", name), message, warning=True)


def _check_texts(file: YamlFile) -> Iterator[Problem]:
    """Addresses in running text; the fields that are an address are checked with their form."""
    for trail, value in file.values:
        if isinstance(value, str):
            for remark in find_links(value, 1)[1] if MAYBE_LINK in value else ():
                yield file.problem(trail, remark.message)
            if "http://" in value and trail[-1] != "url" and "](http://" not in value:
                yield file.problem(trail, "hier staat een adres met http: gebruik https")


def _check_explainers(module: WrittenModule, known: Known) -> Iterator[Problem]:
    """What an explainer points at exists, and the lesson of its own module shows it."""
    references = module.draft.references if module.draft else []
    shown = [reference for reference in references if reference.scheme == "explainer"]
    for reference in shown:
        if reference.target not in module.explainers and known.has("explainer", reference.target):
            yield Problem(module.lesson_file, reference.line, "explainer", f"de uitleg '{reference.target}' hoort bij een andere module")
    for name, file in module.explainers.items():
        drawing = file.data.get("drawing")
        if isinstance(drawing, str) and (fault := known.fault("drawing", drawing)):
            yield file.problem(("drawing",), fault)
        for trail, film in _films_in(file):
            if fault := known.fault("film", film):
                yield file.problem(trail, fault)
        yield from check_sources(file, (), file.data, known)
        if module.draft is not None and name not in {reference.target for reference in shown}:
            yield file.problem((), "deze uitleg staat nog niet in de les", warning=True)


def _films_in(file: YamlFile) -> Iterator[tuple[Trail, str]]:
    """The films that an explainer shows, each with its place."""
    for name, stage in file.entries("stages").items():
        film = stage.get("film") if isinstance(stage, dict) else None
        if isinstance(film, str):
            yield ("stages", name, "film"), film


def _check_contacts(contacts: YamlFile, known: Known) -> Iterator[Problem]:
    for name, helpline in contacts.entries("helplines").items():
        fields = helpline if isinstance(helpline, dict) else {}
        trail = ("helplines", name)
        link = fields.get("url_link")
        if isinstance(link, str) and (fault := known.fault("link", link)):
            yield contacts.problem((*trail, "url_link"), fault)
        yield from check_sources(contacts, trail, fields, known)


def check_sources(file: YamlFile, trail: tuple[str, ...], fields: Mapping[str, object], known: Known) -> Iterator[Problem]:
    """Problems with the list `sources` of something."""
    sources = fields.get("sources")
    for place, source in enumerate(sources if isinstance(sources, list) else []):
        if isinstance(source, str) and (fault := known.fault("source", source)):
            yield file.problem((*trail, "sources", place), fault)


def _check_films(written: Written) -> Iterator[Problem]:
    """Own films stand in the folder of films; a path to somewhere else is no film."""
    for name, film in written.media.entries("films").items():
        file = film.get("file") if isinstance(film, dict) else None
        if isinstance(file, str) and file not in written.own_films:
            yield written.media.problem(("films", name, "file"), f"het bestand '{file}' staat niet in de map films")


def _unused_media(written: Written) -> Iterator[Problem]:
    if any(module.draft is None for module in written.modules) or not all(file.readable for file in written.files()):
        return
    used = {reference.target for _, reference in written.references if reference.scheme == "media"}
    used |= {film for module in written.modules for file in module.explainers.values() for _, film in _films_in(file)}
    lines = written.contacts.entries("helplines").values()
    used |= {str(line.get("url_link")) for line in lines if isinstance(line, dict)}
    for sort, noun in (("films", "deze film"), ("links", "deze link")):
        for name in written.media.entries(sort):
            if name not in used:
                yield written.media.problem((sort, name), f"{noun} wordt nergens gebruikt", warning=True)
