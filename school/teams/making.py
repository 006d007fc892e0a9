"""Makes what is published of a team, of an organisation, or of everyone, out of whole batches and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from school.content import Course
from school.learning import EINDTOETS
from school.teams.batch import Batch
from school.teams.cells import Ground, Organisation, ground
from school.teams.enough import MEAN
from school.teams.facts import END_ONLY, JOINED, REVIEWED, STARTED, TESTS
from school.teams.figures import Figure, TooFew
from school.teams.gains import goals, tests
from school.teams.naming import NOBODY, Naming, named_scores
from school.teams.pool import QUARTER, Pool, activity, counted, pool
from school.teams.questions import misconceptions, questions, questions_of_tests
from school.teams.quizzes import quizzes
from school.teams.snapshot import PERIODS, Figures, Headcount, Period, Snapshot, TeamLine
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
        periods=_periods(course, [[own]], at, minimum),
        named=named_scores(course, named.members),
        group=named.group,
    )


def organisation_snapshot(
    course: Course, scope: TeamScope, teams: Sequence[tuple[TeamScope, Sequence[Batch]]], *, at: datetime, minimum: int
) -> Snapshot:
    """The figures of several teams together and beside each other."""
    return Snapshot(
        kind="organisation",
        id=scope.id,
        name=scope.name,
        made=at,
        course=version(course),
        minimum=minimum,
        periods=_periods(course, [[batches for _, batches in teams]], at, minimum),
        teams=tuple(_line(course, team, ground([[batches]], at=at), minimum=minimum) for team, batches in teams),
    )


def everyone_snapshot(course: Course, organisations: Iterable[Organisation], *, at: datetime, minimum: int) -> Snapshot:
    """The figures over everybody, for whoever writes the questions: those of the eindtoets as well, over all time."""
    kept = [[tuple(batches) for batches in teams] for teams in organisations]
    periods = dict(_periods(course, kept, at, minimum))
    every = pool([batch for teams in kept for batches in teams for batch in batches], at=at)
    drawn = questions_of_tests(course, every, minimum=minimum)
    periods["all"] = replace(periods["all"], questions=(*periods["all"].questions, *drawn))
    return Snapshot("everyone", "", "Iedereen", at, version(course), minimum, periods)


def _periods(course: Course, organisations: Sequence[Organisation], at: datetime, minimum: int) -> Mapping[Period, Figures]:
    """All time and the last quarter. How a quiz went on in the quarter is a part of how it went on in all time."""
    made = {period: figures(course, ground(organisations, period=period, at=at), minimum=minimum) for period in PERIODS}
    moments = {(quiz.quiz, quiz.form): quiz.over_time for quiz in made["all"].quizzes}
    since = at - QUARTER
    quarter = tuple(
        replace(quiz, over_time=tuple(one for one in moments[quiz.quiz, quiz.form] if one.at > since)) for quiz in made["quarter"].quizzes
    )
    return {**made, "quarter": replace(made["quarter"], quizzes=quarter)}


def figures(course: Course, there: Ground, *, minimum: int) -> Figures:
    """Everything that is published of some batches."""
    asked = questions(course, there, minimum=minimum)
    return Figures(
        people=_people(there.pool),
        tests=tests(there),
        quizzes=quizzes(course, there, asked),
        goals=goals(course, there, asked),
        questions=asked,
        misconceptions=misconceptions(course, there, minimum=minimum),
        activity=activity(there.pool),
    )


def _people(counts: Pool) -> Headcount:
    """Who did the eindtoets is counted as in its figures: a count of its own could differ from them by one person."""
    done = counted(counts, TESTS) + counted(counts, END_ONLY)
    return Headcount(counted(counts, JOINED), counted(counts, STARTED), done, counted(counts, REVIEWED))


def _line(course: Course, team: TeamScope, there: Ground, *, minimum: int) -> TeamLine:
    own = figures(course, there, minimum=minimum)
    end: Figure = next((quiz.mean for quiz in own.quizzes if quiz.quiz == EINDTOETS), TooFew(0, MEAN))
    return TeamLine(team.id, team.name, own.people, end, own.tests.gain)
