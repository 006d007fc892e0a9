"""What a presenter does with a question: ask it, close it, show the answers, show what is right, ask again, count hands."""

from uuid import uuid4

import streamlit as st

from school.live import Asked, Round
from school.live.questions import Cloud, OpenText
from school.room_results import choices, right_answer, rows, said
from school.ui.present_asking import choose_task, task_now
from school.ui.present_hall import Hall, hall
from school.ui.present_own import offer_own_question
from school.ui.present_question import waiting
from school.ui.present_texts import show_texts
from school.ui.visit import visit

MOST_HANDS = 2000


def show_round_control(of: Hall, *, driving: bool) -> None:
    """The state of the room, and what can be done with it now."""
    with st.container(border=True, key="speaker-room"):
        st.markdown("### De zaal", anchors=False)
        if of.round is not None and of.asked is not None:
            _show_round(of, of.asked, of.round, driving=driving)
        else:
            _offer_rounds(of, driving=driving)


def _offer_rounds(of: Hall, *, driving: bool) -> None:
    choose_task(of)
    asked = of.rounds_of(task_now(of) or "")
    if not of.slide_tasks:
        st.markdown("Bij dit beeld hoort geen vraag.")
    elif not asked:
        st.markdown("Je kunt de vraag bij dit beeld aan de zaal stellen.")
    else:
        st.markdown("Deze vraag is al gesteld.")
        st.button("Toon de vraag weer", key="again", width="stretch", disabled=not driving, on_click=_put_back)
        _offer_second(asked[-1], driving=driving)
    offer_own_question(of, driving=driving)


def _show_round(of: Hall, asked: Asked, now: Round, *, driving: bool) -> None:
    second = " (ronde 2)" if now.number == 2 else ""
    state = waiting(of, now) if now.open else "Gesloten"
    st.markdown(f"**{asked.prompt}**{second}\n\n{state}")
    if not of.shows_question:
        st.markdown(":yellow-badge[:material/info: Deze vraag hoort bij een ander beeld]")
    _offer_end(now, driving=driving)
    counted, ballots = of.counts[now.id]
    drawn = rows(asked, counted, ballots, right_shown=True)
    lines = "".join(f"\n- {row.label}: **{row.note}**" for row in drawn)
    st.markdown(f"Alleen voor jou: {said(asked, counted, drawn, right_shown=True)}{lines}")
    if isinstance(asked, (Cloud, OpenText)):
        show_texts(of, now)
    _count_hands(of, asked, now, driving=driving)


def show_main_buttons(of: Hall, *, driving: bool) -> None:
    """What a presenter does most with a question, for the bar that is always in reach.

    Two switches: seeing what others chose is one thing, hearing what is right another.
    """
    now, asked = of.round, of.asked
    if now is None or asked is None:
        if of.slide_tasks and not of.rounds_of(task_now(of) or ""):
            st.button("Vraag het de zaal", icon=":material/how_to_vote:", key="ask", width="stretch", disabled=not driving, on_click=_ask)
        return
    label = "Verberg antwoorden" if now.answers_shown else "Toon antwoorden"
    change = (not now.answers_shown, None)
    st.button(label, key="show-answers", width="stretch", disabled=not driving, on_click=_show, args=change)
    if right_answer(asked):
        label = "Verberg juiste antwoord" if now.right_shown else "Toon juiste antwoord"
        st.button(label, key="show-right", width="stretch", disabled=not driving, on_click=_show, args=(None, not now.right_shown))


def _offer_end(now: Round, *, driving: bool) -> None:
    if now.open:
        st.button("Sluit de vraag", icon=":material/lock:", key="close-round", width="stretch", disabled=not driving, on_click=_end)
    else:
        st.button(
            "Terug naar het beeld", icon=":material/tv_off:", key="off-screen", width="stretch", disabled=not driving, on_click=_take_off
        )
    _offer_second(now, driving=driving)


def _offer_second(now: Round, *, driving: bool) -> None:
    if now.number == 1:
        st.button(
            "Tweede ronde",
            icon=":material/repeat:",
            key="second-round",
            width="stretch",
            disabled=not driving,
            on_click=_ask_again,
            args=(now.id,),
        )


def _count_hands(of: Hall, asked: Asked, now: Round, *, driving: bool) -> None:
    names = choices(asked)
    if not names:
        return
    with st.expander("Handen of kaarten tellen", icon=":material/front_hand:", on_change="rerun", key=f"hands:{now.id}") as box:
        if not box.open:
            return
        with st.form(f"hand-form:{now.id}", border=False):
            counts = {
                name: st.number_input(text, 0, MOST_HANDS, int(now.hand_counts.get(name, 0)), 1, key=f"hand:{now.id}:{name}")
                for name, text in names.items()
            }
            if st.form_submit_button("Bewaar de telling", disabled=not driving):
                of.store.count_hands(now.id, {name: int(value) for name, value in counts.items() if value}, now=of.here.runtime.now())
                st.rerun()


def room_now() -> Hall | None:
    """The room as it is at this click; nothing for who may not change it, or while the store is away."""
    here = visit()
    of = hall(here, st.query_params.get("zaal", ""))
    return of if of and of.reachable and here.trainer and of.room.closed is None else None


def _ask() -> None:
    of = room_now()
    task = task_now(of) if of else None
    if of and task:
        open_round(of, Round(uuid4().hex, of.room.id, task, of.here.runtime.now(), own=of.slide.own))


def open_round(of: Hall, new: Round) -> None:
    """Puts a question to the room; it is on the screens at once."""
    of.store.open_round(new)


def _ask_again(round_id: str) -> None:
    """The same question a second time; the store refuses a third."""
    of = room_now()
    first = of.store.round(round_id) if of else None
    if of and first and first.room == of.room.id:
        open_round(of, Round(uuid4().hex, of.room.id, first.task, of.here.runtime.now(), number=2, own=first.own))


def _show(answers: bool | None, right: bool | None) -> None:
    of = room_now()
    if of and of.round:
        of.store.show(of.round.id, now=of.here.runtime.now(), answers=answers, right=right)


def _end() -> None:
    """No more answers. A question that belongs to a slide we left goes off the screens at once."""
    of = room_now()
    if of and of.round:
        now = of.here.runtime.now()
        of.store.close_round(of.round.id, now=now)
        if not of.shows_question:
            of.store.put(of.room.id, None, now=now)


def _take_off() -> None:
    of = room_now()
    if of:
        of.store.put(of.room.id, None, now=of.here.runtime.now())


def _put_back() -> None:
    of = room_now()
    asked = of.rounds_of(task_now(of) or "") if of else ()
    if of and asked:
        of.store.put(of.room.id, asked[-1].id, now=of.here.runtime.now())
