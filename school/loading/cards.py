"""Whether what the card of each module points at exists; its form is checked with that of the module."""

from collections.abc import Iterator

from school.loading.known import Known
from school.loading.links import check_sources
from school.loading.problems import Problem
from school.loading.written import Written
from school.loading.yaml_file import YamlFile

PAGES = ("left", "right")


def check_cards(written: Written, known: Known) -> Iterator[Problem]:
    """Problems with the sources and the help lines of the cards."""
    for module in written.modules:
        yield from check_sources(module.info, ("card",), module.info.entries("card"), known)
        for page in PAGES:
            for part in module.info.entries("card", page):
                yield from _check_helplines(module.info, ("card", page, part), known)


def _check_helplines(file: YamlFile, trail: tuple[str, ...], known: Known) -> Iterator[Problem]:
    names = file.entries(*trail).get("helplines")
    for place, name in enumerate(names if isinstance(names, list) else []):
        if isinstance(name, str) and (fault := known.fault("helpline", name)):
            yield file.problem((*trail, "helplines", place), fault)
