"""Markdown of authors as lines for paper: paragraphs, points and rows of tables, each with its words and what is bold."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from school.reports.letters import settable

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
Line = dict[str, object]
"""`{"sort": "text" | "point" | "head" | "row", "runs": [[words, bold], ...]}`; a row has `cells` of runs."""


def lines_of(markdown: str) -> list[Line]:
    """The lines, in order. Links keep their words."""
    return list(_lines(_markdown.parse(markdown)))


def _lines(tokens: list[Token]) -> Iterator[Line]:
    inside: list[str] = []
    cells: list[list[list[object]]] = []
    for token in tokens:
        if token.nesting > 0:
            inside.append(token.type)
        elif token.nesting < 0:
            inside.pop()
            if token.type == "tr_close":
                yield {"sort": "row", "cells": cells}
                cells = []
        elif token.type == "inline":
            if "tr_open" in inside:
                cells.append(_runs(token))
            else:
                yield {"sort": _sort(inside), "runs": _runs(token)}


def _sort(inside: list[str]) -> str:
    if "list_item_open" in inside:
        return "point"
    return "head" if "heading_open" in inside else "text"


def _runs(token: Token) -> list[list[object]]:
    """The words of one line with whether they are bold."""
    runs: list[list[object]] = []
    bold = 0
    for child in token.children or []:
        if child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type in ("softbreak", "hardbreak"):
            runs.append([" ", bool(bold)])
        elif child.content:
            runs.append([settable(child.content), bool(bold)])
    return runs
