"""The documents tell the truth: examples are good content, and every kind, message, command and setting is real."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, RootModel, ValidationError

from school import lesson, settings
from school.addresses import PAGES
from school.cli import COMMANDS
from school.content import About, BlueprintInfo, Contacts, ModuleInfo, QuizInfo
from school.explainers.kinds import ExplainerFile
from school.grading import grade, parse, solution
from school.lesson import Block, read_lesson
from school.loading.reading import Media, Terms
from school.loading.yaml_text import parse as parse_yaml
from school.pocket_card import PocketCard
from school.tasks import Id, Task

ROOT = Path(__file__).parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "docs" / "schrijven.md", ROOT / "docs" / "beheer.md", *DECISIONS]
FENCE = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
MAKE = re.compile(r"\bmake ([a-z][a-z-]*)")
LINK = re.compile(r"\]\((?!https?://)(?P<path>[^)#\s]+)(?:#[^)\s]*)?\)")
KINDS = [get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(get_args(Task)[0])]


class Tasks(RootModel[dict[Id, Task]]):
    """Exercises or questions, as they stand under `exercises:` or `questions:`."""


class WithCard(BaseModel):
    """A card, as it stands under `card:`."""

    card: PocketCard


FORMS: dict[str, type[BaseModel]] = {
    "taken": Tasks,
    "module": ModuleInfo,
    "uitleg": ExplainerFile,
    "kaart": WithCard,
    "toets": QuizInfo,
    "toetsvragen": BlueprintInfo,
    "media": Media,
    "begrippen": Terms,
    "contacten": Contacts,
    "cursus": About,
}


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


WRITING, RUNNING, README = _text("docs/schrijven.md"), _text("docs/beheer.md"), _text("README.md")


def _examples(language: str) -> list[Any]:
    """The examples in schrijven.md in this language; `id` is the heading that each stands under."""
    found = []
    for fence in FENCE.finditer(WRITING):
        name, _, form = fence["kind"].partition(" ")
        if name == language:
            heading = re.findall(r"^##+ (.*)$", WRITING[: fence.start()], re.MULTILINE)[-1]
            found.append(pytest.param(form, fence["text"], id=heading))
    return found


def _values(text: str) -> object:
    parsed = parse_yaml(text)
    assert parsed.whole
    assert not parsed.faults
    return parsed.data


def _tasks(form: BaseModel) -> Iterator[tuple[str, Task]]:
    match form:
        case Tasks(root=tasks):
            yield from tasks.items()
        case QuizInfo():
            yield from form.questions.items()
        case BlueprintInfo():
            for place in form.places.values():
                yield from place.questions.items()


def _all_tasks() -> list[tuple[str, Task]]:
    forms = (FORMS[each.values[0]].model_validate(_values(each.values[1])) for each in _examples("yaml"))
    return [task for form in forms for task in _tasks(form)]


@pytest.mark.parametrize(("form", "text"), _examples("yaml"))
def test_every_yaml_example_is_good_content(form: str, text: str) -> None:
    FORMS[form].model_validate(_values(text))


@pytest.mark.parametrize(("form", "text"), _examples("yaml"))
def test_a_misspelt_yaml_example_would_be_noticed(form: str, text: str) -> None:
    misspelt = re.sub(r"\b(prompt|title|minutes|term|number)(:)", r"\1e\2", text, count=1)
    assert misspelt != text
    with pytest.raises(ValidationError):
        FORMS[form].model_validate(_values(misspelt))


def test_every_example_of_a_task_proves_its_own_answer() -> None:
    for name, task in _all_tasks():
        assert grade(task, parse(task, solution(task))).right, name


def test_no_two_examples_of_a_task_share_a_name() -> None:
    names = [name for name, _ in _all_tasks()]
    assert len(set(names)) == len(names)


def test_every_kind_of_task_has_an_example_under_its_own_heading() -> None:
    assert {task.kind for _, task in _all_tasks()} == set(KINDS)
    for kind in KINDS:
        assert f"\n### {kind}: " in WRITING


def test_every_markdown_example_is_a_good_lesson() -> None:
    for each in _examples("markdown"):
        _, text = each.values
        draft = read_lesson(text if text.startswith("## ") else f"## Titel {{#titel}}\n\n{text}")
        assert [remark.message for remark in draft.remarks] == [], each.id


def test_every_kind_of_block_has_an_example() -> None:
    shown = set()
    for each in _examples("markdown"):
        _, text = each.values
        draft = read_lesson(text if text.startswith("## ") else f"## Titel {{#titel}}\n\n{text}")
        shown |= {type(block) for step in draft.steps for block in step.blocks}
    assert shown == set(get_args(Block))


def test_every_sort_of_link_and_quote_is_explained() -> None:
    for scheme in lesson.OWN_SCHEMES:
        assert f"]({scheme}:" in WRITING
    for quote in ("SLIDE", *lesson.QUOTES):
        assert f"`[!{quote}]`" in WRITING


def test_every_name_that_a_module_cannot_have_is_named() -> None:
    assert [page for page in PAGES if f"`{page}`" not in WRITING] == []


def test_every_message_that_is_explained_can_be_given() -> None:
    files = [*(ROOT / "school").rglob("*.py"), *(ROOT / "tests" / "loading" / "broken").glob("*.yaml")]
    said = "\n".join(path.read_text(encoding="utf-8") for path in files)
    explained = re.findall(r"^\| `(.+)` \| ", WRITING.split("| Melding |")[1], re.MULTILINE)
    assert len(explained) > 30
    assert [message for message in explained if message not in said] == []


def test_every_command_is_described_for_an_administrator() -> None:
    assert [name for name in COMMANDS if f"`python -m school {name}" not in RUNNING] == []


def test_every_command_in_a_document_exists() -> None:
    for document in DOCUMENTS:
        for name in re.findall(r"python -m school ([a-z]+)", document.read_text(encoding="utf-8")):
            assert name in COMMANDS, f"{document.name}: {name}"


def test_every_setting_is_described_and_no_other() -> None:
    real = set(re.findall(r"SCHOOL_[A-Z_]+[A-Z]", Path(settings.__file__).read_text(encoding="utf-8")))
    assert {name for name in real if f"| `{name}` |" in RUNNING} == real
    assert set(re.findall(r"SCHOOL_[A-Z_]+[A-Z]", RUNNING)) == real


def test_every_make_target_in_a_document_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", _text("Makefile"), re.MULTILINE))
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        code = [fence["text"] for fence in FENCE.finditer(text)] + re.findall(r"`([^`\n]+)`", text)
        named = {name for piece in code for name in MAKE.findall(piece) if "apt install" not in piece}
        assert named <= targets, f"{document.name}: {named - targets}"


def test_every_make_target_that_make_help_names_is_in_the_readme() -> None:
    told = re.findall(r"^([a-z-]+):.*##", _text("Makefile"), re.MULTILINE)
    assert [name for name in told if name != "help" and f"`make {name}`" not in README] == []


def test_every_link_to_a_file_leads_somewhere() -> None:
    for document in DOCUMENTS:
        text = FENCE.sub("", document.read_text(encoding="utf-8"))
        for path in LINK.findall(re.sub(r"`[^`\n]*`", "", text)):
            assert (document.parent / path).exists(), f"{document.name}: {path}"


def test_every_link_to_a_heading_leads_somewhere() -> None:
    for name in ("schrijven.md", "beheer.md"):
        text = _text(f"docs/{name}")
        marks = {_mark(heading) for heading in re.findall(r"^##+ (.*)$", text, re.MULTILINE)}
        for document in DOCUMENTS:
            pattern = r"\]\(#([^)]+)\)" if document.name == name else rf"{name}#([^)]+)\)"
            assert set(re.findall(pattern, document.read_text(encoding="utf-8"))) <= marks


def _mark(heading: str) -> str:
    """What a code host makes of a heading, to link to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_dependency_has_its_reason_and_licence() -> None:
    reasons = _text("docs/decisions/0002-dependencies.md")
    for name in ("requirements.txt", "requirements-dev.txt"):
        chosen = _text(name).split("# Needed by those")[0].split("# Chosen on purpose")[1]
        packages = re.findall(r"^([\w.\-\[\]]+)==", chosen, re.MULTILINE)
        assert packages
        assert [package for package in packages if not re.search(rf"^\| {re.escape(package)} \|", reasons, re.MULTILINE)] == []


def test_every_decision_has_its_own_number_and_tells_what_was_rejected() -> None:
    assert len({path.name[:4] for path in DECISIONS}) == len(DECISIONS)
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        assert all(f"\n## {part}" in text for part in ("Context", "Decision", "Rejected")), path.name


def test_the_picture_is_small() -> None:
    assert (ROOT / "docs" / "beeld.png").stat().st_size < 300_000
