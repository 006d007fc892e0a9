"""Every chart of the course, in one look. The numbers come from `learning`; the words beside a chart from its page."""

from functools import lru_cache
from html import escape
from textwrap import wrap
from typing import Any, Literal

import plotly.graph_objects as go
import streamlit as st

from school.dutch import percent
from school.room_results import Row

Theme = Literal["light", "dark"]
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
SANS = '"Source Sans", "Source Sans 3", sans-serif'
TONES: dict[Theme, dict[str, Any]] = {
    "light": {
        "ink": "#0D1716", "soft": "#5F5A50", "grid": "#E4DACA", "axis": "#8B806A", "paper": "#FBF7F0", "track": "#D9CFBF",
        "series": ["#1F5A5E", "#B78022", "#B44990", "#883F21", "#4E94C6"],
    },
    "dark": {
        "ink": "#EDE6DA", "soft": "#BDB5A6", "grid": "#2A3434", "axis": "#6B7673", "paper": "#141A1A", "track": "#39423F",
        "series": ["#3F9C9E", "#F0CD84", "#AB57C3", "#DF7442", "#A3BCE6"],
    },
}  # fmt: skip
KEPT = 256
"""Figures kept in memory: making one costs more than all else on its page."""
QUARTERS = [0, 0.25, 0.5, 0.75, 1]


class Chart(go.Figure):  # type: ignore[misc]
    """A figure that is made once and drawn often; `to_dict` of a plain one copies itself at every rerun."""

    def to_dict(self) -> dict[str, Any]:
        kept: dict[str, Any] | None = self.__dict__.get("_kept")
        if kept is None:
            kept = self.__dict__["_kept"] = super().to_dict()
        return kept


def theme() -> Theme:
    """The theme the reader has; in the very first run it can be wrong, and the next run mends it."""
    return "dark" if st.context.theme.type == "dark" else "light"


def show(figure: Chart, *, alt: str, key: str) -> None:
    """Draws a chart; `alt` says in words what it shows."""
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=key)


