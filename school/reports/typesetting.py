"""Makes a PDF of a template of ours and data: tagged, in Dutch, with our own fonts. Nothing comes from outside."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import typst

FOLDER = Path(__file__).parent
ACCESSIBLE: Final = "ua-1"
"""PDF/UA: tags, language and title are there, every picture is described, every letter has a shape; or there is no PDF."""


def typeset(template: str, data: Mapping[str, object], *, made: datetime) -> bytes:
    """The PDF; the same data and moment give the same bytes. `ValueError` when our fonts lack a letter of the data."""
    # Loaded only when there is work: it is 80 MB, which no other page should wait for.
    import typst  # noqa: PLC0415

    try:
        return typst.compile(
            str(FOLDER / "templates" / template),
            root=str(FOLDER),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data)},
            pdf_standards=ACCESSIBLE,
            timestamp=int(made.timestamp()),
        )
    except typst.TypstError as problem:
        # Without the cause: typst repeats the words it could not set, and a name does not belong in a log.
        raise ValueError(f"{template} could not be typeset") from (None if "could not be displayed" in problem.message else problem)


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER / "fonts")])
