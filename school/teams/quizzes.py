"""Per quiz: the mean, its course over time, and how far the score can be trusted."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from school.content import Course
from school.learning import EINDTOETS
from school.reviewing import day_of
from school.teams.enough import MEAN, RELIABILITY, SHARE
from school.teams.facts import END_ONLY, QUIZ, TESTS
from school.teams.figures import Extreme, Figure, Known, TooFew, Withheld, share
from school.teams.pool import Counts, Pool, of_kind
from school.teams.questions import module_of
from school.teams.snapshot import Moment, Question, QuizFigures
from school.teams.statistics import Spread, alpha, alpha_interval, mean_interval, standard_error

STEP, ALPHA_STEP = 0.05, 0.1
"""How coarse a figure becomes when the exact one would give away a question that is too extreme to tell."""


def quizzes(course: Course, pool: Pool, questions: Iterable[Question]) -> tuple[QuizFigures, ...]:
    """Every form of every quiz in the course, and the eindtoets; its questions differ per person, so it has no alpha."""
    hidden = {(one.quiz, one.task, one.version) for one in questions if isinstance(one.facility, Extreme)}
    forms = [_form(course, counts, hidden) for counts in of_kind(pool, QUIZ) if counts.unit.split(":")[1] in course.quizzes]
    end = _end(pool)
    return (*forms, end) if end else tuple(forms)


def _form(course: Course, counts: Counts, hidden: set[tuple[str | None, str, str]]) -> QuizFigures:
    _, quiz, form = counts.unit.split(":")
    tasks = [task for task, _ in counts.named("x")]
    spread = _as_share(counts.spread("t", "tt"), len(tasks))
    versions = {task: next((version for version, _ in counts.named(f"version/{task}")), "") for task in tasks}
    coarse = any((quiz, task, version) in hidden for task, version in versions.items())
    reliability = _alpha(counts, tasks, coarse=coarse)
    moments = _moments([(batch.at, _as_share(Spread(batch.n, batch.sums["t"], batch.sums["tt"]), len(tasks))) for batch in counts.batches])
    return QuizFigures(
        quiz=quiz,
        form=form,
        module=_module(course, tasks),
        mean=_mean(spread, coarse=coarse or _any_extreme(moments)),
        deviation=_deviation(spread, coarse=coarse),
        alpha=reliability,
        error=_error(spread, reliability, coarse=coarse),
        over_time=_over_time(moments, coarse=coarse),
    )


def _end(pool: Pool) -> QuizFigures | None:
    """Everybody's first eindtoets, with and without a startmeting before it."""
    found = [pool[unit] for unit in (TESTS, END_ONLY) if unit in pool]
    if not found:
        return None
    n = sum(counts.n for counts in found)
    spread = Spread(n, sum(counts.sum("post") for counts in found), sum(counts.sum("post²") for counts in found))
    batches = sorted((batch for counts in found for batch in counts.batches), key=lambda batch: (batch.at, batch.unit))
    moments = _moments([(batch.at, Spread(batch.n, batch.sums["post"], batch.sums["post²"])) for batch in batches])
    few, coarse = TooFew(n, RELIABILITY), _any_extreme(moments)
    return QuizFigures(
        EINDTOETS, "", "", _mean(spread, coarse=coarse), _deviation(spread, coarse=False), few, few, _over_time(moments, coarse=False)
    )


def rounded(value: float, step: float) -> float:
    return round(round(value / step) * step, 10)


def _as_share(total: Spread, many: int) -> Spread:
    """The same as shares of all questions, 0 to 1."""
    return Spread(total.n, total.total / many, total.squares / (many * many))


def _mean(spread: Spread, *, coarse: bool) -> Figure:
    n = int(spread.n)
    if n < MEAN:
        return TooFew(n, MEAN)
    return share(rounded(spread.mean, STEP), n) if coarse else share(spread.mean, n, _clipped(mean_interval(spread)))


def _clipped(interval: tuple[float, float] | None) -> tuple[float, float] | None:
    return (max(0.0, interval[0]), min(1.0, interval[1])) if interval else None


def _deviation(spread: Spread, *, coarse: bool) -> Figure:
    n = int(spread.n)
    if n < SHARE:
        return TooFew(n, SHARE)
    if isinstance(share(spread.mean, n), Extreme):
        return Withheld(n)
    return Known(rounded(spread.deviation, STEP) if coarse else spread.deviation, n)


def _alpha(counts: Counts, tasks: list[str], *, coarse: bool) -> Figure:
    if counts.n < RELIABILITY:
        return TooFew(counts.n, RELIABILITY)
    value = alpha([counts.spread(f"x/{task}", f"xx/{task}") for task in tasks], counts.spread("t", "tt"))
    if value is None:
        return Withheld(counts.n)
    if coarse:
        return Known(rounded(value, ALPHA_STEP), counts.n)
    return Known(value, counts.n, alpha_interval(value, counts.n, len(tasks)))


def _error(spread: Spread, reliability: Figure, *, coarse: bool) -> Figure:
    if not isinstance(reliability, Known):
        return reliability
    error = standard_error(spread.deviation, reliability.value)
    return Known(rounded(error, STEP) if coarse else error, reliability.n)


def _moments(batches: list[tuple[datetime, Spread]]) -> tuple[Moment, ...]:
    """The means over time, at most one a day. A small batch waits for the next ones, until together they say something."""
    found: list[Moment] = []
    waiting = Spread(0, 0.0, 0.0)
    for place, (at, spread) in enumerate(batches, 1):
        waiting = Spread(waiting.n + spread.n, waiting.total + spread.total, waiting.squares + spread.squares)
        if waiting.n >= MEAN and (place == len(batches) or day_of(batches[place][0]) != day_of(at)):
            found.append(Moment(at, share(waiting.mean, int(waiting.n))))
            waiting = Spread(0, 0.0, 0.0)
    return tuple(found)


def _any_extreme(moments: tuple[Moment, ...]) -> bool:
    return any(isinstance(moment.mean, Extreme) for moment in moments)


def _over_time(moments: tuple[Moment, ...], *, coarse: bool) -> tuple[Moment, ...]:
    """The means per batch. With one that is too extreme to tell, the others would tell it: then all are coarse."""
    if not coarse and not _any_extreme(moments):
        return moments
    return tuple(Moment(one.at, _coarse(one.mean)) for one in moments)


def _coarse(figure: Figure) -> Figure:
    return share(rounded(figure.value, STEP), figure.n) if isinstance(figure, Known) else figure


def _module(course: Course, tasks: list[str]) -> str:
    """The module that most of its questions belong to; nothing when they are spread over the course."""
    modules = Counter(module_of(course, course.tasks[task].goal) for task in tasks if task in course.tasks)
    module, most = next(iter(modules.most_common(1)), ("", 0))
    return module if most * 2 > len(tasks) else ""
