"""What exists to link to, and whether a name is one of those; no file is read here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from school.loading.problems import did_you_mean
from school.loading.written import Written
from school.loading.yaml_file import YamlFile

CONTACT_LISTS = frozenset({"hulplijnen", "sessie-2018"})
NOUNS = {
    "media": "de film of link",
    "film": "de film",
    "exercise": "de oefening",
    "quiz": "de toets",
    "explainer": "de uitleg",
    "contacts": "de contactlijst",
    "source": "de bron",
    "term": "het begrip",
    "step": "de stap",
    "goal": "het doel",
    "drawing": "de tekening",
    "link": "de link",
    "helpline": "de hulplijn",
}


@dataclass(frozen=True)
class Known:
    """Names per sort of thing. A sort whose file could not be read is not in it: then nothing can be missing."""

    names: Mapping[str, frozenset[str]]

    def fault(self, sort: str, name: str) -> str | None:
        """The sentence about a name that does not exist, with the name that was probably meant."""
        known = self.names.get(sort)
        if known is None or name in known:
            return None
        return f"{NOUNS[sort]} '{name}' bestaat niet{did_you_mean(name, sorted(known))}"

    def has(self, sort: str, name: str) -> bool:
        """Whether this name is surely there."""
        return name in self.names.get(sort, ())


def find_known(written: Written) -> Known:
    """What exists in these files, also when it has faults itself: one mistake gives one problem."""
    infos = [module.info for module in written.modules]
    names = {
        "contacts": CONTACT_LISTS,
        "drawing": frozenset(written.drawings),
        "quiz": frozenset({*written.quizzes, *written.blueprint.entries("tests")}),
        "step": _steps(written),
        **_from([written.terms], term=((),)),
        **_from([written.contacts], helpline=(("helplines",),)),
        **_from([written.media], film=(("films",),), link=(("links",),), media=(("films",), ("links",))),
        **_from([written.media], source=(("sources",),)),
        "explainer": frozenset(name for module in written.modules for name in module.explainers),
        **_from(infos, goal=(("goals",),)),
        **_from(_with_exercises(written), exercise=(("exercises",),)),
    }
    if not written.blueprint.readable:
        del names["quiz"]
    return Known(names)


def _from(files: Iterable[YamlFile], **sorts: tuple[tuple[str, ...], ...]) -> dict[str, frozenset[str]]:
    files = list(files)
    trails = {trail for given in sorts.values() for trail in given}
    if not all(file.readable and file.is_mapping(*trail) for file in files for trail in trails):
        return {}
    return {sort: frozenset(name for file in files for trail in trails for name in file.entries(*trail)) for sort, trails in sorts.items()}


def _with_exercises(written: Written) -> list[YamlFile]:
    return [file for module in written.modules for file in (module.info, *module.explainers.values())]


def _steps(written: Written) -> frozenset[str]:
    """Addresses of steps that stand in a lesson or in module.yaml; that these agree is another check."""
    drafted = {f"{m.id}/{step.id}" for m in written.modules if m.draft for step in m.draft.steps if step.id}
    listed = {f"{module.id}/{step}" for module in written.modules for step in module.info.entries("steps")}
    return frozenset(drafted | listed)
