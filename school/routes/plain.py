"""Plain pages in the course's look, made from templates; they need no script and no Streamlit."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from school import dutch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

NEVER_KEPT = {"cache-control": "no-store"}


@cache
def _pages() -> Environment:
    """Loaded with the first plain page; a start need not wait for it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415

    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters.update(clock=dutch.clock, day=dutch.day, month=dutch.month, number=dutch.number, percent=dutch.percent)
    return pages


def page(template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """The page made from a template; every value in it is escaped."""
    return HTMLResponse(_pages().get_template(template).render(values), status, headers=NEVER_KEPT)


def fragment(template: str, **values: object) -> str:
    """A part of a page made from a template; every value in it is escaped."""
    return _pages().get_template(template).render(values)


def message(title: str, *sentences: str, status: int = 200, way: tuple[str, str] = ("/", "Naar de cursus")) -> HTMLResponse:
    """A page that says something and shows one way on: an address and the words on it."""
    return page("message.html", status=status, title=title, sentences=sentences, way=way)


def not_found() -> HTMLResponse:
    """For an address that is nothing."""
    return page("not_found.html", status=404, title="Deze pagina is er niet")


def wrong_method(allowed: Iterable[str]) -> HTMLResponse:
    """For a page that is asked for in a way it does not know."""
    response = message("Dit kan hier niet", "Deze pagina kun je alleen openen, niet versturen.", status=405)
    response.headers["allow"] = ", ".join(allowed)
    return response


def refused() -> HTMLResponse:
    """For a form that was not sent from a page of our own."""
    return message(
        "Dit hebben we niet gedaan",
        "Dit verzoek kwam niet van een pagina van deze cursus. Er is niets veranderd.",
        "Wilde je het wel zelf? Open de pagina dan in de cursus en druk daar op de knop.",
        status=403,
    )
