"""Per question and version: how many had it right, whether it tells people apart, what was chosen, and who was sure and wrong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from school.content import Course
from school.grading import solution
from school.learning import EINDTOETS
from school.tasks import Choice, TrueFalse
from school.teams.answered import versions
from school.teams.cells import Cell, Ground
from school.teams.drawn_questions import drawn_counts
from school.teams.enough import FLAGS, RELIABILITY, SHARE
from school.teams.facts import EXERCISE, QUIZ
from school.teams.figures import Extreme, Figure, Interval, Known, TooFew, Withheld, share, together, weight
from school.teams.options import option_shares
from school.teams.pool import Counts, Pool, merged, of_kind
from school.teams.rounding import ALPHA_STEP, STEP, rounded, step
from school.teams.snapshot import OTHERS, Misconception, OptionShare, Question
from school.teams.statistics import discrimination, wilson

NEGATIVE, WEAK, HARD, EASY, LURE = "negatief", "zwak", "moeilijk", "makkelijk", "afleider"
"""Why a question is flagged: see `school.teams.wording` for what that means."""
HARD_UNDER, WEAK_UNDER = 0.3, 0.2


def questions(course: Course, ground: Ground, *, minimum: int) -> tuple[Question, ...]:
    """Every question that anybody is counted in, in no particular order; of the tests none, see `questions_of_tests`."""
    return tuple(
        _question(course, task, quiz, counts, ground.cells((counts.unit,), SHARE), minimum=minimum)
        for counts, task, quiz in _asked(course, ground.pool)
    )


def questions_of_tests(course: Course, pool: Pool, *, minimum: int) -> tuple[Question, ...]:
    """The questions of the eindtoets, from enough people to say whether they are good ones."""
    drawn = [counts for counts in drawn_counts(pool, minimum=minimum) if counts.n >= FLAGS and counts.unit in course.tasks]
    return tuple(_question(course, one.unit, EINDTOETS, one, (Cell(one),), minimum=minimum) for one in drawn)


def misconceptions(course: Course, ground: Ground, *, minimum: int) -> tuple[Misconception, ...]:
    """Thinking errors that at least `minimum` people were sure of, the most common first."""
    found = [
        one
        for counts, task, _ in _asked(course, ground.pool)
        for one in _misconceptions(course, counts, task, ground.cells((counts.unit,), SHARE), minimum=minimum)
    ]
    return tuple(sorted(found, key=lambda one: (-weight(one.share), one.task, one.text)))


def too_extreme(counts: Counts, tasks: Iterable[str]) -> bool:
    """Whether one of these questions is hidden for these people because nearly everybody had it right, or wrong."""
    return any(isinstance(_facility(counts, task), Extreme) for task in tasks)


def _asked(course: Course, pool: Pool) -> Iterator[tuple[Counts, str, str | None]]:
    """Each question that is still in the course, in each unit, with the quiz it was asked in."""
    for counts in (*of_kind(pool, QUIZ), *of_kind(pool, EXERCISE)):
        kind, name, _ = counts.unit.split(":")
        for task, _ in counts.named("x"):
            if task in course.tasks and course.tasks[task].goal in course.goals:
                yield counts, task, name if kind == QUIZ else None


def _question(course: Course, task: str, quiz: str | None, every: Counts, cells: Sequence[Cell], *, minimum: int) -> Question:
    version = _version(every, task)
    facility = together([_of_cell(cell, task) for cell in cells], few=TooFew(every.n, SHARE), interval=_interval)
    telling = _discrimination(cells, task, facility) if quiz else TooFew(0, RELIABILITY)  # no rest of a quiz beside it
    options = option_shares(course, cells, task, version, minimum=minimum) if isinstance(facility, Known) else ()
    goal = course.tasks[task].goal
    return Question(
        task=task,
        version=version,
        module=module_of(course, goal),
        goal=goal,
        quiz=quiz,
        facility=facility,
        discrimination=telling,
        sure_wrong=together([cell.figure(lambda c: _sure_wrong(c, task)) for cell in cells], few=_too_few_judged(every, task)),
        options=options,
        flags=_flags(course, task, facility, telling, options) if facility.n >= FLAGS else (),
    )


def _of_cell(cell: Cell, task: str) -> Figure:
    """The mean of a quiz may be known of parts of a mixed cell; with one question too extreme to tell, the others are coarse."""
    facility = cell.figure(lambda counts: _facility(counts, task))
    unit = cell.counts.unit
    if not cell.mixed or not unit.startswith(QUIZ) or not isinstance(facility, Known):
        return facility
    if not too_extreme(cell.counts, (name for name, _ in cell.counts.named("x"))):
        return facility
    value = rounded(facility.value, step(STEP, facility.n))
    return Known(value, facility.n, _interval(value, facility.n), about=True)


def _facility(counts: Counts, task: str) -> Figure:
    mean = counts.sum(f"x/{task}") / counts.n
    return share(mean, counts.n, _interval(mean, counts.n)) if counts.n >= SHARE else TooFew(counts.n, SHARE)


def _interval(mean: float, n: int) -> Interval:
    return wilson(min(1.0, mean), n)


def _discrimination(cells: Sequence[Cell], task: str, facility: Figure) -> Figure:
    """Nothing for a question that is too extreme to tell: whether it has any spread would say that everybody had it right."""
    counts = merged([cell.counts for cell in cells])
    if counts.n < RELIABILITY:
        return TooFew(counts.n, RELIABILITY)
    value = discrimination(counts.spread(f"x/{task}", f"xx/{task}"), counts.spread("t", "tt"), counts.sum(f"xt/{task}"))
    if value is None or not isinstance(facility, Known):
        return Withheld(counts.n)
    return Known(rounded(value, step(ALPHA_STEP, counts.n)), counts.n, about=True) if facility.about else Known(value, counts.n)


def _sure_wrong(counts: Counts, task: str) -> Figure:
    """Of everybody who answered; nothing when nobody was asked how sure they were."""
    if counts.n < SHARE or not counts.sum(f"judged/{task}"):
        return _too_few_judged(counts, task)
    return share(counts.sum(f"sure-wrong/{task}") / counts.n, counts.n)


def _too_few_judged(counts: Counts, task: str) -> TooFew:
    return TooFew(counts.n if counts.sum(f"judged/{task}") else 0, SHARE)


def _misconceptions(course: Course, counts: Counts, task: str, cells: Sequence[Cell], *, minimum: int) -> list[Misconception]:
    version = _version(counts, task)
    if versions(course).get(task) != version:
        return []
    texts = dict.fromkeys(text for cell in cells for text in _thought(cell.counts, task, minimum))
    goal = course.tasks[task].goal
    module, many = module_of(course, goal), sum(cell.counts.n for cell in cells)
    found = []
    for text in texts:
        of = partial(_thinks, task=task, text=text, minimum=minimum)
        figure = together([cell.figure(of) for cell in cells], few=TooFew(many, SHARE))
        if isinstance(figure, Known | Extreme):
            found.append(Misconception(text, task, version, module, goal, _of_all(figure, many)))
    return found


def _of_all(figure: Known | Extreme, many: int) -> Figure:
    """The share in everybody, when only some of the cells tell it."""
    if figure.n == many:
        return figure
    made = share(weight(figure) * figure.n / many, many)
    return replace(made, about=True) if isinstance(made, Known) else made


def _thinks(counts: Counts, task: str, text: str, minimum: int) -> Figure:
    return _thought(counts, task, minimum).get(text, Withheld(counts.n))


def _thought(counts: Counts, task: str, minimum: int) -> dict[str, Figure]:
    """Only thinking errors that enough people share, and only when nobody is left over whose own thinking error would show."""
    if counts.n < SHARE:
        return {}
    thought = {text: round(count) for text, count in counts.named(f"thinks/{task}") if count >= minimum}
    left = round(counts.sum(f"sure-wrong/{task}")) - sum(thought.values())
    while 0 < left < minimum and thought:
        left += thought.pop(min(thought, key=lambda text: (thought[text], text)))
    return {text: share(count / counts.n, counts.n) for text, count in thought.items()}


def _version(counts: Counts, task: str) -> str:
    return next((version for version, _ in counts.named(f"version/{task}")), "")


def module_of(course: Course, goal: str) -> str:
    return next((module.id for module in course.modules if goal in module.goals), "")


def _flags(course: Course, task: str, facility: Figure, telling: Figure, options: tuple[OptionShare, ...]) -> tuple[str, ...]:
    """What makes a question doubtful, from 50 people."""
    found = []
    if isinstance(telling, Known) and telling.value < WEAK_UNDER:
        found.append(NEGATIVE if telling.value < 0 else WEAK)
    if 0 < weight(facility) < HARD_UNDER:
        found.append(HARD)
    if facility == Extreme("high", facility.n):
        found.append(EASY)
    return (*found, LURE) if _lured(course, task, facility, options) else tuple(found)


def _lured(course: Course, task: str, facility: Figure, options: tuple[OptionShare, ...]) -> bool:
    """Whether a wrong option was chosen more often than the right one."""
    asked = course.tasks[task]
    if not isinstance(asked, Choice | TrueFalse):
        return False
    shares = {one.option: weight(one.share) for one in options}
    return any(found > weight(facility) for option, found in shares.items() if option not in (str(solution(asked)), OTHERS))
