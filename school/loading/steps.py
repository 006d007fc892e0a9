"""Whether each lesson and its module.yaml tell of the same steps."""

from collections.abc import Iterator

from school.lesson import DraftStep
from school.loading.problems import Problem, did_you_mean
from school.loading.written import Written, WrittenModule
from school.tasks import KEBAB


def check_steps(written: Written) -> Iterator[Problem]:
    """Problems with the steps of all modules."""
    for module in written.modules:
        if module.draft is None or not module.draft.steps:
            continue
        named = [step for step in module.draft.steps if step.id]
        yield from _misnamed(module, named)
        if module.info.readable:
            yield from _not_both(module, named)
            yield from _out_of_order(module, named)


def _misnamed(module: WrittenModule, named: list[DraftStep]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for step in named:
        if not KEBAB.fullmatch(step.id):
            message = f"'{step.id}' is geen geldige naam: gebruik kleine letters, cijfers en koppeltekens"
            yield Problem(module.lesson_file, step.line, "step", message)
        if step.id in seen:
            message = f"de stap '{step.id}' staat er twee keer (ook op regel {seen[step.id]})"
            yield Problem(module.lesson_file, step.line, "step", message)
        seen.setdefault(step.id, step.line)


def _not_both(module: WrittenModule, named: list[DraftStep]) -> Iterator[Problem]:
    listed, drafted = list(module.info.entries("steps")), [step.id for step in named]
    for step in named:
        if step.id not in listed:
            message = f"de stap '{step.id}' staat niet bij 'steps' in module.yaml{did_you_mean(step.id, listed)}"
            yield Problem(module.lesson_file, step.line, "step", message)
    for name in listed:
        if name not in drafted:
            message = f"deze stap staat niet in lesson.md{did_you_mean(name, drafted)}"
            yield module.info.problem(("steps", name), message)


def _out_of_order(module: WrittenModule, named: list[DraftStep]) -> Iterator[Problem]:
    listed, drafted = list(module.info.entries("steps")), list(dict.fromkeys(step.id for step in named))
    if listed != drafted and set(listed) == set(drafted):
        yield module.info.problem(("steps",), "de stappen staan hier in een andere volgorde dan in lesson.md")
