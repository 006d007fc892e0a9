"""Per learning goal: where the team is strong, what asks for repeating, and start beside end."""

import streamlit as st

from school.teams.figures import Extreme, Figure, Known, TooFew, weight
from school.teams.repeating import ENOUGH, standing
from school.teams.snapshot import Figures, GoalFigures
from school.teams.wording import gain_in_words, in_words, short_goal, with_interval
from school.ui import charts
from school.ui.visit import Visit


def show_goals(here: Visit, figures: Figures) -> None:
    """A bar per goal, the strongest on top; what is not told is hatched and says why. Nothing when none is told."""
    if all(isinstance(standing(goal), TooFew) for goal in figures.goals):
        return
    st.markdown("## Waar het team sterk is, en wat herhaling vraagt", anchors=False)
    goals = sorted(figures.goals, key=lambda goal: -_order(standing(goal)))
    names = tuple(short_goal(goal.goal) for goal in goals)
    labels = tuple(_label(standing(goal)) for goal in goals)
    figure = charts.told(names, tuple(_share(standing(goal)) for goal in goals), labels, look=charts.theme(), weak_below=ENOUGH)
    words = "; ".join(f"{short_goal(goal.goal)} {_in_full(standing(goal))}" for goal in goals)
    charts.show(figure, alt=f"Balken per leerdoel: {words}.", key="chart-team-goals")
    with st.expander("Dit in woorden, met de hele leerdoelen", icon=":material/list:", on_change="rerun", key="team-goals-words") as box:
        if box.open:
            st.markdown(_list(here, goals))


def show_gain(figures: Figures) -> None:
    """Startmeting beside eindtoets, of the same people; nothing for too few of them."""
    if isinstance(figures.tests.before, TooFew):
        return
    st.markdown(f"## Startmeting en eindtoets\n\n{gain_in_words(figures.tests)}", anchors=False, width=620)
    both = [goal for goal in figures.goals if _told(goal.tests.before) or _told(goal.tests.after)]
    if not both:
        return
    names = tuple(short_goal(goal.goal) for goal in both)
    before, after = tuple(_share(goal.tests.before) for goal in both), tuple(_share(goal.tests.after) for goal in both)
    words = "; ".join(
        f"{name} van {in_words(goal.tests.before)} naar {in_words(goal.tests.after)}" for name, goal in zip(names, both, strict=True)
    )
    charts.show(charts.before_after(names, before, after, look=charts.theme()), alt=f"Per doel: {words}.", key="chart-team-gain")
    st.markdown("Rondje: startmeting. Ruit: eindtoets. Alleen van mensen die allebei deden.")


def _list(here: Visit, goals: list[GoalFigures]) -> str:
    return "\n".join(f"- **{here.course.goals.get(goal.goal, goal.goal)}** {_in_words(goal)}" for goal in goals)


def _in_words(goal: GoalFigures) -> str:
    """Practised and tested, each with how many people it is over."""
    practised = (
        f"Oefenvragen: {with_interval(goal.share)} goed, {goal.share.n} mensen."
        if _told(goal.share)
        else "Oefenvragen: nog te weinig mensen."
    )
    tests = goal.tests
    if not _told(tests.after):
        return practised
    return f"{practised} Startmeting {in_words(tests.before)}, eindtoets {in_words(tests.after)}, {tests.after.n} mensen."


def _told(figure: Figure) -> bool:
    return isinstance(figure, Known | Extreme)


def _share(figure: Figure) -> float | None:
    return weight(figure) if _told(figure) else None


def _order(figure: Figure) -> float:
    return weight(figure) if _told(figure) else -1.0


def _label(figure: Figure) -> str:
    """Beside a bar there is little room."""
    return _in_full(figure).replace("ongeveer", "±")


def _in_full(figure: Figure) -> str:
    return f"nog te weinig mensen (vanaf {figure.needed})" if isinstance(figure, TooFew) else in_words(figure)
