"""A snapshot as JSON and back: what is stored, and what `stats --json` and `export` print."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any, get_args, get_origin, get_type_hints

from school.teams import figures
from school.teams.figures import Extreme, Known, TooFew, Withheld
from school.teams.snapshot import Snapshot

LEAVES = (str, int, float, type(None))


def to_json(snapshot: Snapshot) -> dict[str, Any]:
    """Plain mappings, lists, text and numbers."""
    written = _plain(snapshot)
    assert isinstance(written, dict)
    return written


def from_json(data: Mapping[str, Any]) -> Snapshot:
    """What `to_json` made. `KeyError` or `ValueError` when it is of another version; then make the snapshot anew."""
    made = _made(Snapshot, data)
    assert isinstance(made, Snapshot)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, LEAVES):  # nearly all of it
        return value
    match value:
        case Known() | TooFew() | Extreme() | Withheld():
            return figures.to_json(value)
        case datetime():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case Mapping():
            return {name: _plain(one) for name, one in value.items()}
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value


def _made(kind: Any, data: Any) -> Any:
    if kind == figures.Figure:
        return figures.from_json(data)
    if kind is datetime:
        return datetime.fromisoformat(data)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple:
        return tuple(_made(parts[0], one) for one in data)
    if origin is Mapping:
        return {name: _made(parts[1], one) for name, one in data.items()}
    if is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _made(hint, data[name]) for name, hint in hints.items()})  # type: ignore[operator]
    return data


_HINTS: dict[Any, dict[str, Any]] = {}


def _hints(kind: Any) -> dict[str, Any]:
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]
