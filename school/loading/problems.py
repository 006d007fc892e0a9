"""What is wrong in the content, with the place where it stands; nothing is read or checked here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in a file (a path relative to the content's root), on a line (from 1), in a field.

    A warning is worth a look, and never keeps the course from being shown.
    """

    file: str
    line: int
    field: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.message}"


class ContentError(Exception):
    """The files are wrong: `problems` says what, all at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)


def serious(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that keep the course from being shown."""
    return [problem for problem in problems if not problem.warning]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """` (bedoel je 'x'?)` when something known looks like `name`, else nothing."""
    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" (bedoel je '{close[0]}'?)" if close else ""
