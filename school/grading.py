"""What an answer is worth and what to say about it: first parse, then grade. Nothing is stored or shown here."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import combinations
from typing import assert_never

from school.tasks import (
    TRUTHS,
    Choice,
    Match,
    Multiple,
    Number,
    Option,
    Order,
    Reflect,
    ShortWords,
    Task,
    TrueFalse,
)

Response = str | float | list[str] | dict[str, str]
"""An answer as it is stored (JSON): an option id, a number, ids, pairs left -> right, or a word."""

REFLECTED = "gedaan"
MAX_WORDS = 80


class ResponseError(ValueError):
    """What came in cannot be an answer to the task: a tampered or outdated value, not a wrong answer."""


@dataclass(frozen=True)
class Remark:
    """Something to say about one part of an answer. `part` names it: an option, a pair, or nothing in particular."""

    text: str
    fits: bool
    part: str = ""


@dataclass(frozen=True)
class Grade:
    """What an answer is worth (`score`, 0 to 1) and what to say about it."""

    score: float
    remarks: tuple[Remark, ...]
    misconceptions: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        return self.score >= 1


def parse(task: Task, raw: object) -> Response:
    """The answer in `raw`, in the form that is stored; `ResponseError` when it cannot be one."""
    match task:
        case Choice():
            return _one_of(raw, task.options)
        case TrueFalse():
            return _one_of(raw, TRUTHS)
        case Multiple():
            return sorted(_distinct(raw, task.options), key=list(task.options).index)
        case Number():
            return _number(raw, task)
        case Order():
            order = _distinct(raw, task.items)
            if len(order) != len(task.items):
                raise ResponseError("an order names every item once")
            return order
        case Match():
            return _pairs(raw, task)
        case ShortWords():
            if not isinstance(raw, str) or not raw.strip() or len(raw) > MAX_WORDS:
                raise ResponseError(f"words are 1 to {MAX_WORDS} characters of text")
            return raw.strip()
        case Reflect():
            return _one_of(raw, {REFLECTED: ""})
        case _:
            assert_never(task)


def parse_laid(task: Task, raw: object) -> Response:
    """What of an answer lies there already, in the form of `parse`; of pairs it may be a part, and none.

    `ResponseError` when it can never become an answer, so nothing larger than an answer is ever kept.
    """
    return _some_pairs(raw, task) if isinstance(task, Match) else parse(task, raw)


def grade(task: Task, response: Response) -> Grade:
    """What `response` is worth.

    Choice, true/false, number and words are right (1) or not (0).
    Multiple: (right ones chosen - wrong ones chosen) / right ones, never below 0.
    Order: Kendall's tau, never below 0: pairs in the right order minus pairs in the wrong one, over all pairs.
    Match: the share of left items with their own partner.
    Reflect: always 1; it is not graded.
    """
    match task:
        case Choice():
            return _grade_choice(task, str(response))
        case TrueFalse():
            return _grade_truth(task, str(response))
        case Multiple():
            return _grade_multiple(task, list(response) if isinstance(response, list) else [])
        case Number():
            return _grade_number(task, float(response) if isinstance(response, (int, float)) else float("nan"))
        case Order():
            return _grade_order(task, list(response) if isinstance(response, list) else [])
        case Match():
            return _grade_match(task, dict(response) if isinstance(response, dict) else {})
        case ShortWords():
            return _grade_words(task, str(response))
        case Reflect():
            return Grade(1.0, ())
        case _:
            assert_never(task)


def solution(task: Task) -> Response:
    """The right answer, in the form that `parse` gives."""
    match task:
        case Choice() | TrueFalse():
            return task.answer
        case Multiple():
            return sorted(task.answers, key=list(task.options).index)
        case Number():
            return task.answer
        case Order():
            return list(task.items)
        case Match():
            return dict(task.pairs)
        case ShortWords():
            return task.accept[0]
        case Reflect():
            return REFLECTED
        case _:
            assert_never(task)


def in_words(task: Task, response: Response) -> list[str]:
    """The answer as a person reads it, one line per part."""
    match task:
        case Choice():
            return [task.options[str(response)].text]
        case TrueFalse():
            return [TRUTHS["waar" if response == "waar" else "niet-waar"]]
        case Multiple():
            chosen = response if isinstance(response, list) else []
            return [task.options[name].text for name in chosen] or ["Niets gekozen"]
        case Number():
            return [f"{_dutch(response)} {task.unit}".strip() if task.unit != "%" else f"{_dutch(response)}%"]
        case Order():
            order = response if isinstance(response, list) else []
            return [f"{place}. {task.items[name]}" for place, name in enumerate(order, 1)]
        case Match():
            pairs = response if isinstance(response, dict) else {}
            return [f"{task.left[left]} → {task.right[right]}" for left, right in pairs.items()]
        case ShortWords():
            return [str(response)]
        case Reflect():
            return ["Over nagedacht"]
        case _:
            assert_never(task)


def still_fits(task: Task, response: object) -> bool:
    """Whether a stored answer can still be shown with this version of the task."""
    try:
        parse(task, response)
    except ResponseError:
        return False
    return True


def plain_word(text: str) -> str:
    """Without capitals, accents, punctuation and double spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())


