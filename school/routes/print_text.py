"""Markdown of authors as plain HTML, with our own links made into addresses; raw HTML in it is shown, not run."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from school import addresses
from school.content import Course

_markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])


def as_html(course: Course, markdown: str) -> Markup:
    """The text; a link that leads nowhere on paper keeps its words and loses its link."""
    tokens = _markdown.parse(markdown)
    for token in tokens:
        if token.children:
            token.children = list(_linked(course, token.children))
    _name_no_empty_heads(tokens)
    return Markup(_markdown.renderer.render(tokens, _markdown.options, {}))  # noqa: S704  (the renderer escapes)


def _wide(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, _: EnvType) -> str:
    """A table may be wider than a phone; then the table scrolls by itself, also by keyboard, and not the page."""
    if tokens[at].nesting > 0:
        return f'<div class="table" role="group" aria-label="Tabel" tabindex="0">{self.renderToken(tokens, at, options, _)}'
    return f"{self.renderToken(tokens, at, options, _)}</div>"


_markdown.add_render_rule("table_open", _wide)
_markdown.add_render_rule("table_close", _wide)


def _name_no_empty_heads(tokens: Sequence[Token]) -> None:
    """The corner of a table with names on both sides is empty: a cell, not the head of a column."""
    for start, content, end in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if start.type == "th_open" and not content.content:
            start.tag = end.tag = "td"


def _linked(course: Course, tokens: list[Token]) -> Iterator[Token]:
    kept: list[bool] = []  # of every link that is open, whether it stays a link
    for token in tokens:
        if token.type == "link_open":
            address = _address(course, str(token.attrs["href"]))
            kept.append(address is not None)
            if address is not None:
                token.attrs["href"] = address
                yield token
        elif token.type != "link_close" or kept.pop():
            yield token


def _address(course: Course, href: str) -> str | None:
    """Where a link of an author leads; nothing for a term, which is explained at the end, and for what is unknown."""
    scheme, _, target = href.partition(":")
    match scheme:
        case "https" | "mailto" | "tel":
            return href
        case "step":
            step = course.find_step(target)
            return addresses.step(step) if step else None
        case "quiz":
            return addresses.quiz(target)
        case "media":
            film, link = course.films.get(target), course.links.get(target)
            return film.page if film else link.url if link else None
        case "source":
            source = course.sources.get(target)
            return source.url if source else None
    return None


def linked_ids(markdown: str, scheme: str) -> list[str]:
    """Ids that a text links to with `scheme:`, in order, once each."""
    children = (child for token in _markdown.parse(markdown) for child in token.children or ())
    links = (str(child.attrs["href"]) for child in children if child.type == "link_open")
    return list(dict.fromkeys(href.partition(":")[2] for href in links if href.startswith(f"{scheme}:")))
