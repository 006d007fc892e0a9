"""What a room answered, counted: bars to draw and figures to say. Under `FEWEST` answers there is no distribution."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import assert_never

from school.grading import REFLECTED, Response, nearly_same, plain_word
from school.live.asked import Asked
from school.live.questions import Cloud, OpenText, Poll, Scale
from school.live.room import Ballot
from school.tasks import TRUTHS, Choice, Match, Multiple, Number, Order, Reflect, ShortWords, TrueFalse

FEWEST = 5
"""Answers; with fewer, people in the room could tell who gave which."""
MOST_WORDS = 60
OTHER = "anders"
STEPS = 10
"""Bars for a number, at most."""


@dataclass(frozen=True)
class Bar:
    """One row of the distribution. `share` is of those who answered, 0 to 1; `right` only where something is right."""

    id: str
    label: str
    count: float
    share: float
    right: bool = False


@dataclass(frozen=True)
class Tally:
    """A round, counted. `answered` and `skipped` are always known; the rest is empty while `hidden`.

    `right` is how many were fully right, `mean` of a scale or a number, `texts` what was written and may be shown.
    """

    answered: int
    skipped: int
    hidden: bool
    bars: tuple[Bar, ...] = ()
    right: int | None = None
    mean: float | None = None
    texts: tuple[str, ...] = ()

    @property
    def votes(self) -> int:
        """Everybody who did something; skipping counts."""
        return self.answered + self.skipped


def tally(asked: Asked, ballots: Sequence[Ballot], hand_counts: Mapping[str, int] | None = None) -> Tally:
    """The votes of a round and the hands that were counted, by option of what was asked.

    A bar of an order says on which place (from 1) an item was put on average, with `share` how often it stood right; a
    bar of a match which partner most gave it. Neither tells what is right.
    """
    given = [ballot for ballot in ballots if ballot.response is not None]
    hands = {name: number for name, number in (hand_counts or {}).items() if number > 0}
    answered = sum(ballot.count for ballot in given) + sum(hands.values())
    skipped = sum(ballot.count for ballot in ballots if ballot.response is None)
    texts = _texts(given) if isinstance(asked, OpenText) else ()
    if answered < FEWEST:
        return Tally(answered, skipped, hidden=True, texts=texts)
    bars = _bars(asked, given, hands, answered)
    return Tally(answered, skipped, False, bars, _right(asked, given, hands), _mean(asked, given, hands), texts)


def _bars(asked: Asked, given: Sequence[Ballot], hands: Mapping[str, int], answered: int) -> tuple[Bar, ...]:
    match asked:
        case Choice():
            return _options({name: option.text for name, option in asked.options.items()}, given, hands, answered, {asked.answer})
        case Multiple():
            return _options({name: option.text for name, option in asked.options.items()}, given, hands, answered, set(asked.answers))
        case TrueFalse():
            return _options({str(name): text for name, text in TRUTHS.items()}, given, hands, answered, {asked.answer})
        case Poll():
            return _options(asked.options, given, hands, answered)
        case Scale():
            return _options({str(n): str(n) for n in range(asked.low, asked.high + 1)}, given, hands, answered)
        case Reflect():
            return _options({REFLECTED: "Over nagedacht"}, given, hands, answered)
        case Number():
            return _numbers(asked, given, hands, answered)
        case ShortWords():
            return _words(asked, given, hands, answered)
        case Cloud():
            return _cloud(given, answered)
        case Order():
            return _places(asked, given)
        case Match():
            return _pairs(asked, given)
        case OpenText():
            return ()
        case _:
            assert_never(asked)


def _options(
    labels: Mapping[str, str], given: Sequence[Ballot], hands: Mapping[str, int], answered: int, right: set[str] | None = None
) -> tuple[Bar, ...]:
    counts = Counter(hands)
    for ballot in given:
        for name in _named(ballot.response):
            counts[name] += ballot.count
    return tuple(Bar(name, text, counts[name], counts[name] / answered, name in (right or ())) for name, text in labels.items())


def _named(response: Response | None) -> list[str]:
    if isinstance(response, list):
        return response
    return [f"{response:g}" if isinstance(response, (int, float)) else str(response)]


def _numbers(asked: Number, given: Sequence[Ballot], hands: Mapping[str, int], answered: int) -> tuple[Bar, ...]:
    """Steps of equal width from the smallest number that was asked for to the largest; the last one is closed."""
    width = _width((asked.maximum - asked.minimum) / STEPS)
    steps = max(1, math.ceil((asked.maximum - asked.minimum) / width))

    def step(response: Response) -> str:
        number = float(response) if isinstance(response, (int, float)) else asked.minimum
        return str(min(steps - 1, max(0, int((number - asked.minimum) // width))))

    unit = "%" if asked.unit == "%" else f" {asked.unit}" if asked.unit else ""
    labels = {
        str(n): f"{asked.minimum + n * width:g} tot {min(asked.minimum + (n + 1) * width, asked.maximum):g}{unit}" for n in range(steps)
    }
    return _options(labels, _as(given, step), hands, answered, {step(asked.answer)})


def _width(least: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, 50 ... that is at least so wide, or of their tenths."""
    size = 10.0 ** math.floor(math.log10(least))
    return next(size * times for times in (1, 2, 5, 10) if size * times >= least * 0.999)


