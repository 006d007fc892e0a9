"""Who takes part, month by month; and the teams of an organisation beside each other, only where the groups allow it."""

from datetime import date

import streamlit as st

from school.dutch import SHORT_MONTHS
from school.teams.figures import Known, TooFew
from school.teams.snapshot import Figures, Snapshot, TeamLine
from school.teams.wording import in_words, with_interval
from school.ui import charts
from school.ui.team_named import plain


def show_activity(figures: Figures) -> None:
    """How many people did something, per month."""
    if not figures.activity:
        return
    st.markdown("## Meedoen", anchors=False)
    names = tuple(_month(one.month) for one in figures.activity)
    people = tuple(one.people for one in figures.activity)
    words = ", ".join(f"{number} in {name}" for name, number in zip(names, people, strict=True))
    if len(names) > 1:  # one column says nothing that its number does not
        figure = charts.columns(names, people, look=charts.theme())
        charts.show(figure, alt=f"Mensen die iets deden per maand: {words}.", key="chart-team-activity")
    st.markdown(f"Mensen die in een maand iets deden: {words}.", width=620)


def show_teams_beside(snapshot: Snapshot) -> None:
    """One row per team; a team that is too small says so and counts for nothing."""
    st.markdown(
        "## Teams naast elkaar\n\nVerschillen tussen kleine teams zijn vaak toeval. Gebruik ze om te vragen, niet om te oordelen.",
        anchors=False,
        width=620,
    )
    st.markdown("\n".join(f"- **{plain(line.name)}.** {_in_words(line, snapshot.minimum)}" for line in snapshot.teams), width=720)


def _in_words(line: TeamLine, minimum: int) -> str:
    if not line.people.started:
        return f"Minder dan {minimum} mensen begonnen: hier laten we niets van zien, en dit team telt ook boven niet mee."
    if isinstance(line.mean, TooFew):
        return f"{line.people.started} mensen begonnen. De eindtoets: {in_words(line.mean)}."
    learned = f" Van wat er te leren viel, is {in_words(line.gain)} geleerd." if isinstance(line.gain, Known) else ""
    return (
        f"{line.people.started} mensen begonnen, {line.people.finished} deden de eindtoets: gemiddeld {with_interval(line.mean)}.{learned}"
    )


def _month(month: str) -> str:
    first = date.fromisoformat(f"{month}-01")
    return f"{SHORT_MONTHS[first.month - 1]} {first.year}"
