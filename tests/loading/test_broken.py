"""One good course, one thing broken, and exactly what the check says; the things stand in `broken/`."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML


def _cases() -> Iterator[object]:
    for path in sorted((Path(__file__).parent / "broken").glob("*.yaml")):
        for name, case in YAML(typ="safe", pure=True).load(path).items():
            yield pytest.param(case["file"], case.get("old", ""), case["new"], case["says"], id=f"{path.stem}: {name}")


@pytest.mark.parametrize(("file", "old", "new", "says"), list(_cases()))
def test_one_broken_thing_gives_its_own_line(
    change: Callable[[str, str, str], None],
    lines: Callable[[], list[str]],
    file: str,
    old: str,
    new: str,
    says: list[str],
) -> None:
    change(file, old, new)
    assert lines() == says