def _words(asked: ShortWords, given: Sequence[Ballot], hands: Mapping[str, int], answered: int) -> tuple[Bar, ...]:
    """What the author foresaw, and the rest together: what people type is not shown unread."""
    labels = {"goed": asked.accept[0], **{name: mistake.words[0] for name, mistake in asked.mistakes.items()}, OTHER: "Iets anders"}
    foreseen = {"goed": asked.accept, **{name: mistake.words for name, mistake in asked.mistakes.items()}}

    def group(response: Response) -> str:
        return next((name for name, words in foreseen.items() if any(nearly_same(str(response), word) for word in words)), OTHER)

    # The score stays when the words are deleted.
    right = [Ballot("goed", ballot.count) for ballot in given if ballot.score == 1]
    return _options(labels, [*right, *_as([b for b in given if b.score != 1], group)], hands, answered, {"goed"})


def _as(given: Sequence[Ballot], group: Callable[[Response], str]) -> list[Ballot]:
    return [Ballot(group(ballot.response), ballot.count) for ballot in given if ballot.response is not None]


def _cloud(given: Sequence[Ballot], answered: int) -> tuple[Bar, ...]:
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for ballot in given:
        if ballot.state == "shown" and (word := plain_word(str(ballot.response)) or str(ballot.response)):
            counts[word] += ballot.count
            first.setdefault(word, str(ballot.response))
    return tuple(Bar(word, first[word], count, count / answered) for word, count in counts.most_common(MOST_WORDS))


def _places(asked: Order, given: Sequence[Ballot]) -> tuple[Bar, ...]:
    """In the order of the room as a whole, so that showing it does not tell the right one."""
    found: dict[str, list[tuple[int, int]]] = {name: [] for name in asked.items}
    for ballot in given:
        for place, name in enumerate(_named(ballot.response), 1):
            found.setdefault(name, []).append((place, ballot.count))
    bars = [_place(name, text, right, found[name]) for right, (name, text) in enumerate(asked.items.items(), 1)]
    return tuple(sorted(bars, key=lambda bar: (bar.count, bar.label)))


def _place(name: str, text: str, right: int, found: list[tuple[int, int]]) -> Bar:
    total = sum(count for _, count in found) or 1
    mean = sum(place * count for place, count in found) / total
    return Bar(name, text, mean, sum(count for place, count in found if place == right) / total)


def _pairs(asked: Match, given: Sequence[Ballot]) -> tuple[Bar, ...]:
    """Per thing on the left the partner that most gave it, right or not."""
    return tuple(_pair(asked, name, given) for name in asked.left)


def _pair(asked: Match, left: str, given: Sequence[Ballot]) -> Bar:
    chosen: Counter[str] = Counter()
    for ballot in given:
        if isinstance(ballot.response, dict) and ballot.response.get(left) in asked.right:
            chosen[ballot.response[left]] += ballot.count
    partner, count = max(chosen.items(), key=lambda one: (one[1], one[0]), default=("", 0))
    label = f"{asked.left[left]} → {asked.right.get(partner, '')}"
    return Bar(left, label, count, count / max(1, chosen.total()), right=partner == asked.pairs[left])


def _right(asked: Asked, given: Sequence[Ballot], hands: Mapping[str, int]) -> int | None:
    """How many were fully right. Of hands only where one hand is one answer."""
    scored = [ballot for ballot in given if ballot.score is not None]
    by_hand = hands.get(asked.answer, 0) if isinstance(asked, (Choice, TrueFalse)) else 0
    if not scored and not by_hand:
        return None
    return by_hand + sum(ballot.count for ballot in scored if (ballot.score or 0) >= 1)


def _mean(asked: Asked, given: Sequence[Ballot], hands: Mapping[str, int]) -> float | None:
    if not isinstance(asked, (Scale, Number)):
        return None
    points = [float(b.response) for b in given if isinstance(b.response, (int, float)) for _ in range(b.count)]
    if isinstance(asked, Scale):
        points += [float(name) for name, count in hands.items() if name.isdecimal() for _ in range(count)]
    return fmean(points) if points else None


def _texts(given: Sequence[Ballot]) -> tuple[str, ...]:
    return tuple(str(ballot.response) for ballot in given if ballot.state == "shown" and ballot.response for _ in range(ballot.count))
