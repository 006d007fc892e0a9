"""Per quiz: the mean, its course over time, and how far the score can be trusted."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from school.content import Course
from school.learning import EINDTOETS
from school.reviewing import day_of
from school.teams.cells import Ground
from school.teams.enough import MEAN, RELIABILITY, SHARE
from school.teams.facts import END_ONLY, QUIZ, TESTS
from school.teams.figures import Extreme, Figure, Known, TooFew, Withheld, exact, share, together
from school.teams.pool import Counts, merged, of_kind
from school.teams.questions import module_of, too_extreme
from school.teams.rounding import ALPHA_STEP, STEP, roughly, rounded, step
from school.teams.snapshot import Moment, Question, QuizFigures
from school.teams.statistics import Spread, alpha, alpha_interval, mean_interval, standard_error


def quizzes(course: Course, ground: Ground, questions: Iterable[Question]) -> tuple[QuizFigures, ...]:
    """Every form of every quiz in the course, and the eindtoets; its questions differ per person, so it has no alpha."""
    hidden = {(one.quiz, one.task, one.version) for one in questions if not isinstance(one.facility, TooFew) and not exact(one.facility)}
    every = [counts for counts in of_kind(ground.pool, QUIZ) if counts.unit.split(":")[1] in course.quizzes]
    forms = [_form(course, ground, counts, hidden) for counts in every]
    end = _end(ground)
    return (*forms, end) if end else tuple(forms)


def _form(course: Course, ground: Ground, counts: Counts, hidden: set[tuple[str | None, str, str]]) -> QuizFigures:
    _, quiz, form = counts.unit.split(":")
    tasks = [task for task, _ in counts.named("x")]
    versions = {task: next((version for version, _ in counts.named(f"version/{task}")), "") for task in tasks}
    coarse = any((quiz, task, version) in hidden for task, version in versions.items())
    cells = ground.cells((counts.unit,), MEAN)
    mean = _together(
        [cell.figure(lambda c: _mean_of(c, tasks)) for cell in cells], [_spread(cell.counts, tasks) for cell in cells], counts.n
    )
    telling = merged([cell.counts for cell in ground.cells((counts.unit,), SHARE)] or [counts])
    spread = _spread(telling, tasks)
    reliability = _alpha(telling, tasks, coarse=coarse)
    return QuizFigures(
        quiz=quiz,
        form=form,
        module=_module(course, tasks),
        mean=mean,
        deviation=_deviation(spread, mean, coarse=coarse),
        alpha=reliability,
        error=_error(spread, reliability, coarse=coarse),
        over_time=_over_time(_moments_of(counts, tasks), coarse=coarse or not ground.one),
    )


def _mean_of(counts: Counts, tasks: list[str]) -> Figure:
    """Of one cell: coarse when the exact mean would give away a question, or a moment, that is too extreme to tell."""
    return _mean(_spread(counts, tasks), coarse=too_extreme(counts, tasks) or _any_extreme(_moments_of(counts, tasks)))


def _spread(counts: Counts, tasks: list[str]) -> Spread:
    return _as_share(counts.spread("t", "tt"), len(tasks))


def _moments_of(counts: Counts, tasks: list[str]) -> tuple[Moment, ...]:
    return _moments([(batch.at, _as_share(Spread(batch.n, batch.sums["t"], batch.sums["tt"]), len(tasks))) for batch in counts.batches])


def _end(ground: Ground) -> QuizFigures | None:
    """Everybody's first eindtoets, with and without a startmeting before it."""
    every = [ground.pool[unit] for unit in (TESTS, END_ONLY) if unit in ground.pool]
    if not every:
        return None
    counts = merged(every)
    cells = ground.cells((TESTS, END_ONLY), MEAN)
    mean = _together([cell.figure(_end_mean) for cell in cells], [cell.counts.spread("post", "post²") for cell in cells], counts.n)
    spread = merged([cell.counts for cell in cells] or [counts]).spread("post", "post²")
    few = TooFew(counts.n, RELIABILITY)
    moments = _over_time(_end_moments(counts), coarse=not ground.one)
    return QuizFigures(EINDTOETS, "", "", mean, _deviation(spread, mean, coarse=False), few, few, moments)


