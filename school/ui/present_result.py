"""What a room answered, on the big screen: bars, a cloud of words or texts, and the same in a sentence. Never a name."""

from html import escape

import streamlit as st

from school.live import Asked, Round, Tally
from school.live.questions import Cloud, OpenText
from school.room_results import Row, rows, said
from school.tasks import Reflect
from school.ui import charts
from school.ui.present_component import stage_height
from school.ui.present_hall import Hall

MOST_TEXTS = 12
"""Texts that fit a screen; the last ones that were let through."""
SMALLEST, LARGEST = 1.0, 2.6
"""Of a word in a cloud, in rem."""


def show_results(of: Hall, asked: Asked, now: Round) -> None:
    """One round; or, after a second one, both beside each other."""
    both = [each for each in of.rounds_of(now.task) if each.id in of.counts and each.number <= now.number and each.answers_shown]
    columns = st.columns(len(both), gap="large") if len(both) > 1 else [st.container()]
    for column, each in zip(columns, both or [now], strict=True):
        with column:
            if len(both) > 1:
                st.markdown(f"### Ronde {each.number}", anchors=False)
            _show_round(of, asked, each, together=len(both))


def _show_round(of: Hall, asked: Asked, each: Round, *, together: int) -> None:
    counted, ballots = of.counts[each.id]
    drawn = rows(asked, counted, ballots, right_shown=each.right_shown)
    sentence = said(asked, counted, drawn, right_shown=each.right_shown)
    if isinstance(asked, OpenText):
        _show_texts(counted)
    elif counted.hidden or isinstance(asked, Reflect):
        pass
    elif isinstance(asked, Cloud):
        _show_cloud(counted)
    else:
        _show_bars(drawn, sentence, together=together, key=each.id)
    st.markdown(said(asked, counted, drawn, right_shown=each.right_shown, short=True) if together > 1 else sentence)


def _show_bars(drawn: tuple[Row, ...], sentence: str, *, together: int, key: str) -> None:
    scale = stage_height() / 1080
    figure = charts.room_bars(drawn, look=charts.theme(), scale=round(scale, 2), narrow=together > 1)
    alt = f"{sentence} {'; '.join(f'{row.label}: {row.note}' for row in drawn)}"
    charts.show(figure, alt=alt, key=f"bars:{key}")


def _show_cloud(counted: Tally) -> None:
    """As running text, larger by how often a word was given: it can be read aloud, and wraps on any screen."""
    most = max((bar.count for bar in counted.bars), default=1)
    words = [
        f'<span style="font-size:{SMALLEST + (LARGEST - SMALLEST) * bar.count / most:.2f}rem">{escape(bar.label)}</span>'
        for bar in counted.bars
    ]
    if words:
        st.html(f'<p class="school-cloud">{" ".join(words)}</p>')
    else:
        st.markdown("Er is nog geen woord vrijgegeven.")


def _show_texts(counted: Tally) -> None:
    if not counted.texts:
        st.markdown("Er is nog geen tekst vrijgegeven.")
        return
    items = "".join(f"<li>{escape(text)}</li>" for text in counted.texts[-MOST_TEXTS:])
    st.html(f'<ul class="school-texts">{items}</ul>')