def nearly_same(one: str, other: str) -> bool:
    """Whether two words differ by at most one letter (a missing, extra, wrong or swapped one).

    Words with digits and words of four letters or less must be the same: 112 is not 113.
    """
    one, other = plain_word(one), plain_word(other)
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    if min(len(one), len(other)) <= 4 or any(c.isdigit() for c in one + other):
        return False
    return _one_slip(one, other)


def _one_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) - len(short) == 1:
        return short[start:] == long[start + 1 :]
    if len(long) != len(short):
        return False
    swapped = short[:start] + short[start + 1 : start + 2] + short[start : start + 1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long


def _one_of(raw: object, known: object) -> str:
    if not isinstance(raw, str) or not isinstance(known, dict) or raw not in known:
        raise ResponseError("not one of the options")
    return raw


def _distinct(raw: object, known: dict[str, Option] | dict[str, str]) -> list[str]:
    if not isinstance(raw, (list, tuple)) or any(not isinstance(name, str) for name in raw):
        raise ResponseError("not a list of options")
    names = [str(name) for name in raw]
    if len(set(names)) != len(names) or any(name not in known for name in names):
        raise ResponseError("an unknown or repeated option")
    return names


def _number(raw: object, task: Number) -> float:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not task.minimum <= raw <= task.maximum:
        raise ResponseError("not a number in the range that was asked for")
    return float(raw)


def _pairs(raw: object, task: Match) -> dict[str, str]:
    if not isinstance(raw, dict) or set(raw) != set(task.left):
        raise ResponseError("every item on the left has one partner")
    return _some_pairs(raw, task)


def _some_pairs(raw: object, task: Match) -> dict[str, str]:
    if not isinstance(raw, dict) or not set(raw) <= set(task.left):
        raise ResponseError("an unknown item on the left")
    if any(not isinstance(right, str) or right not in task.right for right in raw.values()):
        raise ResponseError("an unknown partner")
    return {left: str(raw[left]) for left in task.left if left in raw}


def _dutch(number: object) -> str:
    return f"{number:g}".replace(".", ",") if isinstance(number, (int, float)) else str(number)


def _named(*misconceptions: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in misconceptions if name))


def _grade_choice(task: Choice, chosen: str) -> Grade:
    fits, option = chosen == task.answer, task.options[chosen]
    return Grade(float(fits), (Remark(option.feedback, fits),), () if fits else _named(option.misconception))


def _grade_truth(task: TrueFalse, chosen: str) -> Grade:
    fits, side = chosen == task.answer, TRUTHS
    text = task.feedback["waar" if chosen == "waar" else "niet-waar"]
    assert chosen in side
    return Grade(float(fits), (Remark(text, fits),), () if fits else _named(task.misconception))


def _grade_multiple(task: Multiple, chosen: list[str]) -> Grade:
    right = set(task.answers)
    score = max(0.0, (len(right & set(chosen)) - len(set(chosen) - right)) / len(right))
    remarks = tuple(
        Remark(option.feedback, (name in chosen) == (name in right), option.text)
        for name, option in task.options.items()
        if name in chosen or name in right
    )
    wrong = [task.options[name].misconception for name in chosen if name not in right]
    return Grade(score, remarks, _named(*wrong))


def _grade_number(task: Number, number: float) -> Grade:
    if number in task.accept:
        return Grade(1.0, (Remark(task.feedback, True),))
    mistake = next((mistake for mistake in task.mistakes.values() if number in mistake), None)
    if mistake is None:
        return Grade(0.0, (Remark(task.otherwise, False),))
    return Grade(0.0, (Remark(mistake.feedback, False),), _named(mistake.misconception))


def _grade_order(task: Order, order: list[str]) -> Grade:
    right = list(task.items)
    place = {name: i for i, name in enumerate(order)}
    pairs = list(combinations(right, 2))
    kept = sum(place[a] < place[b] for a, b in pairs)
    if kept == len(pairs):
        return Grade(1.0, (Remark(task.feedback, True),))
    score = max(0.0, (2 * kept - len(pairs)) / len(pairs))
    made = [m for m in task.mistakes.values() if place[m.before[0]] < place[m.before[1]]]
    remarks = tuple(Remark(mistake.feedback, False) for mistake in made) or (Remark(task.otherwise, False),)
    return Grade(score, remarks, _named(*(mistake.misconception for mistake in made)))


def _grade_match(task: Match, pairs: dict[str, str]) -> Grade:
    wrong = {left: right for left, right in pairs.items() if task.pairs[left] != right}
    if not wrong:
        return Grade(1.0, (Remark(task.feedback, True),))
    made = [m for m in task.mistakes.values() if all(pairs[left] == right for left, right in m.pairs.items())]
    explained = {left for mistake in made for left in mistake.pairs}
    remarks = [Remark(mistake.feedback, False) for mistake in made]
    if set(wrong) - explained:
        remarks.append(Remark(task.otherwise, False))
    return Grade(1 - len(wrong) / len(pairs), tuple(remarks), _named(*(mistake.misconception for mistake in made)))


def _grade_words(task: ShortWords, typed: str) -> Grade:
    mistake = next((m for m in task.mistakes.values() if any(plain_word(word) == plain_word(typed) for word in m.words)), None)
    if mistake is None and any(nearly_same(word, typed) for word in task.accept):
        return Grade(1.0, (Remark(task.feedback, True),))
    if mistake is None:
        return Grade(0.0, (Remark(task.otherwise, False),))
    return Grade(0.0, (Remark(mistake.feedback, False),), _named(mistake.misconception))
