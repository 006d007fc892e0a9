"""'Wat herhalen we de volgende keer': an ordered proposal, and one button that makes the running order for it."""

import streamlit as st

from school.dutch import count, day, duration, sentence_list
from school.identity import new_token
from school.store import UNREACHABLE
from school.teams.figures import Extreme, Known
from school.teams.repeating import Proposal, proposals, running_order, standing, weakest_quiz
from school.teams.snapshot import Figures, Snapshot
from school.teams.wording import in_words, short_goal
from school.ui.team_named import plain
from school.ui.visit import Visit, visit


def show_repeat(here: Visit, snapshot: Snapshot, figures: Figures, *, may_act: bool) -> None:
    """The goals that ask for it most, each with the steps to show."""
    st.markdown("## Wat herhalen we de volgende keer", anchors=False)
    found = proposals(here.course, figures)
    if not found:
        st.markdown(_nothing_to_repeat(here, figures), width=620)
        return
    st.markdown("\n".join(f"{number}. {_in_words(here, proposal)}" for number, proposal in enumerate(found, 1)), width=720)
    order = running_order(here.course, found, name="", order_id="")
    minutes = f"{count(len(order.parts), 'stap', 'stappen')}, samen {duration(order.minutes)}"
    if not may_act:
        st.markdown(f":gray[{minutes}.]")
        return
    st.button(
        "Zet klaar om te presenteren",
        type="primary",
        icon=":material/playlist_add:",
        key="team-repeat",
        on_click=_save,
        args=(snapshot.name, found),
    )
    _say_saved(here, minutes)


def _nothing_to_repeat(here: Visit, figures: Figures) -> str:
    """For a team too small for goals the quizzes have something to say, or say that they do not differ."""
    if any(isinstance(standing(goal), Known | Extreme) for goal in figures.goals):
        return "Geen leerdoel vraagt nu om herhaling."
    quizzes = weakest_quiz(figures)
    if not quizzes:
        return "Daarvoor zijn er nog te weinig mensen. Vraag je team waar het op terug wil komen."
    named = sentence_list([f"**{here.course.quizzes[quiz.quiz].title}** ({in_words(quiz.mean)})" for quiz in quizzes])
    if len(quizzes) == 1:
        return f"Van de toetsen ging {named} het minst goed. Begin daar: per leerdoel kunnen we bij zo weinig mensen nog niets zeggen."
    return (
        f"De toetsen liggen dicht bij elkaar: {named}. Dat verschil kan toeval zijn, en per leerdoel is bij zo weinig mensen nog niets "
        "te zeggen. Vraag je team waar het op terug wil komen."
    )


def _in_words(here: Visit, proposal: Proposal) -> str:
    steps = [step for address in proposal.steps if (step := here.course.find_step(address))]
    links = ", ".join(f"[{step.title}](/{step.module}?stap={step.id})" for step in steps)
    errors = "".join(f" Zeker én fout: “{text}”." for text in proposal.misconceptions[:2])
    return f"**{short_goal(proposal.goal)}** ({in_words(proposal.share)}).{errors} Laat zien: {links}."


def _save(team: str, found: tuple[Proposal, ...]) -> None:
    """Once for this team on this day: pressing again puts the new one in the place of the old one."""
    here = visit()
    name = f"Herhalen met {team}, {day(here.now)}"
    try:
        same = next((order.id for order in here.runtime.store.running_orders() if order.name == name), new_token())
        here.runtime.store.save_running_order(running_order(here.course, found, name=name[:80], order_id=same), here.now)
    except UNREACHABLE:
        st.session_state["team-repeat-saved"] = ""
        return
    st.session_state["team-repeat-saved"] = name[:80]


def _say_saved(here: Visit, minutes: str) -> None:
    saved = st.session_state.pop("team-repeat-saved", None)
    if saved is None:
        st.markdown(f":gray[{minutes}. Je krijgt ze als draaiboek bij Presenteren.]")
    elif not saved:
        st.warning("Niet opgeslagen: we kunnen er nu niet bij. Probeer het zo weer.", icon=":material/cloud_off:")
    elif here.trainer:
        st.success(f"Klaargezet: **{plain(saved)}** ({minutes}). Je vindt het bij [Presenteren](/presenteren).", icon=":material/check:")
    else:
        st.success(f"Klaargezet: **{plain(saved)}** ({minutes}). Je trainer vindt het bij Presenteren.", icon=":material/check:")
