"""Which options were chosen, without telling what a few people chose."""

from collections.abc import Mapping

from school.content import Course
from school.tasks import Choice, Multiple, TrueFalse
from school.teams.answered import versions
from school.teams.enough import OPTIONS
from school.teams.figures import share
from school.teams.pool import Counts
from school.teams.snapshot import OTHERS, OptionShare


def option_shares(course: Course, counts: Counts, task: str, version: str, *, minimum: int) -> tuple[OptionShare, ...]:
    """From enough people, and only for the question as it is now: the options of an older one have no text any more."""
    if counts.n < OPTIONS or versions(course).get(task) != version:
        return ()
    chosen = {option: round(count) for option, count in counts.named(f"option/{task}")}
    match course.tasks[task]:
        case Choice(options=options):
            shown = together({name: chosen.get(name, 0) for name in options}, counts.n, minimum=minimum)
        case TrueFalse():
            shown = together({name: chosen.get(name, 0) for name in ("waar", "niet-waar")}, counts.n, minimum=minimum)
        case Multiple(options=options):
            shown = {name: count for name in options if minimum <= (count := chosen.get(name, 0)) <= counts.n - minimum}
        case _:
            return ()
    return tuple(OptionShare(option, share(count / counts.n, counts.n)) for option, count in shown.items())


def together(chosen: Mapping[str, int], n: int, *, minimum: int) -> dict[str, int]:
    """Options that fewer than `minimum` people chose, taken together until they are nobody or at least `minimum`.

    Who answered nothing is with the others. When that leaves one part, there is nothing to tell.
    """
    shown = {name: count for name, count in chosen.items() if count >= minimum}
    others = n - sum(shown.values())
    while 0 < others < minimum and shown:
        rarest = min(shown, key=lambda name: (shown[name], name))
        others += shown.pop(rarest)
    parts = {**shown, OTHERS: others} if others else shown
    return parts if len(parts) > 1 or (shown and not others) else {}
