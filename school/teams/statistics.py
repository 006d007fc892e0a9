"""What is computed from sums over people: means, intervals, discrimination and reliability. Sample variances, over n - 1.

Scores are 0 to 1 per question; a total is the sum over the questions of a quiz, unanswered ones as 0.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from school.teams.distribution import f_quantile, t_quantile

CONFIDENCE = 0.95
_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)

Interval = tuple[float, float]


@dataclass(frozen=True)
class Spread:
    """Sums over `n` people of a value and of its square."""

    n: float
    total: float
    squares: float

    @property
    def mean(self) -> float:
        return self.total / self.n

    @property
    def variance(self) -> float:
        return max(0.0, (self.squares - self.total * self.total / self.n) / (self.n - 1)) if self.n > 1 else 0.0

    @property
    def deviation(self) -> float:
        return sqrt(self.variance)


def wilson(share: float, n: float) -> Interval:
    """Where a share lies with 95 % confidence (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927); for partial scores on the wide side."""
    square = _Z * _Z / n
    middle = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / n + square / (4 * n)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)


def mean_interval(values: Spread) -> Interval | None:
    """Where the mean lies with 95 % confidence (Student); nothing for one person."""
    if values.n < 2:
        return None
    half = t_quantile(CONFIDENCE, values.n - 1) * sqrt(values.variance / values.n)
    return values.mean - half, values.mean + half


def covariance(n: float, total_x: float, total_y: float, products: float) -> float:
    return (products - total_x * total_y / n) / (n - 1) if n > 1 else 0.0


def discrimination(question: Spread, total: Spread, products: float) -> float | None:
    """Item-rest correlation, -1 to 1: of a question with the total without it. Nothing when either is the same for everybody."""
    shared = covariance(question.n, question.total, total.total, products)
    rest = total.variance + question.variance - 2 * shared
    if question.variance < 1e-12 or rest < 1e-12:
        return None
    return (shared - question.variance) / sqrt(question.variance * rest)


def alpha(questions: list[Spread], total: Spread) -> float | None:
    """Cronbach's alpha (Psychometrika 16, 1951), Moodle's coefficient of internal consistency; nothing for one question or no spread."""
    many = len(questions)
    if many < 2 or total.variance < 1e-12:
        return None
    return many / (many - 1) * (1 - sum(question.variance for question in questions) / total.variance)


def alpha_interval(value: float, n: float, questions: int) -> Interval:
    """Where alpha lies with 95 % confidence (L. S. Feldt, Psychometrika 30, 1965)."""
    above, below = n - 1, (n - 1) * (questions - 1)
    low, high = f_quantile((1 + CONFIDENCE) / 2, above, below), f_quantile((1 - CONFIDENCE) / 2, above, below)
    return 1 - (1 - value) * low, 1 - (1 - value) * high


def standard_error(deviation: float, reliability: float) -> float:
    """By how much one person's score is uncertain, in the unit of `deviation`: the deviation times the root of 1 - alpha."""
    return deviation * sqrt(max(0.0, 1 - reliability))


def gain(before: Spread, after: Spread, products: float) -> tuple[float | None, Interval | None]:
    """Hake's normalised gain on the means, with Fieller's interval; see `school.gain` for both."""
    if before.mean >= 1:
        return None, None
    value = (after.mean - before.mean) / (1 - before.mean)
    if before.n < 2:
        return value, None
    square = t_quantile(CONFIDENCE, before.n - 1) ** 2 / before.n
    below = (1 - before.mean) ** 2 - square * before.variance
    if below <= 0:
        return value, None
    shared = covariance(before.n, before.total, after.total, products)
    middle = (1 - before.mean) * (1 - after.mean) - square * shared
    above = (1 - after.mean) ** 2 - square * after.variance
    spread = sqrt(max(0.0, middle**2 - below * above))
    return value, (1 - (middle + spread) / below, 1 - (middle - spread) / below)
