"""What a person reads of what is drawn: words, without marks, addresses and icons."""

import json
import re
from collections.abc import Iterator
from html import unescape

from streamlit.testing.v1.element_tree import Block, Element

ICON = re.compile(r":material/\w+:")
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
DIRECTIVE = re.compile(r"(?<!\\):[a-z-]+\[")
MARKS = re.compile(r"<[^>]+>|^\s*(?:[#>-]+|\d+\.)\s|\|[\s|:-]*|[*`\[\]\\]", re.MULTILINE)
IN_ROWS = {"|": " "}


def plain(markdown: str) -> str:
    """Markdown as it is read: without marks, addresses and icons, on one line."""
    without_links = LINK.sub(r"\1", LINK.sub(r"\1", ICON.sub("", markdown)))
    bare = MARKS.sub(lambda mark: IN_ROWS.get(mark.group()[0], ""), DIRECTIVE.sub("", without_links))
    return " ".join(bare.split())


def read(node: Element | Block) -> Iterator[str]:
    """The texts of one element, not of what is in it."""
    match node.type:
        case "markdown" | "caption" | "title" | "header" | "subheader" | "html" | "warning" | "info" | "error" | "success" | "code":
            yield plain(node.value)
        case "button" | "page_link" | "expander" | "download_button" | "link_button":
            yield plain(node.label)
        case "popover":
            yield plain(node.proto.popover.label)
        case "radio":
            yield from (plain(option) for option in node.options)
        case "checkbox" | "text_input" | "number_input":
            yield plain(node.label)
        case "imgs" | "image":
            yield from (image.alt for image in node.proto.imgs)
        case "plotly_chart":
            yield node.proto.alt
        case "bidi_component":
            yield from _strings(json.loads(node.proto.json or "null"))


LIST = re.compile(r'<(?P<tag>ul|ol)[^>]* aria-label="(?P<label>[^"]*)">(?P<items>.*?)</(?P=tag)>')
FOLD = re.compile(r'<details class="school-more"><summary>(?P<title>.*?)</summary>(?P<text>.*?)</details>', re.DOTALL)
MARKDOWN_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?P<address>/[^()\s]*)\)")
ANCHOR = re.compile(r'<a href="(?P<address>[^"]*)"(?P<rest>[^>]*)>(?P<words>.*?)</a>')


def links(html: str) -> dict[str, str]:
    """The addresses in our own HTML by the words of their links."""
    return {unescape(plain(found["words"])): unescape(found["address"]) for found in ANCHOR.finditer(html)}


def lists(html: str) -> dict[str, dict[str, str]]:
    """The same for each list, by the name that it has for who cannot see it."""
    return {unescape(found["label"]): links(found["items"]) for found in LIST.finditer(html)}


def folded(markdown: str, title: str) -> str:
    """What comes out when every fold of this title is opened."""
    return "\n".join(plain(found["text"]) for found in FOLD.finditer(markdown) if unescape(plain(found["title"])) == title)


def without_folds(markdown: str) -> str:
    """What is left when nothing is folded open."""
    return plain(FOLD.sub(r"\g<title>", markdown))


def own_links(markdown: str) -> dict[str, str]:
    """The addresses within the course in Markdown, by the words of their links."""
    return {plain(found["words"]): found["address"] for found in MARKDOWN_LINK.finditer(markdown)}


def _strings(data: object) -> Iterator[str]:
    match data:
        case str():
            yield plain(data)
        case list():
            yield from (text for one in data for text in _strings(one))
        case dict():
            yield from (text for one in data.values() for text in _strings(one))
