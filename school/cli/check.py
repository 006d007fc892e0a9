"""`check`: what is wrong in the content."""

import argparse
import json
import os
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from school.cli.command import OK, PROBLEMS, WRONG_USE, Command, complain, say
from school.content import Course
from school.dutch import count
from school.loading import Problem, read_course, serious
from school.settings import ROOT


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("root", metavar="MAP", nargs="?", type=Path, help="de map met modules en quizzes")
    parser.add_argument("--json", action="store_true", help="toon de problemen als JSON")


def _check(given: argparse.Namespace) -> int:
    """Says what is wrong; warnings alone are no reason to fail."""
    root: Path = given.root or content_root()
    if not root.is_dir():
        complain(f"'{root}' is geen map")
        return WRONG_USE
    course, problems = read_course(root, today=today())
    if given.json:
        say(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            say(f"{problem} (waarschuwing)" if problem.warning else problem)
        say(_closing_line(course, problems))
    return PROBLEMS if serious(problems) else OK


COMMAND = Command("Kijk de inhoud na: alle fouten in één keer.", _arguments, _check)


def content_root() -> Path:
    """Where the content stands: `SCHOOL_CONTENT`, else this repository."""
    return Path(os.environ.get("SCHOOL_CONTENT") or ROOT)


def today() -> date:
    """The day on the clock of this machine."""
    return datetime.now().astimezone().date()


def _closing_line(course: Course | None, problems: list[Problem]) -> str:
    wrong = len(serious(problems))
    warnings = len(problems) - wrong
    found = [count(wrong, "probleem", "problemen")] if wrong else []
    found += [count(warnings, "waarschuwing", "waarschuwingen")] if warnings else []
    if course is None:
        return ", ".join(found)
    return f"{'Geen problemen, ' + found[0] if found else 'Alles in orde'}: {_size(course)}"


def _size(course: Course) -> str:
    exercises = sum(len(holder.exercises) for holder in (*course.modules, *course.explainers.values()))
    return ", ".join(
        [
            count(len(course.modules), "module", "modules"),
            count(sum(1 for _ in course.steps()), "stap", "stappen"),
            count(exercises, "oefening", "oefeningen"),
            count(len(course.quizzes), "toets", "toetsen"),
            count(len(course.tasks) - exercises, "vraag", "vragen"),
        ]
    )
