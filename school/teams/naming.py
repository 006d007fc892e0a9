"""Who may be shown by name now. Somebody's own choice must not give away who chose otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from school.content import Course
from school.learning import Record, finished_attempts, goal_scores
from school.teams.batch import Member
from school.teams.snapshot import Named


@dataclass(frozen=True)
class Naming:
    """The members who are shown by name now, and whether the group is shown beside them."""

    members: tuple[Member, ...] = ()
    group: bool = True


NOBODY = Naming()


@dataclass(frozen=True)
class Held:
    """A batch of `n` people, and who of them are still in the store; who erased everything is missing."""

    n: int
    people: frozenset[str]

    def safe(self, told: frozenset[str], minimum: int) -> bool:
        """Whether nobody or enough people remain whose scores are not told by name.

        Of who is missing we cannot say whether they were ever told: they are no company, and they may not be left over.
        """
        unknown = len(self.people - told)
        return unknown >= minimum if unknown else len(self.people) == self.n


def naming(members: Sequence[Member], holdings: Iterable[Held], *, known: frozenset[str], minimum: int) -> Naming:
    """Who of the members of a team in which names may be shown, is shown. Keep of each that they are `known` from now on.

    `holdings` are all batches, of whatever team, that hold a member; `known` is everybody in them who was ever shown by
    name in any team, also who left.
    """
    people = shown(members, holdings, known=known, minimum=minimum)
    visible = tuple(member for member in members if member.person in people)
    unnamed = len(members) - len(visible)
    return Naming(visible, group=not visible or unnamed == 0 or unnamed >= minimum)


def shown(members: Sequence[Member], holdings: Iterable[Held], *, known: frozenset[str], minimum: int) -> frozenset[str]:
    """Of the members who chose a name, those who can be shown by it.

    With some of a batch shown, those left over in it are the difference; so of every batch either nobody or at least
    `minimum` must remain unknown. While too few would remain, everybody in it who was not shown before waits.
    """
    wish = frozenset(member.person for member in members if member.named is not None)
    known |= {member.person for member in members if member.known}
    held = list(holdings)
    while blocked := next((one for one in held if one.people & (wish - known) and not one.safe(known | wish, minimum)), None):
        wish -= blocked.people - known
    return wish


def named_scores(course: Course, members: Iterable[Member]) -> tuple[Named, ...]:
    """The first score at each quiz of who is shown by name, by name."""
    found = [
        Named(member.person, member.named, _scores(course, member.record), _goals(course, member.record))
        for member in members
        if member.named is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.person)))


def _scores(course: Course, record: Record) -> dict[str, float]:
    firsts = {quiz: finished_attempts(record, quiz)[:1] for quiz in course.quizzes}
    return {quiz: attempts[0].score or 0.0 for quiz, attempts in firsts.items() if attempts}


def _goals(course: Course, record: Record) -> dict[str, float]:
    return {one.goal: one.score for one in goal_scores(course, record)}
