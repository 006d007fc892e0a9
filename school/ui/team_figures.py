"""Everything that is published of a team, in words first. The same for the lead, a trainer and a member."""

import streamlit as st

from school.teams.figures import TooFew
from school.teams.snapshot import PERIODS, Cut, Figures, Period, Snapshot
from school.teams.wording import COUNTING, in_words, not_yet, overview, updated
from school.ui.team_goals import show_gain, show_goals
from school.ui.team_named import plain, show_named
from school.ui.team_people import show_activity, show_teams_beside
from school.ui.team_questions import show_hardest, show_sure_and_wrong, show_weak_questions
from school.ui.team_quizzes import show_quizzes
from school.ui.team_repeat import show_repeat
from school.ui.team_take_away import show_take_away
from school.ui.visit import Visit

PERIOD_NAMES: dict[Period, str] = {"all": "Alles", "quarter": "Wie erbij kwam in de laatste drie maanden"}
WHOLE = "hele-cursus"


def show_snapshot(here: Visit, snapshot: Snapshot, *, may_act: bool) -> None:
    """The page of one team, organisation, or everybody."""
    st.title(plain(snapshot.name), anchor=False)
    st.markdown(f":gray[{updated(snapshot)}]", width=720)
    if snapshot.named:
        show_named(here, snapshot)
    if not snapshot.group or not snapshot.periods["all"].people.joined + snapshot.periods["all"].people.started:
        st.markdown("\n\n".join(overview(snapshot, snapshot.periods["all"])), width=620)
        return
    cut = _choose_cut(here, snapshot)
    figures = snapshot.figures(cut)
    st.markdown("\n\n".join(overview(snapshot, figures)), width=620)
    _show_tiles(figures)
    _show_cut(here, snapshot, cut, figures, may_act=may_act)
    _show_gaps(snapshot)
    show_take_away(here, snapshot)


def _show_cut(here: Visit, snapshot: Snapshot, cut: Cut, figures: Figures, *, may_act: bool) -> None:
    show_repeat(here, snapshot, figures, may_act=may_act)
    show_goals(here, figures)
    show_sure_and_wrong(here, figures)
    show_hardest(here, figures)
    if cut.module is None:
        show_gain(figures)
    show_quizzes(here, figures)
    if snapshot.kind == "everyone":
        show_weak_questions(here, figures)
    if snapshot.teams and cut == Cut():
        show_teams_beside(snapshot)
    if cut.module is None:
        show_activity(figures)
    _show_not_yet(figures, whole=cut.module is None)


def _choose_cut(here: Visit, snapshot: Snapshot) -> Cut:
    """The closed set of ways to look: two periods, the whole course or a module."""
    modules = [module.id for module in here.course.modules if snapshot.figures(Cut(module=module.id)).goals]
    titles = {WHOLE: "De hele cursus", **{module.id: module.title for module in here.course.modules}}
    left, right = st.columns(2, gap="medium", width=720)
    period = left.radio("Van wie", PERIODS, format_func=PERIOD_NAMES.__getitem__, key="team-period")
    module = right.selectbox("Waarover", [WHOLE, *modules], format_func=titles.__getitem__, key="team-module")
    return Cut(period or "all", None if module in (None, WHOLE) else module)


def _show_tiles(figures: Figures) -> None:
    """What can be told in one number; a single one says no more than the words above."""
    people, tests = figures.people, figures.tests
    tiles = [("Begonnen", people.started), ("Deden de eindtoets", people.finished)]
    if isinstance(tests.before, TooFew):
        tiles.append(("Herhaalden vragen", people.reviewed))
    told = [(label, str(number)) for label, number in tiles if number]
    if not isinstance(tests.before, TooFew):
        label = "Begin → einde (ongeveer)" if "ongeveer" in in_words(tests.before) + in_words(tests.after) else "Begin → einde"
        told.append((label, f"{in_words(tests.before)} → {in_words(tests.after)}".replace("ongeveer ", "")))
    if len(told) < 2:
        return
    with st.grid(len(told), min_column_width=200):
        for label, number in told:
            st.metric(label, number, border=True, height="stretch")


def _show_not_yet(figures: Figures, *, whole: bool) -> None:
    said = not_yet(figures, whole=whole)
    if said:
        st.markdown("## Daar is het nog te vroeg voor\n\n" + "\n".join(f"- {line}" for line in said), anchors=False, width=620)


def _show_gaps(snapshot: Snapshot) -> None:
    with st.container(border=True, key="team-gaps"):
        st.markdown(
            "#### Waarom hier gaten zitten\n\n"
            f"Van minder dan {snapshot.minimum} mensen laten we niets zien. {COUNTING.format(minimum=snapshot.minimum)} "
            "Zo is ook met een verschil tussen twee cijfers niemand te herleiden. Bijna nul of bijna alles staat er als "
            "“< 10%” of “> 90%”. En een cijfer dat bij zo weinig mensen vooral toeval is, laten we weg en zeggen we vanaf hoeveel mensen "
            "het wel iets zegt.\n\n"
            "Niemand staat hier met naam, tenzij die persoon daar zelf voor koos. Wat dit voor ondernemingsraad en privacy betekent, "
            "staat in [Bronnen en privacy](/over), onder “Teamcijfers en privacy”."
        )
