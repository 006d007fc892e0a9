"""Per question and version: how many had it right, whether it tells people apart, what was chosen, and who was sure and wrong."""

from collections.abc import Iterator

from school.content import Course
from school.grading import solution
from school.learning import EINDTOETS
from school.tasks import Choice, TrueFalse
from school.teams.answered import versions
from school.teams.drawn_questions import drawn_counts
from school.teams.enough import FLAGS, RELIABILITY, SHARE
from school.teams.facts import EXERCISE, QUIZ
from school.teams.figures import LOW, Extreme, Figure, Known, TooFew, share
from school.teams.options import option_shares
from school.teams.pool import Counts, Pool, of_kind
from school.teams.snapshot import OTHERS, Misconception, OptionShare, Question
from school.teams.statistics import Spread, discrimination, wilson

NEGATIVE, WEAK, HARD, EASY, LURE = "negatief", "zwak", "moeilijk", "makkelijk", "afleider"
"""Why a question is flagged: see `school.teams.wording` for what that means."""
HARD_UNDER, WEAK_UNDER = 0.3, 0.2


def questions(course: Course, pool: Pool, *, minimum: int) -> tuple[Question, ...]:
    """Every question that anybody is counted in, in no particular order; of the tests none, see `questions_of_tests`."""
    return tuple(_question(course, counts, task, quiz, minimum=minimum) for counts, task, quiz in _asked(course, pool))


def questions_of_tests(course: Course, pool: Pool, *, minimum: int) -> tuple[Question, ...]:
    """The questions of the eindtoets, from enough people to say whether they are good ones."""
    drawn = (counts for counts in drawn_counts(pool, minimum=minimum) if counts.n >= FLAGS and counts.unit in course.tasks)
    return tuple(_question(course, counts, counts.unit, EINDTOETS, minimum=minimum) for counts in drawn)


def misconceptions(course: Course, pool: Pool, *, minimum: int) -> tuple[Misconception, ...]:
    """Thinking errors that at least `minimum` people were sure of, the most common first."""
    found = [one for counts, task, _ in _asked(course, pool) for one in _misconceptions(course, counts, task, minimum=minimum)]
    return tuple(sorted(found, key=lambda one: (-weight(one.share), one.task, one.text)))


def weight(figure: Figure) -> float:
    """A share as a number, also when it is too extreme to tell; 0 when it says nothing."""
    match figure:
        case Known(value):
            return value
        case Extreme(side):
            return LOW / 2 if side == "low" else 1 - LOW / 2
        case _:
            return 0.0


def _asked(course: Course, pool: Pool) -> Iterator[tuple[Counts, str, str | None]]:
    """Each question that is still in the course, in each unit, with the quiz it was asked in."""
    for counts in (*of_kind(pool, QUIZ), *of_kind(pool, EXERCISE)):
        kind, name, _ = counts.unit.split(":")
        for task, _ in counts.named("x"):
            if task in course.tasks and course.tasks[task].goal in course.goals:
                yield counts, task, name if kind == QUIZ else None


def _question(course: Course, counts: Counts, task: str, quiz: str | None, *, minimum: int) -> Question:
    version = _version(counts, task)
    spread = counts.spread(f"x/{task}", f"xx/{task}")
    facility = _facility(spread)
    telling = _discrimination(counts, task, spread) if quiz else TooFew(0, RELIABILITY)  # no rest of a quiz beside it
    options = option_shares(course, counts, task, version, minimum=minimum) if isinstance(facility, Known) else ()
    goal = course.tasks[task].goal
    return Question(
        task=task,
        version=version,
        module=module_of(course, goal),
        goal=goal,
        quiz=quiz,
        facility=facility,
        discrimination=telling,
        sure_wrong=_sure_wrong(counts, task),
        options=options,
        flags=_flags(course, task, facility, telling, options) if counts.n >= FLAGS else (),
    )


def _facility(spread: Spread) -> Figure:
    n = int(spread.n)
    return share(spread.mean, n, wilson(min(1.0, spread.mean), n)) if n >= SHARE else TooFew(n, SHARE)


def _discrimination(counts: Counts, task: str, spread: Spread) -> Figure:
    if counts.n < RELIABILITY:
        return TooFew(counts.n, RELIABILITY)
    value = discrimination(spread, counts.spread("t", "tt"), counts.sum(f"xt/{task}"))
    return Known(value, counts.n) if value is not None else Extreme("high" if spread.mean > 0.5 else "low", counts.n)


def _sure_wrong(counts: Counts, task: str) -> Figure:
    """Of everybody who answered; nothing when nobody was asked how sure they were."""
    if counts.n < SHARE or not counts.sum(f"judged/{task}"):
        return TooFew(counts.n if counts.sum(f"judged/{task}") else 0, SHARE)
    return share(counts.sum(f"sure-wrong/{task}") / counts.n, counts.n)


def _misconceptions(course: Course, counts: Counts, task: str, *, minimum: int) -> list[Misconception]:
    """Only those that enough people share, and only when nobody is left over whose own thinking error would show."""
    version = _version(counts, task)
    if counts.n < SHARE or versions(course).get(task) != version:
        return []
    thought = {text: round(count) for text, count in counts.named(f"thinks/{task}") if count >= minimum}
    left = round(counts.sum(f"sure-wrong/{task}")) - sum(thought.values())
    while 0 < left < minimum and thought:
        left += thought.pop(min(thought, key=lambda text: (thought[text], text)))
    goal = course.tasks[task].goal
    module = module_of(course, goal)
    return [Misconception(text, task, version, module, goal, share(count / counts.n, counts.n)) for text, count in thought.items()]


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
    return (*found, LURE) if _lured(course, task, options) else tuple(found)


def _lured(course: Course, task: str, options: tuple[OptionShare, ...]) -> bool:
    """Whether a wrong option was chosen more often than the right one."""
    asked = course.tasks[task]
    if not isinstance(asked, Choice | TrueFalse):
        return False
    shares = {one.option: weight(one.share) for one in options}
    right = shares.get(str(solution(asked)), 0.0)
    return any(found > right for option, found in shares.items() if option not in (str(solution(asked)), OTHERS))
