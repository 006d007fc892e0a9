"""Files -> Course, or every problem at once; nothing is kept here from one read to the next."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import Field, RootModel

from school.content import (
    About,
    BlueprintInfo,
    Contacts,
    Course,
    Film,
    Link,
    Module,
    ModuleInfo,
    Quiz,
    QuizInfo,
    Source,
    Step,
    Term,
)
from school.explainers.kinds import AnyExplainer, ExplainerFile
from school.lesson import Block, Draft, Exercise, Explainer
from school.loading.cards import check_cards
from school.loading.cases import check_cases
from school.loading.dates import check_dates
from school.loading.form import check
from school.loading.ids import check_ids
from school.loading.known import find_known
from school.loading.links import check_links
from school.loading.problems import ContentError, Problem, serious
from school.loading.questions import check_answer, check_tasks
from school.loading.steps import check_steps
from school.loading.written import Written, read_written
from school.tasks import Entry, Id, Task


class Terms(RootModel[dict[Id, Term]]):
    """The file begrippen.yaml."""


class Media(Entry):
    """The file media_links.yaml."""

    films: dict[Id, Film] = Field(default_factory=dict)
    links: dict[Id, Link] = Field(default_factory=dict)
    sources: dict[Id, Source] = Field(default_factory=dict)


def load_course(root: Path, *, today: date) -> Course:
    """The course in `root`; `ContentError` with all problems when it cannot be shown."""
    course, problems = read_course(root, today=today)
    if course is None:
        raise ContentError(problems)
    return course


def read_course(root: Path, *, today: date) -> tuple[Course | None, list[Problem]]:
    """The course in `root`, if it can be shown, and all problems and warnings, in the order of files and lines."""
    problems: list[Problem] = []
    written = read_written(root, problems)
    course = _in_form(written, problems)
    known = find_known(written)
    problems.extend(check_ids(written))
    problems.extend(check_steps(written))
    problems.extend(check_tasks(written, known))
    problems.extend(check_links(written, known))
    problems.extend(check_cards(written, known))
    problems.extend(check_cases(written))
    problems.extend(check_dates(written, today=today))
    if course is not None:
        problems.extend(_check_answers(written, course))
    problems = sorted(set(problems))
    return (None if serious(problems) else course), problems


def _check_answers(written: Written, course: Course) -> Iterator[Problem]:
    for task in written.tasks():
        yield from check_answer(task, course.tasks[task.id])


def _in_form(written: Written, problems: list[Problem]) -> Course | None:
    """The course, when every file has its form; links may still lead nowhere."""
    about = check(written.about, About, problems)
    terms = check(written.terms, Terms, problems)
    contacts = check(written.contacts, Contacts, problems)
    media = check(written.media, Media, problems)
    blueprint = check(written.blueprint, BlueprintInfo, problems)
    modules = [(module, check(module.info, ModuleInfo, problems)) for module in written.modules]
    explainers = {name: check(file, ExplainerFile, problems) for module in written.modules for name, file in module.explainers.items()}
    quizzes = {name: check(file, QuizInfo, problems) for name, file in written.quizzes.items()}
    if not (about and terms and contacts and media and blueprint):
        return None
    explained = {name: file.root for name, file in explainers.items() if file}
    made = [_module(module.id, info, module.draft, explained) for module, info in modules if info and module.draft]
    practice = {name: info for name, info in quizzes.items() if info}
    if len(made) < len(modules) or len(practice) < len(quizzes) or len(explained) < len(explainers):
        return None
    return Course(
        about=about,
        modules=tuple(made),
        quizzes=_quizzes(written, practice, blueprint),
        places=blueprint.places,
        tasks=_tasks(made, explained, practice, blueprint),
        films=media.films,
        links=media.links,
        sources=media.sources,
        terms=terms.root,
        contacts=contacts,
        drawings=dict(written.drawings),
        explainers=explained,
    )


def _module(module_id: str, info: ModuleInfo, draft: Draft, explainers: Mapping[str, AnyExplainer]) -> Module:
    steps = []
    for drafted in draft.steps:
        told = info.steps.get(drafted.id)
        if told:
            blocks, title = drafted.blocks, drafted.title
            tasks = tuple(_exercises(blocks, explainers))
            steps.append(Step(drafted.id, module_id, title, told.minutes, told.aim, told.note, blocks, tasks))
    return Module(module_id, info.title, info.summary, info.goals, tuple(steps), info.exercises, info.card)


def _exercises(blocks: Iterable[Block], explainers: Mapping[str, AnyExplainer]) -> Iterator[str]:
    """Ids of the exercises in these blocks, in reading order; those of an explainer where it stands."""
    for block in blocks:
        if isinstance(block, Exercise):
            yield block.id
        elif isinstance(block, Explainer) and block.id in explainers:
            yield from explainers[block.id].exercises


def _quizzes(written: Written, practice: dict[str, QuizInfo], blueprint: BlueprintInfo) -> dict[str, Quiz]:
    """Practice quizzes in the order in which lessons lead to them, then the tests."""
    led_to = [reference.target for _, reference in written.references if reference.scheme == "quiz"]
    order = dict.fromkeys([name for name in led_to if name in practice] + list(practice))
    quizzes = {}
    for name in order:
        info = practice[name]
        quizzes[name] = Quiz(name, info.title, info.intro, info.minutes, info.pass_mark, questions=tuple(info.questions))
    for test, told in blueprint.tests.items():
        quizzes[test] = Quiz(test, told.title, told.intro, told.minutes, told.pass_mark, kind="test")
    return quizzes


def _tasks(
    modules: list[Module], explainers: Mapping[str, AnyExplainer], practice: dict[str, QuizInfo], blueprint: BlueprintInfo
) -> dict[str, Task]:
    tasks: dict[str, Task] = {}
    for module in modules:
        tasks |= module.exercises
    for explainer in explainers.values():
        tasks |= explainer.exercises
    for info in practice.values():
        tasks |= info.questions
    for place in blueprint.places.values():
        tasks |= place.questions
    return tasks
