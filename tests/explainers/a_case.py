"""A small case to walk: what is chosen at the door decides what one can do in the kitchen."""

from pathlib import Path

from school.explainers.case import Case
from school.loading.yaml_text import parse

FILE = Path(__file__).parent.parent / "course" / "modules" / "02-proef" / "explainers" / "casus-de-theepot.yaml"


def a_case(*, also: str = "") -> Case:
    """`also` is a choice at the door that is as good as the advised one."""
    text = FILE.read_text(encoding="utf-8")
    return Case.model_validate(parse(text.replace("{choice: vragen,", f"{{choice: vragen, also: [{also}],")).data)


ASKED, GUESSED = ("bij-de-deur", "vragen"), ("bij-de-deur", "gokken")
POURED, POURED_ANYWAY, WENT_BACK = ("in-de-keuken", "schenken"), ("in-de-keuken", "toch-schenken"), ("in-de-keuken", "alsnog")
