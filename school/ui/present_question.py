"""A question on the big screen: what is asked, who answered, and what the room said once the trainer shows it."""

from typing import assert_never

import streamlit as st

from school.dutch import count
from school.learning import shuffled
from school.live import Asked, Round, Tally
from school.live.questions import Cloud, OpenText, Poll, Scale
from school.room_results import answers, choices, right_answer
from school.tasks import Choice, Match, Multiple, Number, Order, Reflect, ShortWords, TrueFalse
from school.ui.links import ready
from school.ui.present_hall import Hall
from school.ui.present_result import show_results
from school.ui.visit import Visit


def show_question(of: Hall) -> None:
    """The round that is on the screens."""
    asked, now = of.asked, of.round
    assert asked is not None
    assert now is not None
    counted, _ = of.counts[now.id]
    # Once there is something to see, the question steps back.
    with st.container(key="slide-asked" if now.answers_shown or now.right_shown else "slide-question"):
        st.markdown(f"{_state(of, now, counted)}\n\n# {ready(of.here.course, asked.prompt)}", anchors=False)
    if now.answers_shown:
        show_results(of, asked, now)
    else:
        _show_choices(of.here, asked)
    if now.right_shown:
        show_right(of.here, asked)


def _state(of: Hall, now: Round, counted: Tally) -> str:
    """'Vraag aan de zaal · ronde 2 · 12 van 14 hebben geantwoord'."""
    second = f" · ronde {now.number}" if now.number > 1 else ""
    if not now.open:
        return f"Vraag aan de zaal{second} · gesloten · {answers(counted.votes)}"
    total = f" van {of.phones}" if of.phones and of.phones >= counted.votes else ""
    return f"Vraag aan de zaal{second} · {counted.votes}{total} {'heeft' if counted.votes == 1 and not total else 'hebben'} geantwoord"


def show_task(here: Visit, task: Asked) -> None:
    """What was not put to the room (yet): what is asked, and between what."""
    heading = "Om over na te denken" if isinstance(task, Reflect) else "Vraag aan de zaal"
    with st.container(key="slide-question"):
        st.markdown(f"{heading}\n\n# {ready(here.course, task.prompt)}", anchors=False)
    _show_choices(here, task)


def _show_choices(here: Visit, asked: Asked) -> None:
    match asked:
        case Choice() | Multiple() | TrueFalse() | Poll() | Scale():
            lines = [f"- {ready(here.course, text)}" for text in choices(asked).values()]
            if isinstance(asked, Multiple):
                lines.append("\nEr kunnen meer antwoorden kloppen.")
            with st.container(key="slide-choices"):
                st.markdown("\n".join(lines))
        case Match():
            _show_pairs(here, asked)
        case Order():
            texts = (asked.items[name] for name in shuffled(asked.items, asked.prompt))
            st.markdown("\n".join(f"- {ready(here.course, text)}" for text in texts) + "\n\nZet dit op je telefoon in de goede volgorde.")
        case Number():
            st.markdown(f"Een getal van {asked.minimum:g} tot en met {asked.maximum:g} {asked.unit}".strip())
        case ShortWords() | Cloud():
            st.markdown("Antwoord in één tot drie woorden.")
        case OpenText():
            st.markdown("Schrijf je antwoord op je telefoon. Zet er geen namen in.")
        case Reflect():
            st.markdown("Denk er even over na. Wat je denkt, blijft van jou.")
        case _:
            assert_never(asked)


def _show_pairs(here: Visit, asked: Match) -> None:
    left, right = st.columns([1.6, 1], gap="large")
    left.markdown("\n".join(f"{at}. {ready(here.course, text)}" for at, text in enumerate(asked.left.values(), 1)))
    names = shuffled(asked.right, asked.prompt)
    right.markdown("\n".join(f"- **{ready(here.course, asked.right[name])}**" for name in names))


def show_right(here: Visit, asked: Asked) -> None:
    """What is right, and why; nothing where nothing is."""
    lines = right_answer(asked)
    if not lines or isinstance(asked, (Poll, Scale, Cloud, OpenText)):
        return
    told = "" if isinstance(asked, (Match, Order)) and len(lines) > 3 else f"**Dit klopt:** {_ended('; '.join(lines))} "
    with st.container(border=True, key="slide-right"):
        st.markdown(f":material/check_circle: {ready(here.course, told + asked.why)}")


def _ended(text: str) -> str:
    """With a full stop, unless something else ends it."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def waiting(of: Hall, now: Round) -> str:
    """'7 van 12 hebben geantwoord', for who presents."""
    votes = of.counts[now.id][0].votes if now.id in of.counts else 0
    return f"{votes} van {max(of.phones, votes)} hebben geantwoord" if of.phones else f"{count(votes, 'antwoord', 'antwoorden')} binnen"
