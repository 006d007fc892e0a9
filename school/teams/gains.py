"""Startmeting beside eindtoets, of the same people: in all, and per goal."""

from collections.abc import Callable
from dataclasses import replace

from school.content import Course
from school.gain import hake
from school.teams.cells import Ground
from school.teams.enough import MEAN
from school.teams.facts import TESTS
from school.teams.figures import Extreme, Figure, Known, TooFew, Withheld, exact, share, together, weight
from school.teams.pool import Counts, counted, merged
from school.teams.questions import module_of
from school.teams.rounding import STEP, roughly, rounded
from school.teams.snapshot import Gain, GoalFigures, Question, nothing
from school.teams.statistics import gain


def tests(ground: Ground) -> Gain:
    """Over the whole test. When a goal is too extreme to tell, the whole is coarse, so that the goal stays untold."""
    return _of(ground, lambda counts: _gain(counts, "", coarse=_hides(counts)))


def _hides(counts: Counts) -> bool:
    goals = [name for name, _ in counts.named("post")]
    return any(isinstance(_share(counts, f"{when}/{goal}"), Extreme) for when in ("pre", "post") for goal in goals)


def goals(course: Course, ground: Ground, questions: tuple[Question, ...]) -> tuple[GoalFigures, ...]:
    """Every goal that was asked about, in the order of the programme."""
    counts = ground.pool.get(TESTS)
    asked = {one.goal for one in questions} | ({name for name, _ in counts.named("post")} if counts else set())
    return tuple(
        GoalFigures(
            goal,
            module_of(course, goal),
            _together([one for one in questions if one.goal == goal]),
            _of_goal(ground, goal),
        )
        for goal in course.goals
        if goal in asked
    )


def _of_goal(ground: Ground, goal: str) -> Gain:
    """Nothing for a goal that the tests do not ask about."""
    counts = ground.pool.get(TESTS)
    if counts is None or f"post/{goal}" not in counts.sums or f"pre/{goal}" not in counts.sums:
        return nothing(MEAN, 0)
    return _of(ground, lambda counts: _gain(counts, f"/{goal}", coarse=False))


def _of(ground: Ground, of: Callable[[Counts], Gain]) -> Gain:
    """What the cells tell, together: the gain of everybody in them when every cell tells its own exactly."""
    cells = ground.cells((TESTS,), MEAN)
    few = TooFew(counted(ground.pool, TESTS), MEAN)
    begins = [cell.figure(lambda counts: of(counts).before) for cell in cells]
    ends = [cell.figure(lambda counts: of(counts).after) for cell in cells]
    if begins and all(map(exact, [*begins, *ends])):
        return of(merged([cell.counts for cell in cells]))
    if len(cells) == 1 and not cells[0].beside:
        return of(cells[0].counts)
    before, after = together(begins, few=few), together(ends, few=few)
    if not isinstance(before, Known) or not isinstance(after, Known) or before.n != after.n:
        return Gain(before, after, before if isinstance(before, TooFew) else Withheld(before.n))
    return Gain(before, after, _rough_gain(before, after))


def _together(questions: list[Question]) -> Figure:
    """The mean of what is published per question and of nothing else, so that it tells nothing that they do not tell."""
    told = [one.facility for one in questions if isinstance(one.facility, Known | Extreme)]
    if not told:
        return max((one.facility for one in questions), key=lambda figure: figure.n, default=TooFew(0, MEAN))
    many = sum(figure.n for figure in told)
    made = share(sum(weight(figure) * figure.n for figure in told) / many, max(figure.n for figure in told))
    return made if isinstance(made, Extreme) or all(map(exact, told)) else replace(made, about=True)


def _gain(counts: Counts, of: str, *, coarse: bool) -> Gain:
    before, after = _share(counts, f"pre{of}"), _share(counts, f"post{of}")
    if not isinstance(before, Known) or not isinstance(after, Known):
        return Gain(roughly(before), roughly(after), Withheld(counts.n))
    if coarse:
        first, last = roughly(before), roughly(after)
        return Gain(first, last, _rough_gain(first, last))
    value, interval = gain(counts.spread(f"pre{of}", f"pre²{of}"), counts.spread(f"post{of}", f"post²{of}"), counts.sum(f"pre×post{of}"))
    return Gain(before, after, Withheld(counts.n) if value is None else Known(value, counts.n, interval))


def _share(counts: Counts, name: str) -> Figure:
    return share(counts.sum(name) / counts.n, counts.n)


def _rough_gain(before: Figure, after: Figure) -> Figure:
    """From the published means and nothing else."""
    gain = hake(before.value, after.value) if isinstance(before, Known) and isinstance(after, Known) else None
    return Withheld(before.n) if gain is None else Known(rounded(gain, STEP), before.n, about=True)
