"""Startmeting beside eindtoets, of the same people: in all, and per goal."""

from school.content import Course
from school.teams.enough import MEAN
from school.teams.facts import TESTS
from school.teams.figures import Extreme, Figure, Known, TooFew, Withheld, share
from school.teams.pool import Counts, Pool
from school.teams.questions import module_of, weight
from school.teams.quizzes import STEP, rounded
from school.teams.snapshot import Gain, GoalFigures, Question, nothing
from school.teams.statistics import gain


def tests(pool: Pool) -> Gain:
    """Over the whole test. When a goal is too extreme to tell, the whole is coarse, so that the goal stays untold."""
    counts = pool.get(TESTS)
    if counts is None or counts.n < MEAN:
        return nothing(MEAN, counts.n if counts else 0)
    goals = [name for name, _ in counts.named("post")]
    coarse = any(isinstance(_share(counts, f"{when}/{goal}"), Extreme) for when in ("pre", "post") for goal in goals)
    return _gain(counts, "", coarse=coarse)


def goals(course: Course, pool: Pool, questions: tuple[Question, ...]) -> tuple[GoalFigures, ...]:
    """Every goal that was asked about, in the order of the programme."""
    counts = pool.get(TESTS)
    asked = {one.goal for one in questions} | ({name for name, _ in counts.named("post")} if counts else set())
    return tuple(
        GoalFigures(
            goal,
            module_of(course, goal),
            _together([one for one in questions if one.goal == goal]),
            _of_goal(counts, goal),
        )
        for goal in course.goals
        if goal in asked
    )


def _of_goal(counts: Counts | None, goal: str) -> Gain:
    """Nothing for a goal that the tests do not ask about."""
    if counts is None or f"post/{goal}" not in counts.sums or f"pre/{goal}" not in counts.sums:
        return nothing(MEAN, 0)
    return _gain(counts, f"/{goal}", coarse=False) if counts.n >= MEAN else nothing(MEAN, counts.n)


def _together(questions: list[Question]) -> Figure:
    """The mean of what is published per question and of nothing else, so that it tells nothing that they do not tell."""
    told = [one.facility for one in questions if isinstance(one.facility, Known | Extreme)]
    if not told:
        return max((one.facility for one in questions), key=lambda figure: figure.n, default=TooFew(0, MEAN))
    many = sum(figure.n for figure in told)
    return share(sum(weight(figure) * figure.n for figure in told) / many, max(figure.n for figure in told))


def _gain(counts: Counts, of: str, *, coarse: bool) -> Gain:
    before, after = _share(counts, f"pre{of}"), _share(counts, f"post{of}")
    if not isinstance(before, Known) or not isinstance(after, Known):
        return Gain(_coarse(before), _coarse(after), Withheld(counts.n))
    if coarse:
        first, last = rounded(before.value, STEP), rounded(after.value, STEP)
        value = (last - first) / (1 - first) if first < 1 else None
        return Gain(_coarse(before), _coarse(after), Withheld(counts.n) if value is None else Known(rounded(value, STEP), counts.n))
    value, interval = gain(counts.spread(f"pre{of}", f"pre²{of}"), counts.spread(f"post{of}", f"post²{of}"), counts.sum(f"pre×post{of}"))
    return Gain(before, after, Withheld(counts.n) if value is None else Known(value, counts.n, interval))


def _share(counts: Counts, name: str) -> Figure:
    return share(counts.sum(name) / counts.n, counts.n)


def _coarse(figure: Figure) -> Figure:
    return share(rounded(figure.value, STEP), figure.n) if isinstance(figure, Known) else figure