def _end_mean(counts: Counts) -> Figure:
    """Coarse also when it would tell of those with a startmeting, or of those without one, what is too extreme to tell."""
    parts = [[batch for batch in counts.batches if batch.unit == unit] for unit in (TESTS, END_ONLY)]
    told = [share(sum(batch.sums["post"] for batch in part) / n, n) for part in parts if (n := sum(batch.n for batch in part))]
    coarse = _any_extreme(_end_moments(counts)) or (len(told) > 1 and not all(map(exact, told)))
    return _mean(counts.spread("post", "post²"), coarse=coarse)


def _end_moments(counts: Counts) -> tuple[Moment, ...]:
    return _moments([(batch.at, Spread(batch.n, batch.sums["post"], batch.sums["post²"])) for batch in counts.batches])


def _together(means: list[Figure], spreads: list[Spread], many: int) -> Figure:
    """The mean of the cells; with the interval of everybody in them when every cell tells its own exactly."""
    found = together(means, few=TooFew(many, MEAN))
    if len(means) < 2 or not isinstance(found, Known) or not all(map(exact, means)):
        return found
    return _mean(
        Spread(sum(one.n for one in spreads), sum(one.total for one in spreads), sum(one.squares for one in spreads)), coarse=False
    )


def _as_share(total: Spread, many: int) -> Spread:
    """The same as shares of all questions, 0 to 1."""
    return Spread(total.n, total.total / many, total.squares / (many * many))


def _mean(spread: Spread, *, coarse: bool) -> Figure:
    n = int(spread.n)
    if n < MEAN:
        return TooFew(n, MEAN)
    return roughly(share(spread.mean, n)) if coarse else share(spread.mean, n, _clipped(mean_interval(spread)))


def _clipped(interval: tuple[float, float] | None) -> tuple[float, float] | None:
    return (max(0.0, interval[0]), min(1.0, interval[1])) if interval else None


def _deviation(spread: Spread, mean: Figure, *, coarse: bool) -> Figure:
    n = int(spread.n)
    if n < SHARE:
        return TooFew(n, SHARE)
    if not isinstance(mean, Known) or isinstance(share(spread.mean, n), Extreme):
        return Withheld(n)
    return Known(rounded(spread.deviation, step(STEP, n)), n, about=True) if coarse or mean.about else Known(spread.deviation, n)


def _alpha(counts: Counts, tasks: list[str], *, coarse: bool) -> Figure:
    if counts.n < RELIABILITY:
        return TooFew(counts.n, RELIABILITY)
    value = alpha([counts.spread(f"x/{task}", f"xx/{task}") for task in tasks], counts.spread("t", "tt"))
    if value is None:
        return Withheld(counts.n)
    if coarse:
        return Known(rounded(value, step(ALPHA_STEP, counts.n)), counts.n, about=True)
    return Known(value, counts.n, alpha_interval(value, counts.n, len(tasks)))


def _error(spread: Spread, reliability: Figure, *, coarse: bool) -> Figure:
    if not isinstance(reliability, Known):
        return reliability
    error = standard_error(spread.deviation, reliability.value)
    return Known(rounded(error, step(STEP, reliability.n)), reliability.n, about=True) if coarse else Known(error, reliability.n)


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
    return tuple(Moment(one.at, roughly(one.mean)) for one in moments)


def _module(course: Course, tasks: list[str]) -> str:
    """The module that most of its questions belong to; nothing when they are spread over the course."""
    modules = Counter(module_of(course, course.tasks[task].goal) for task in tasks if task in course.tasks)
    module, most = next(iter(modules.most_common(1)), ("", 0))
    return module if most * 2 > len(tasks) else ""
