"""Streamlit's one HTML page, made ours: Dutch, with a title, our icon and our scripts. Made once, kept in memory."""

import re
from dataclasses import dataclass
from html import escape

NOSCRIPT = (
    "Deze cursus heeft JavaScript nodig. Zet JavaScript aan in je browser, of lees een module als tekst: "
    '<a href="/afdruk/welkom">afdrukbare tekst</a>.'
)
# Before the first paint there is only this; without it a dark screen flashes white.
PAPER = (
    "<style>html{background:#FBF7F0;color:#0D1716}noscript p{max-width:36rem;margin:3rem auto;padding:0 1rem;"
    "font:18px/1.6 system-ui,sans-serif}@media(prefers-color-scheme:dark){html{background:#141A1A;color:#EDE6DA}}</style>"
)
SCRIPT_FIRST = re.compile(r"(?=<script\b)")
"""Ours comes before the others: what it sets must be there when they begin."""


@dataclass(frozen=True)
class Dress:
    """What our page says of itself in place of Streamlit's words; `scripts`, `icon`, `fonts` and `style` are addresses."""

    title: str
    description: str
    scripts: tuple[str, ...]
    icon: str
    fonts: tuple[str, ...] = ()
    style: str | None = None
    language: str = "nl"


def shell(index: str, dress: Dress) -> str:
    """The page in `index` with our words; `ValueError` when Streamlit's page is not built as we know it."""
    page = _replace(r'<html lang="en">', f'<html lang="{escape(dress.language)}">', index)
    page = _replace(r"<title>.*?</title>", _title(dress), page)
    page = _replace(r'<link rel="shortcut icon"[^>]*>', f'<link rel="icon" href="{escape(dress.icon)}">', page)
    page = _replace(r"<noscript>.*?</noscript>", f"<noscript><p>{NOSCRIPT}</p></noscript>", page)
    # It points at an interface that is closed here.
    page = _replace(r'<link rel="service-desc"[^>]*>', "", page)
    page = re.sub(r"<!--.*?-->\s*", "", page, flags=re.DOTALL)
    scripts = "".join(f'<script defer src="{escape(script)}"></script>\n    ' for script in dress.scripts)
    return _replace(SCRIPT_FIRST.pattern, scripts, page)


def _title(dress: Dress) -> str:
    fonts = "".join(f'<link rel="preload" href="{escape(font)}" as="font" type="font/woff2" crossorigin>' for font in dress.fonts)
    description = f'<meta name="description" content="{escape(dress.description)}">'
    style = f'<link rel="stylesheet" href="{escape(dress.style)}">' if dress.style else ""
    return f"<title>{escape(dress.title)}</title>{description}{fonts}{PAPER}{style}"


def _replace(pattern: str, new: str, page: str) -> str:
    changed, times = re.subn(pattern, lambda _: new, page, count=1, flags=re.DOTALL)
    if not times:
        raise ValueError(f"Streamlit's page does not hold {pattern!r}: is this another version of Streamlit?")
    return changed
