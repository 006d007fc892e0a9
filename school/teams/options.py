"""Which options were chosen, without telling what a few people chose."""

from collections.abc import Mapping, Sequence
from math import ceil

from school.content import Course
from school.grading import solution
from school.tasks import TRUTHS, Choice, Multiple, Task, TrueFalse
from school.teams.answered import versions
from school.teams.cells import Cell
from school.teams.enough import OPTIONS
from school.teams.figures import LOW, Extreme, Figure, TooFew, share, together, weight
from school.teams.pool import Counts
from school.teams.snapshot import OTHERS, OptionShare


def option_shares(course: Course, cells: Sequence[Cell], task: str, version: str, *, minimum: int) -> tuple[OptionShare, ...]:
    """From enough people, and only for the question as it is now: the options of an older one have no text any more.

    Of several cells an option is told when each of them tells it; the rest is taken together.
    """
    if versions(course).get(task) != version:
        return ()
    tables = [table for cell in cells if (table := _of_cell(course, cell, task, minimum))]
    named = [name for name in tables[0] if name != OTHERS and all(name in table for table in tables)] if tables else []
    n = sum(next(iter(table.values())).n for table in tables)
    found = {name: together([table[name] for table in tables], few=TooFew(n, OPTIONS)) for name in named}
    if named and not isinstance(course.tasks[task], Multiple):
        left = round(1 - sum(map(weight, found.values())), 9)
        found |= {OTHERS: share(left, n)} if left else {}
    return tuple(OptionShare(name, one) for name, one in found.items())


def _of_cell(course: Course, cell: Cell, task: str, minimum: int) -> dict[str, Figure]:
    """What is told of a cell; of a quarter only when it tells no more than all time does."""
    table = _table(course.tasks[task], cell.counts, task, minimum)
    others = [_table(course.tasks[task], counts, task, minimum) for counts in cell.beside]
    return table if all(list(other) == list(table) for other in others) else {}


def _table(asked: Task, counts: Counts, task: str, minimum: int) -> dict[str, Figure]:
    if counts.n < OPTIONS or isinstance(share(counts.sum(f"x/{task}") / counts.n, counts.n), Extreme):
        return {}
    chosen = {option: round(count) for option, count in counts.named(f"option/{task}")}
    match asked:
        case Choice() | TrueFalse():
            names = asked.options if isinstance(asked, Choice) else TRUTHS
            every = {name: chosen.get(name, 0) for name in names}
            shown = taken_together(every, counts.n, minimum=minimum, right=str(solution(asked)))
        case Multiple(options=options):
            fewest = _fewest(counts.n, minimum)
            shown = {name: count for name in options if fewest <= (count := chosen.get(name, 0)) <= counts.n - fewest}
        case _:
            return {}
    return {option: share(count / counts.n, counts.n) for option, count in shown.items()}


def taken_together(chosen: Mapping[str, int], n: int, *, minimum: int, right: str = "") -> dict[str, int]:
    """Options that few people chose, taken together until they are nobody or enough.

    Few is fewer than `minimum`, or a share too small to tell: it would follow from the others, since all are 100 %.
    The right one goes last, since it is told anyway. Who answered nothing is with the others. When that leaves one part,
    there is nothing to tell.
    """
    fewest = _fewest(n, minimum)
    shown = {name: count for name, count in chosen.items() if count >= fewest}
    others = n - sum(shown.values())
    while 0 < others < fewest and shown:
        rarest = min(shown, key=lambda name: (name == right, shown[name], name))
        others += shown.pop(rarest)
    parts = {**shown, OTHERS: others} if others else shown
    return parts if len(parts) > 1 else {}


def _fewest(n: int, minimum: int) -> int:
    return max(minimum, ceil(LOW * n))
