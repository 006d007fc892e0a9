"""What a room answered, as rows to draw and a sentence to say. What is right shows only after the trainer said so.

`school.live.tally` counts; here stand the labels, the notes beside a bar, and the order of the rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from school.dutch import count, number, percent
from school.grading import in_words, solution
from school.live import FEWEST, Asked, Ballot, Tally
from school.live.questions import Cloud, OpenText, Poll, Scale
from school.tasks import Choice, Match, Multiple, Number, Order, Reflect, ShortWords, TrueFalse

LETTERS = "ABCDEFGHIJKL"


@dataclass(frozen=True)
class Row:
    """One bar: what it is of, how long it is (0 to 1), what stands at its end, and whether it is known to be right."""

    label: str
    share: float
    note: str
    right: bool = False


def choices(asked: Asked) -> dict[str, str]:
    """What somebody can choose from, with the letter that is on the answer cards; empty where there is nothing to choose."""
    match asked:
        case Choice() | Multiple():
            texts = {name: option.text for name, option in asked.options.items()}
        case TrueFalse():
            texts = {"waar": "Waar", "niet-waar": "Niet waar"}
        case Poll():
            texts = dict(asked.options)
        case Scale():
            return {str(point): _point(asked, point) for point in range(asked.low, asked.high + 1)}
        case Number() | Order() | Match() | ShortWords() | Reflect() | Cloud() | OpenText():
            return {}
        case _:
            assert_never(asked)
    return {name: f"{letter}. {text}" for letter, (name, text) in zip(LETTERS, texts.items(), strict=False)}


def _point(scale: Scale, point: int) -> str:
    said = scale.low_text if point == scale.low else scale.high_text if point == scale.high else ""
    return f"{point} ({said})" if said else str(point)


def rows(asked: Asked, counted: Tally, ballots: Sequence[Ballot], *, right_shown: bool) -> tuple[Row, ...]:
    """The bars of a round; none under the least number of answers, and none for texts."""
    if counted.hidden:
        return ()
    given = [ballot for ballot in ballots if ballot.response is not None]
    match asked:
        case Choice() | Multiple() | TrueFalse() | Poll() | Scale():
            names = choices(asked)
            return tuple(Row(names[b.id], b.share, _note(b.count, b.share), right_shown and b.right) for b in counted.bars if b.id in names)
        case ShortWords() | Number():
            return tuple(Row(b.label, b.share, _note(b.count, b.share), right_shown and b.right) for b in counted.bars)
        case Order():
            bars = sorted(counted.bars, key=lambda bar: list(asked.items).index(bar.id)) if right_shown else counted.bars
            places = max(1, len(asked.items) - 1)
            return tuple(Row(b.label, 1 - (b.count - 1) / places, f"gemiddeld plek {number(b.count, 1)}") for b in bars)
        case Match() if right_shown:
            return tuple(_fitting(asked, name, given) for name in asked.left)
        case Match():
            return tuple(Row(b.label, b.share, f"{percent(b.share)} koos dit") for b in counted.bars)
        case Cloud() | OpenText() | Reflect():
            return ()
        case _:
            assert_never(asked)


def _note(amount: float, share: float) -> str:
    return f"{number(amount)} · {percent(share)}"


def _fitting(asked: Match, name: str, given: Sequence[Ballot]) -> Row:
    """How many gave this thing its own partner."""
    found = [(ballot.response.get(name), ballot.count) for ballot in given if isinstance(ballot.response, dict)]
    right = sum(amount for chosen, amount in found if chosen == asked.pairs[name])
    share = right / max(1, sum(amount for _, amount in found))
    return Row(f"{asked.left[name]} → {asked.right[asked.pairs[name]]}", share, f"{percent(share)} klopt", right=True)


def said(asked: Asked, counted: Tally, drawn: Sequence[Row], *, right_shown: bool, short: bool = False) -> str:
    """The finding first, in a sentence or two; for who does not see the bars as well. `short` leaves out what won."""
    skipped = f" {count(counted.skipped, 'mens sloeg', 'mensen sloegen')} over." if counted.skipped else ""
    if counted.hidden:
        few = f"Vanaf {FEWEST} antwoorden laten we zien wat de zaal koos, zodat niemand te herkennen is."
        return f"{answers(counted.answered)}. {few}{skipped}"
    parts = [f"{answers(counted.answered)}."]
    if drawn and not short and not isinstance(asked, (Order, Match)):
        top = max(drawn, key=lambda row: row.share)
        if top.share > 0:
            parts.append(f"Het meest gekozen: {top.label.rstrip('.?!')} ({percent(top.share)}).")
    if counted.mean is not None:
        parts.append(f"Gemiddeld {number(counted.mean, 1)}.")
    if right_shown and counted.right is not None:
        parts.append(f"Helemaal goed: {number(counted.right)} van {number(counted.answered)}.")
    return " ".join(parts) + skipped


def answers(amount: int) -> str:
    """'1 antwoord', '12 antwoorden'."""
    return count(amount, "antwoord", "antwoorden")


def right_answer(asked: Asked) -> list[str]:
    """What is right, one line per part; nothing where nothing is."""
    match asked:
        case Choice() | TrueFalse():
            return [choices(asked)[asked.answer]]
        case Multiple():
            return [choices(asked)[name] for name in asked.options if name in asked.answers]
        case Number() | Order() | Match() | ShortWords():
            return in_words(asked, solution(asked))
        case Reflect() | Poll() | Scale() | Cloud() | OpenText():
            return []
        case _:
            assert_never(asked)
