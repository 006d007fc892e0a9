"""`python -m school`: the table of subcommands; each is one small function that says what it needs and does."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from school.content import Course
from school.loading import Problem, read_course, serious

OK, PROBLEMS, WRONG_USE = 0, 1, 2


@dataclass(frozen=True)
class Command:
    """A subcommand: `arguments` adds what it wants to know, `run` does it and gives the exit code."""

    summary: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


COMMANDS: dict[str, Command] = {}


def command(
    name: str, *, summary: str, arguments: Callable[[argparse.ArgumentParser], None]
) -> Callable[[Callable[[argparse.Namespace], int]], Callable[[argparse.Namespace], int]]:
    """Puts the decorated function in the table under `name`."""

    def register(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
        COMMANDS[name] = Command(summary, arguments, run)
        return run

    return register


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one subcommand; gives 0 (well), 1 (problems were found) or 2 (wrong use)."""
    parser = argparse.ArgumentParser(prog="python -m school", description="Beheer van de cursus.")
    subparsers = parser.add_subparsers(dest="command", metavar="OPDRACHT", required=True)
    for name, told in COMMANDS.items():
        told.arguments(subparsers.add_parser(name, help=told.summary, description=told.summary))
    try:
        given = parser.parse_args(argv)
    except SystemExit as stopped:  # argparse has already said why
        return OK if stopped.code in (0, None) else WRONG_USE
    return COMMANDS[given.command].run(given)


def content_root() -> Path:
    """Where the content stands: `SCHOOL_CONTENT`, else this repository."""
    return Path(os.environ.get("SCHOOL_CONTENT") or Path(__file__).parent.parent)


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("root", metavar="ROOT", nargs="?", type=Path, help="de map met modules en quizzes")
    parser.add_argument("--json", action="store_true", help="toon de problemen als JSON")


@command("check", summary="Kijk de inhoud na: alle fouten in één keer.", arguments=_check_arguments)
def check(given: argparse.Namespace) -> int:
    """Says what is wrong in the content; warnings alone are no reason to fail."""
    root: Path = given.root or content_root()
    if not root.is_dir():
        print(f"'{root}' is geen map", file=sys.stderr)
        return WRONG_USE
    course, problems = read_course(root, today=today())
    if given.json:
        print(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            print(f"{problem} (waarschuwing)" if problem.warning else problem)
        print(_closing_line(course, problems))
    return PROBLEMS if serious(problems) else OK


def today() -> date:
    """The day on the clock of this machine."""
    return datetime.now().astimezone().date()


def _closing_line(course: Course | None, problems: list[Problem]) -> str:
    wrong = len(serious(problems))
    warnings = len(problems) - wrong
    found = [_count(wrong, "probleem", "problemen")] if wrong else []
    found += [_count(warnings, "waarschuwing", "waarschuwingen")] if warnings else []
    if course is None:
        return ", ".join(found)
    return f"{'Geen problemen, ' + found[0] if found else 'Alles in orde'}: {_size(course)}"


def _size(course: Course) -> str:
    exercises = sum(len(module.exercises) for module in course.modules)
    return ", ".join(
        [
            _count(len(course.modules), "module", "modules"),
            _count(sum(1 for _ in course.steps()), "stap", "stappen"),
            _count(exercises, "oefening", "oefeningen"),
            _count(len(course.quizzes), "toets", "toetsen"),
            _count(len(course.tasks) - exercises, "vraag", "vragen"),
        ]
    )


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
