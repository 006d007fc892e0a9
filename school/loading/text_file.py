"""Reading a file of the content as text; what the text means is not looked at here."""

from pathlib import Path

from school.loading.problems import Problem

MAX_BYTES = 1_000_000


def read_text(root: Path, file: str, problems: list[Problem]) -> str | None:
    """The text of `root / file`; nothing, and a problem more, when it cannot be read as UTF-8 of at most 1 MB."""
    path = root / file
    try:
        if path.stat().st_size > MAX_BYTES:
            problems.append(Problem(file, 1, "bestand", "dit bestand is groter dan 1 MB"))
            return None
        content = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(file, 1, "bestand", "dit bestand ontbreekt"))
        return None
    except OSError as error:
        problems.append(Problem(file, 1, "bestand", f"dit bestand kan niet gelezen worden ({error.strerror})"))
        return None
    return _decoded(content, file, problems)


def _decoded(content: bytes, file: str, problems: list[Problem]) -> str | None:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.append(Problem(file, line, "bestand", "dit is geen UTF-8: bewaar het bestand opnieuw als UTF-8"))
        return None
