"""Whether you know what you know: how often it is right when you are sure, as a chart and in words."""

import streamlit as st

from school.certainty import BANDS, FEW, WORDS, Level, calibration
from school.dutch import count, percent
from school.learning import evidence
from school.ui import charts
from school.ui.visit import Visit

VERDICTS = {
    "fits": "dat past bij elkaar",
    "slightly over": "je bent hier iets te zeker",
    "over": "je bent hier vaker zeker dan het klopt",
    "slightly under": "je mag hier iets zekerder zijn",
    "under": "je weet hier meer dan je denkt",
}


def show_calibration(here: Visit) -> None:
    """Only for who ever said how sure they were. Levels with few answers get words, no percentage."""
    levels = calibration(evidence(here.course, here.record))
    if not levels:
        return
    st.markdown("## Klopt het als je zeker bent?", anchors=False)
    enough = [level for level in levels if level.count >= FEW]
    if enough:
        _show_chart(enough)
    st.markdown("\n".join(f"- {in_words(level)}" for level in levels))
    st.caption("Dit is er alleen voor jou, en telt nergens mee voor slagen. Een antwoord dat deels klopt, telt deels.")


def _show_chart(levels: list[Level]) -> None:
    names = tuple(f"Als je {WORDS[level.certainty]} bent ({count(level.count, 'antwoord', 'antwoorden')})" for level in levels)
    shares = tuple(level.share for level in levels)
    labels = tuple(map(percent, shares))
    words = "; ".join(f"{name} klopt het in {label}" for name, label in zip(names, labels, strict=True))
    charts.show(charts.bars(names, shares, labels, look=charts.theme()), alt=f"Balken: {words}.", key="chart-certainty")


def in_words(level: Level) -> str:
    """One level, with how many answers it rests on."""
    word, answers = WORDS[level.certainty], count(level.count, "antwoord", "antwoorden")
    if level.judgement == "few":
        return f"Als je **{word}** bent: {answers}. Dat is te weinig om iets over te zeggen; vanaf {FEW} laten we het zien."
    low, high = BANDS[level.certainty]
    fits = f"onder {percent(high)}" if low == 0 else f"boven {percent(low)}" if high == 1 else f"tussen {percent(low)} en {percent(high)}"
    return f"Als je **{word}** bent, klopt het in **{percent(level.share)}** van {answers}. Passend is {fits}: {VERDICTS[level.judgement]}."
