"""How sure somebody was beside how right: Gardner-Medwin's marks, as feedback only. Whether somebody passes never depends on it.

The expected marks p, 4p - 2 and 9p - 6 cross at 2/3 and 4/5: there it begins to pay to say that you are surer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from school.learning import Answer

WORDS = {1: "onzeker", 2: "tamelijk zeker", 3: "zeker"}
SURE, UNSURE = 3, 1
RIGHT = {1: 1, 2: 2, 3: 3}
WRONG = {1: 0, 2: -2, 3: -6}
BANDS = {1: (0.0, 2 / 3), 2: (2 / 3, 4 / 5), 3: (4 / 5, 1.0)}
"""Which share of the answers is right when a level of certainty is used well."""
SLIGHT = 0.5
FEW = 5
"""With fewer answers than this a share says nothing."""

Judgement = Literal["few", "fits", "slightly over", "over", "slightly under", "under"]


@dataclass(frozen=True)
class Level:
    """All answers given with one certainty: how many, the mean score (0 to 1), and how that fits its band."""

    certainty: int
    count: int
    share: float
    judgement: Judgement


@dataclass(frozen=True)
class Summary:
    """What the certainty of some answers was worth.

    `accuracy` is the mean score (0 to 1), `average` the mean mark (-6 to 3), `bonus` a tenth of what the marks are above
    the best that one and the same certainty for all would have given.
    """

    count: int
    accuracy: float
    average: float
    bonus: float

    @property
    def score(self) -> float:
        return self.accuracy + self.bonus


def mark(score: float, certainty: int) -> float:
    """The mark for a score of 0 to 1: the share of the right mark, or the wrong mark when nothing was right."""
    return RIGHT[certainty] * score if score > 0 else WRONG[certainty]


def summary(answers: Iterable[Answer]) -> Summary | None:
    """Over the answers with a certainty; nothing when there are none."""
    judged = [(answer.score, answer.certainty) for answer in answers if answer.certainty]
    if not judged:
        return None
    accuracy = fmean(score for score, _ in judged)
    average = fmean(mark(score, certainty) for score, certainty in judged)
    uniform = max(accuracy, 4 * accuracy - 2, 9 * accuracy - 6)
    return Summary(len(judged), accuracy, average, 0.1 * (average - uniform))


def calibration(answers: Iterable[Answer]) -> list[Level]:
    """How often it was right at each certainty that was used, least sure first."""
    scores: dict[int, list[float]] = {}
    for answer in answers:
        if answer.certainty:
            scores.setdefault(answer.certainty, []).append(answer.score)
    return [Level(level, len(found), fmean(found), judge(level, fmean(found), len(found))) for level, found in sorted(scores.items())]


def judge(certainty: int, share: float, count: int) -> Judgement:
    """Whether somebody was too sure or not sure enough; 'slightly' when it is no more than a few answers can do."""
    low, high = BANDS[certainty]
    if count < FEW:
        return "few"
    if share < low:
        return "slightly over" if (share - low) ** 2 * count <= SLIGHT else "over"
    if share > high:
        return "slightly under" if (share - high) ** 2 * count <= SLIGHT else "under"
    return "fits"


def confident_errors(names: Iterable[str], answers: dict[str, Answer]) -> list[str]:
    """The questions that were answered surely and were not fully right."""
    return [name for name in names if name in answers and answers[name].certainty == SURE and answers[name].score < 1]
