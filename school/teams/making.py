"""Makes what is published of a team, of an organisation, or of everyone, out of whole batches and nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from school.content import Course
from school.learning import EINDTOETS
from school.teams.batch import Batch
from school.teams.enough import MEAN
from school.teams.facts import END_ONLY, JOINED, REVIEWED, STARTED, TESTS
from school.teams.figures import Figure, TooFew
from school.teams.gains import goals, tests
from school.teams.naming import NOBODY, Naming, named_scores
from school.teams.pool import Pool, activity, counted, pool
from school.teams.questions import misconceptions, questions, questions_of_tests
from school.teams.quizzes import quizzes
from school.teams.snapshot import PERIODS, Figures, Headcount, Snapshot, TeamLine
from school.teams.versions import version


@dataclass(frozen=True)
class TeamScope:
    """Whose figures these are, by id and name."""

    id: str
    name: str


def team_snapshot(
    course: Course, scope: TeamScope, batches: Iterable[Batch], *, at: datetime, minimum: int, named: Naming = NOBODY
) -> Snapshot:
    """The figures of a team, and by name those of the members who may be shown so."""
    own = tuple(batches) if named.group else ()
    return Snapshot(
        kind="team",
        id=scope.id,
        name=scope.name,
        made=at,
        course=version(course),
        minimum=minimum,
        periods={period: figures(course, pool(own, period=period, at=at), minimum=minimum) for period in PERIODS},
        named=named_scores(course, named.members),
        group=named.group,
    )


def organisation_snapshot(
    course: Course, scope: TeamScope, teams: Sequence[tuple[TeamScope, Sequence[Batch]]], *, at: datetime, minimum: int
) -> Snapshot:
    """The figures of several teams together and beside each other."""
    every = [batch for _, batches in teams for batch in batches]
    return Snapshot(
        kind="organisation",
        id=scope.id,
        name=scope.name,
        made=at,
        course=version(course),
        minimum=minimum,
        periods={period: figures(course, pool(every, period=period, at=at), minimum=minimum) for period in PERIODS},
        teams=tuple(_line(course, team, pool(batches, at=at), minimum=minimum) for team, batches in teams),
    )


def everyone_snapshot(course: Course, batches: Iterable[Batch], *, at: datetime, minimum: int) -> Snapshot:
    """The figures over everybody, for whoever writes the questions."""
    every = tuple(batches)
    periods = {period: _with_tests(course, pool(every, period=period, at=at), minimum=minimum) for period in PERIODS}
    return Snapshot("everyone", "", "Iedereen", at, version(course), minimum, periods)


def figures(course: Course, counts: Pool, *, minimum: int) -> Figures:
    """Everything that is published of some batches."""
    asked = questions(course, counts, minimum=minimum)
    return Figures(
        people=_people(counts),
        tests=tests(counts),
        quizzes=quizzes(course, counts, asked),
        goals=goals(course, counts, asked),
        questions=asked,
        misconceptions=misconceptions(course, counts, minimum=minimum),
        activity=activity(counts),
    )


def _with_tests(course: Course, counts: Pool, *, minimum: int) -> Figures:
    """The same, and the questions of the eindtoets."""
    made = figures(course, counts, minimum=minimum)
    return replace(made, questions=(*made.questions, *questions_of_tests(course, counts, minimum=minimum)))


def _people(counts: Pool) -> Headcount:
    """Who did the eindtoets is counted as in its figures: a count of its own could differ from them by one person."""
    done = counted(counts, TESTS) + counted(counts, END_ONLY)
    return Headcount(counted(counts, JOINED), counted(counts, STARTED), done, counted(counts, REVIEWED))


def _line(course: Course, team: TeamScope, counts: Pool, *, minimum: int) -> TeamLine:
    own = figures(course, counts, minimum=minimum)
    end: Figure = next((quiz.mean for quiz in own.quizzes if quiz.quiz == EINDTOETS), TooFew(0, MEAN))
    return TeamLine(team.id, team.name, own.people, end, own.tests.gain)
