"""Markdown of authors made ready for the page: our own links become addresses. Nothing is drawn here."""

import re
from functools import lru_cache

from school import addresses
from school.content import Course
from school.dutch import month

OWN_LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<scheme>term|media|step|source|quiz):(?P<target>[^)\s]+)\)")
DIRECTIVES = re.compile(r"\\.|:(?=[a-z-]+\[)|\$|(?<=\S)~=|<", re.DOTALL)


@lru_cache(maxsize=4096)
def ready(course: Course, markdown: str) -> str:
    """The text with links that work, and without what Streamlit would read as a directive, a formula or HTML."""
    safe = DIRECTIVES.sub(lambda found: found.group() if found.group()[0] == "\\" else "\\" + found.group(), markdown)
    return OWN_LINK.sub(lambda found: _linked(course, found["text"], found["scheme"], found["target"]), safe)


def _linked(course: Course, text: str, scheme: str, target: str) -> str:
    address = _address(course, scheme, target)
    return f"[{text}]({address})" if address else text


def _address(course: Course, scheme: str, target: str) -> str | None:
    match scheme:
        case "term":
            return addresses.term(target)
        case "step":
            step = course.find_step(target)
            return addresses.step(step) if step else None
        case "quiz":
            return addresses.quiz(target)
        case "source":
            source = course.sources.get(target)
            return source.url if source else None
    film, link = course.films.get(target), course.links.get(target)
    return film.page if film else link.url if link else None


@lru_cache(maxsize=1024)
def source_line(course: Course, ids: tuple[str, ...]) -> str:
    """'Groh e.a. (2017), Madigan e.a. (2023). Nagekeken: november 2026.', small; not as a caption, which fades links."""
    found = [course.sources[name] for name in ids if name in course.sources]
    if not found:
        return ""
    names = ", ".join(f"[{source.short}]({source.url})" if source.url else source.short for source in found)
    checked = month(min(source.as_of for source in found))
    return f":small[:gray[:material/menu_book: {names}. Nagekeken: {checked}.]]"


def terms_in(course: Course, markdown: str) -> list[str]:
    """Ids of the terms a text links to, in order, once each."""
    found = (match["target"] for match in OWN_LINK.finditer(markdown) if match["scheme"] == "term")
    return [name for name in dict.fromkeys(found) if name in course.terms]