@lru_cache(maxsize=KEPT)
def bars(names: tuple[str, ...], shares: tuple[float, ...], labels: tuple[str, ...], *, look: Theme, weak_below: float = 0) -> Chart:
    """Horizontal bars on a track, `shares` 0 to 1, first name on top; shares under `weak_below` in ochre."""
    tone = TONES[look]
    rows = list(range(len(names)))[::-1]
    colours = [tone["series"][1 if share < weak_below else 0] for share in shares]
    track = go.Bar(y=rows, x=[1] * len(rows), marker={"color": tone["track"], "cornerradius": 5}, hoverinfo="skip")
    value = go.Bar(
        y=rows, x=list(shares), marker={"color": colours, "cornerradius": 5}, hoverinfo="text",
        hovertext=[f"{name}: {label}" for name, label in zip(names, labels, strict=True)],
    )  # fmt: skip
    for trace in (track, value):
        trace.update(orientation="h", width=0.26)
    notes = [
        {"x": 0, "y": row, "text": name, "xanchor": "left", "yshift": 21, "font": {"size": 15, "color": tone["ink"]}}
        for row, name in zip(rows, names, strict=True)
    ]
    notes += [
        {"x": 1.02, "y": row, "text": label, "xanchor": "left", "font": {"size": 14, "color": tone["soft"]}}
        for row, label in zip(rows, labels, strict=True)
    ]
    return _figure(
        look, 62 * len(rows) + 16, [track, value], notes, barmode="overlay",
        xaxis={"visible": False, "range": [0, 1.25]}, yaxis={"visible": False, "range": [-0.5, len(rows) - 0.35]},
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def told(names: tuple[str, ...], shares: tuple[float | None, ...], labels: tuple[str, ...], *, look: Theme, weak_below: float) -> Chart:
    """Horizontal bars, first name on top; a share that is not told is hatched, with its label on it."""
    tone = TONES[look]
    rows = list(range(len(names)))[::-1]
    hidden = [1 if share is None else 0 for share in shares]
    hatch = go.Bar(
        y=rows, x=hidden, orientation="h", width=0.36, hoverinfo="skip",
        marker={
            "color": "rgba(0,0,0,0)", "cornerradius": 5, "line": {"color": tone["axis"], "width": [float(one) for one in hidden]},
            "pattern": {"shape": "/", "fgcolor": tone["axis"], "size": 9, "solidity": 0.12},
        },
    )  # fmt: skip
    colours = [tone["series"][1 if share is not None and share < weak_below else 0] for share in shares]
    value = go.Bar(
        y=rows, x=[share or 0 for share in shares], orientation="h", width=0.36, marker={"color": colours, "cornerradius": 5},
        hoverinfo="text", hovertext=[f"{name}: {label}" for name, label in zip(names, labels, strict=True)],
    )  # fmt: skip
    notes = [
        {"x": 0, "y": row, "text": name, "xanchor": "left", "yshift": 23, "font": {"size": 15, "color": tone["ink"]}}
        for row, name in zip(rows, names, strict=True)
    ]
    notes += [
        {"x": 0.5, "y": row, "text": label, "font": {"size": 14, "color": tone["soft"]}, "bgcolor": tone["paper"], "borderpad": 3}
        if share is None
        else {"x": share + 0.015, "y": row, "text": label, "xanchor": "left", "font": {"size": 15, "color": tone["ink"]}}
        for row, share, label in zip(rows, shares, labels, strict=True)
    ]
    return _figure(
        look, 58 * len(rows) + 40, [hatch, value], notes, barmode="overlay",
        xaxis={"range": [0, 1.13], "tickvals": QUARTERS, "ticktext": [percent(share) for share in QUARTERS]},
        yaxis={"visible": False, "range": [-0.6, len(rows) - 0.3]},
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def columns(names: tuple[str, ...], counts: tuple[int, ...], *, look: Theme) -> Chart:
    """A column per name, oldest left, with its number on top."""
    tone = TONES[look]
    rows = list(range(len(names)))
    value = go.Bar(
        x=rows, y=list(counts), width=0.5, marker={"color": tone["series"][0], "cornerradius": 5}, hoverinfo="text",
        hovertext=[f"{name}: {number}" for name, number in zip(names, counts, strict=True)],
    )  # fmt: skip
    notes = [
        {"x": row, "y": number, "text": str(number), "yshift": 14, "font": {"size": 15, "color": tone["ink"]}}
        for row, number in zip(rows, counts, strict=True)
    ]
    return _figure(
        look, 240, [value], notes,
        xaxis={"tickvals": rows, "ticktext": list(names), "showgrid": False, "range": [-0.6, max(len(rows), 4) - 0.4]},
        yaxis={"visible": False, "range": [0, max(counts, default=1) * 1.2]},
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def line(days: tuple[str, ...], shares: tuple[float, ...], *, pass_mark: float, look: Theme) -> Chart:
    """Scores (0 to 1) over attempts, oldest left, with the pass mark as a dotted line."""
    tone = TONES[look]
    rows = list(range(len(days)))
    scores = go.Scatter(
        x=rows, y=list(shares), mode="lines+markers", cliponaxis=False, line={"color": tone["series"][0], "width": 3},
        marker={"size": 11, "color": tone["paper"], "line": {"color": tone["series"][0], "width": 3}}, hoverinfo="text",
        hovertext=[f"{day}: {percent(share)}" for day, share in zip(days, shares, strict=True)],
    )  # fmt: skip
    bar = go.Scatter(
        x=[-0.3, len(rows) - 0.7], y=[pass_mark] * 2, mode="lines", hoverinfo="skip",
        line={"color": tone["axis"], "width": 2, "dash": "dot"},
    )  # fmt: skip
    ends = sorted({0, len(rows) - 1})
    notes = [
        {"x": i, "y": shares[i], "text": percent(shares[i]), "yshift": 20 if shares[i] < 0.9 else -20, "font": {"color": tone["ink"]}}
        for i in ends
    ]
    return _figure(
        look, 260, [bar, scores], notes,
        xaxis={"tickvals": rows, "ticktext": list(days), "showgrid": False, "range": [-0.3, len(rows) - 0.7]},
        yaxis={"range": [0, 1.04], "tickvals": QUARTERS, "ticktext": [percent(share) for share in QUARTERS]},
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def before_after(names: tuple[str, ...], before: tuple[float | None, ...], after: tuple[float | None, ...], *, look: Theme) -> Chart:
    """Begin (circle) and end (diamond) per goal, 0 to 1, first name on top."""
    tone = TONES[look]
    rows = list(range(len(names)))[::-1]
    links = [
        go.Scatter(x=[a, b], y=[row, row], mode="lines", line={"color": tone["axis"], "width": 3}, hoverinfo="skip")
        for row, a, b in zip(rows, before, after, strict=True)
        if a is not None and b is not None
    ]
    begin = go.Scatter(
        x=list(before), y=rows, mode="markers", hovertemplate="Begin: %{x:.0%}<extra></extra>",
        marker={"size": 15, "color": tone["paper"], "line": {"color": tone["series"][1], "width": 3}},
    )  # fmt: skip
    end = go.Scatter(
        x=list(after), y=rows, mode="markers", hovertemplate="Einde: %{x:.0%}<extra></extra>",
        marker={"size": 16, "symbol": "diamond", "color": tone["series"][0]},
    )  # fmt: skip
    notes = [
        {"x": 0, "y": row, "text": name, "xanchor": "left", "yshift": 20, "font": {"size": 15, "color": tone["ink"]}}
        for row, name in zip(rows, names, strict=True)
    ]
    return _figure(
        look, 52 * len(rows) + 50, [*links, begin, end], notes,
        xaxis={"range": [-0.03, 1.03], "tickvals": QUARTERS, "ticktext": [percent(share) for share in QUARTERS]},
        yaxis={"visible": False, "range": [-0.6, len(rows) - 0.3]},
    )  # fmt: skip


SHORT, LINE = 22, 78
"""Characters of a label that fits before a bar, and of one that fits on a line in large letters."""


@lru_cache(maxsize=KEPT)
def room_bars(rows: tuple[Row, ...], *, look: Theme, scale: float = 1, narrow: bool = False) -> Chart:
    """What a room answered, for the last row of seats: letters of at least 24 px on a screen 1080 px high (`scale` 1).

    What is right stands out by its colour, a tick and its place in the sentence beside it; the rest is plain. A label
    stands above its bar; short ones of many bars (numbers) stand before them. Few and short ones are written larger.
    """
    texts = [f"✓ {row.label}" if row.right else row.label for row in rows]
    longest = max((len(text) for text in texts), default=0)
    many = len(rows) > 6 or narrow
    marked = any(row.right for row in rows)
    beside = len(rows) > 6 and longest <= SHORT
    large = len(rows) <= 4 and longest <= LINE and not marked and all(len(row.note) <= len("100 · 100%") for row in rows)
    tone, letters = TONES[look], round((24 if many else 34 if large else 28) * scale)
    labels = [_wrapped(text, 62 if narrow else 104) for text in texts]
    tops: list[float] = []
    each = 1.75 if beside else 2.5 if many else 3.1
    heights = [(1.28 * label.count("<br>") + each) * letters for label in labels]
    for height in heights:
        tops.append(-sum(heights[: len(tops)]) - height + (0.7 if many else 1.1) * letters)
    colours = [tone["series"][0] if row.right or not marked else tone["axis"] for row in rows]
    thick = 0.85 * letters
    track = go.Bar(y=tops, x=[1] * len(rows), marker={"color": tone["track"], "cornerradius": 5}, hoverinfo="skip")
    value = go.Bar(y=tops, x=[row.share for row in rows], marker={"color": colours, "cornerradius": 5}, hoverinfo="skip")
    for trace in (track, value):
        trace.update(orientation="h", width=thick)
    shared = {"xanchor": "left", "font": {"size": letters, "color": tone["ink"]}, "align": "left"}
    before = -(0.6 if narrow else 0.3) if beside else 0.0
    at = {"yanchor": "middle"} if beside else {"yanchor": "bottom", "yshift": 0.62 * letters}
    notes = [{"x": before, "y": top, "text": label, **at, **shared} for top, label in zip(tops, labels, strict=True)]
    notes += [{"x": 1.01, "y": top, "text": row.note, **shared} for top, row in zip(tops, rows, strict=True)]
    return _figure(
        look, round(sum(heights) + 16), [track, value], notes, barmode="overlay",
        xaxis={"visible": False, "range": [before, 1.42 if narrow else 1.2]}, yaxis={"visible": False, "range": [-sum(heights), 0]},
    )  # fmt: skip


def _wrapped(text: str, width: int) -> str:
    """The text over lines; what has a meaning in a chart's labels is written as it is read."""
    return "<br>".join(escape(line, quote=False) for line in wrap(text, width)) or " "


LARGE = 16
"""Letters of this size and more are for a room, where everything is in ink."""


@lru_cache(maxsize=KEPT)
def groups(
    names: tuple[str, ...],
    sets: tuple[tuple[str, str, tuple[float, ...]], ...],
    guessed: tuple[float, ...],
    *,
    look: Theme,
    letters: int = 15,
) -> Chart:
    """Percentages of several groups below each other, each (title, line, shares 0 to 100) on a track of its own.

    They stand apart, since groups that cannot be compared share no axis. What was guessed of the first is a diamond.
    `letters` is their size in pixels, and all else grows with it.
    """
    tone, margin = TONES[look], round(8.4 * letters)
    faint, high = (tone["soft"], 2.4) if letters < LARGE else (tone["ink"], 2)
    rows, titles = _places(len(names), len(sets))
    shares = [share for _, _, given in sets for share in given]
    labels = [f"{share:g}%".replace(".", ",") for share in shares]
    texts = list(names) * len(sets)
    track = go.Bar(y=rows, x=[100] * len(rows), marker={"color": tone["track"], "cornerradius": 5}, hoverinfo="skip")
    value = go.Bar(
        y=rows, x=shares, marker={"color": tone["series"][0], "cornerradius": 5}, hoverinfo="text",
        hovertext=[f"{name}: {label}" for name, label in zip(texts, labels, strict=True)],
    )  # fmt: skip
    for trace in (track, value):
        trace.update(orientation="h", width=0.4)
    guess = go.Scatter(
        y=rows[: len(guessed)], x=list(guessed), mode="markers", cliponaxis=False, hoverinfo="text",
        hovertext=[f"Jouw schatting: {value:g}%" for value in guessed],
        marker={"size": letters, "symbol": "diamond", "color": tone["series"][1], "line": {"color": tone["paper"], "width": 2}},
    )  # fmt: skip
    said = [f"<b>{title}</b><br><span style='color:{faint}'>{line}</span>" for title, line, _ in sets]
    left = {"x": 0, "xanchor": "left", "xshift": -margin, "align": "left"}
    notes = [{"y": row, "text": text, **left} for row, text in zip(titles, said, strict=True)]
    notes += [{"x": 100, "y": row, "text": label, "xanchor": "left", "xshift": 8} for row, label in zip(rows, labels, strict=True)]
    return _figure(
        look, round(high * letters * (rows[0] - rows[-1] + 3)), [track, value, *([guess] if guessed else [])], notes, barmode="overlay",
        margin={"l": margin, "r": round(3.9 * letters), "t": 0, "b": 0}, xaxis={"visible": False, "range": [0, 100]},
        font={"family": SANS, "size": letters, "color": tone["ink"]},
        yaxis={
            "tickvals": rows, "ticktext": texts, "showgrid": False, "automargin": False, "linecolor": "rgba(0,0,0,0)",
            "tickfont": {"color": faint, "size": letters - (letters < LARGE)}, "range": [rows[-1] - 0.6, titles[0] + 0.7],
        },
    )  # fmt: skip


def _places(items: int, sets: int) -> tuple[list[float], list[float]]:
    """Heights of the rows and of the titles above them, counted from the bottom up, first set on top."""
    block = items + 2.1
    rows = [(sets - nth) * block - 2.1 - item for nth in range(sets) for item in range(items)]
    return rows, [(sets - nth) * block - 0.85 for nth in range(sets)]


def _figure(look: Theme, height: int, traces: list[Any], notes: list[dict[str, Any]], **layout: Any) -> Chart:
    tone = TONES[look]
    axis = {
        "gridcolor": tone["grid"], "linecolor": tone["axis"], "zeroline": False, "automargin": True, "fixedrange": True,
        "tickfont": {"color": tone["soft"], "size": 14}, "ticklabelstandoff": 8,
    }  # fmt: skip
    return Chart(
        traces,
        layout={
            "height": height, "font": {"family": SANS, "size": 15, "color": tone["ink"]}, "separators": ",.",
            "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "showlegend": False, "dragmode": False, "template": "none",
            "hoverlabel": {"bgcolor": tone["paper"], "bordercolor": tone["axis"], "font": {"color": tone["ink"], "size": 14}},
            **layout, "xaxis": {**axis, **layout["xaxis"]}, "yaxis": {**axis, **layout["yaxis"]},
            "annotations": [{"showarrow": False, **note} for note in notes],
        },
    )  # fmt: skip
