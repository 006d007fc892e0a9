"""Whether every id in the course is there once."""

from collections.abc import Iterable, Iterator

from school.addresses import FIRST_MODULE, PAGES
from school.loading.problems import Problem
from school.loading.written import Written, spots
from school.loading.yaml_file import YamlFile
from school.loading.yaml_text import Trail

Spot = tuple[str, YamlFile, Trail]


def check_ids(written: Written) -> Iterator[Problem]:
    """Problems with ids that are used for two things of the same sort."""
    infos = [module.info for module in written.modules]
    yield from _twice((task.id, task.file, task.trail) for task in written.tasks())
    yield from _twice(spot for info in infos for spot in spots(info, "steps"))
    yield from _twice(spot for info in infos for spot in spots(info, "goals"))
    yield from _twice((name, file, ()) for module in written.modules for name, file in module.explainers.items())
    yield from _twice([*spots(written.media, "films"), *spots(written.media, "links")])
    tests = spots(written.blueprint, "tests")
    yield from _twice([*tests, *((name, file, ()) for name, file in written.quizzes.items())])
    yield from _twice((module.id, module.info, ()) for module in written.modules)
    yield from _reserved(written)


def _reserved(written: Written) -> Iterator[Problem]:
    """A module has the address `/id`; the front page is the first one, and no other page of ours may be hidden."""
    for module in written.modules:
        if module.id in PAGES:
            yield module.info.problem((), f"'/{module.id}' is al het adres van een andere pagina: noem deze module anders")
    if written.modules and FIRST_MODULE not in {module.id for module in written.modules}:
        yield Problem("modules", 1, "map", f"de module '{FIRST_MODULE}' ontbreekt: zij is de voorpagina van de cursus")


def _twice(found: Iterable[Spot]) -> Iterator[Problem]:
    first: dict[str, Spot] = {}
    for name, file, trail in found:
        _, other, there = first.setdefault(name, (name, file, trail))
        if (other, there) != (file, trail):
            yield file.problem(trail, f"de naam '{name}' bestaat al: {other.file}:{other.line(there)}")
