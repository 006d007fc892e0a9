"""One task of each kind, made as an author's text is made."""

from typing import Any

from pydantic import TypeAdapter

from school.tasks import Task

BASE = {"goal": "thee", "prompt": "Vraag?", "why": "Daarom.", "sources": ["boek"], "reviewed": "2026-11-01"}
ANYTHING: TypeAdapter[Task] = TypeAdapter(Task)


def options(*names: str) -> dict[str, dict[str, str]]:
    """An option per name; each with its own feedback and thinking error."""
    return {name: {"text": name.title(), "feedback": f"over {name}", "misconception": f"denkt {name}"} for name in names}


FIELDS: dict[str, dict[str, Any]] = {
    "choice": {"options": options("a", "b", "c"), "answer": "b"},
    "multiple": {"options": options("a", "b", "c", "d", "e"), "answers": ["c", "a", "d"]},
    "true-false": {"answer": "niet-waar", "feedback": {"waar": "nee", "niet-waar": "ja"}, "misconception": "omgekeerd"},
    "number": {
        "answer": 62,
        "accept": {"from": 60, "to": 65},
        "unit": "%",
        "feedback": "goed",
        "mistakes": {
            "laag": {"from": 0, "to": 30, "feedback": "veel te laag", "misconception": "zeldzaam"},
            "rand": {"from": 55, "to": 60, "feedback": "iets te laag"},
        },
        "otherwise": "niet goed",
    },
    "order": {
        "items": {"a": "A", "b": "B", "c": "C", "d": "D"},
        "feedback": "goed",
        "mistakes": {
            "b-eerst": {"before": ["b", "a"], "feedback": "b na a", "misconception": "begint met b"},
            "d-eerst": {"before": ["d", "a"], "feedback": "d na a", "misconception": "begint met d"},
        },
        "otherwise": "niet goed",
    },
    "match": {
        "left": {"a": "A", "b": "B", "c": "C", "d": "D"},
        "right": {"p": "P", "q": "Q", "r": "R", "s": "S", "t": "T"},
        "pairs": {"a": "p", "b": "q", "c": "r", "d": "s"},
        "decoys": ["t"],
        "feedback": "goed",
        "mistakes": {"ruil": {"pairs": {"a": "q", "b": "p"}, "feedback": "geruild", "misconception": "a is b"}},
        "otherwise": "niet goed",
    },
    "words": {
        "accept": ["veilig thuis", "Café Noir", "113"],
        "feedback": "goed",
        "mistakes": {"politie": {"words": ["politie", "veilig huis"], "feedback": "niet de politie"}},
        "otherwise": "niet goed",
    },
    "reflect": {},
}


def make(kind: str, **changed: object) -> Task:
    """A task of this kind, with some fields changed."""
    return ANYTHING.validate_python({"kind": kind, **BASE, **FIELDS[kind], **changed})
