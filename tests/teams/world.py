"""A small world of teams in one organisation, in which people join, learn, leave, come back, move and show their names.

Everything that is published is kept as it is, with who was counted in it: the attacker is allowed to know that. Each rule can
be switched off, and then what is published really is what that rule prevents, to show that the attack then succeeds.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from school.learning import Record
from school.teams.batch import Batch, Member
from school.teams.cells import Ground, Organisation, ground
from school.teams.facts import QUIZ
from school.teams.making import TeamScope, figures, organisation_snapshot, team_snapshot
from school.teams.naming import Held, Naming, naming
from school.teams.pool import QUARTER
from school.teams.releasing import older_than, release
from school.teams.snapshot import PERIODS, Period, Snapshot
from tests.teams.people import NOW, SMALL, made, record

if TYPE_CHECKING:
    from collections.abc import Callable

QUIZ_ID = "proeftoets"
TASKS = SMALL.quizzes[QUIZ_ID].questions
MINIMUM = 5
People = frozenset[str]


@dataclass(frozen=True)
class Rules:
    """What protects people. Each can be switched off."""

    group: bool = True  # a batch has at least five people
    once: bool = True  # everybody is counted once, in whatever team
    lasting: bool = True  # a batch stays as it is when somebody leaves
    whole_batches: bool = True  # the last quarter is a matter of batches, not of days
    summed: bool = True  # an organisation is made of the batches of its teams
    waiting: bool = True  # a name waits while too few would remain without
    strangers: bool = True  # who was ever shown by name is no company for others
    cells: bool = True  # a figure of an organisation is put together of what is said of its teams
    beside: bool = True  # a quarter tells nothing that would follow about the time before it


@dataclass
class Person:
    id: str
    team: int | None = None
    record: Record = field(default_factory=Record)
    scores: dict[str, float] = field(default_factory=dict)
    joined: datetime = NOW
    counted: set[str] = field(default_factory=set)
    named: str | None = None
    known: bool = False


@dataclass(frozen=True)
class Issue:
    """Something that was published, the how-manieth time, and from whose answers: for each period what it was made of."""

    moment: int
    snapshot: Snapshot
    sources: dict[Period, Ground]


class World:
    """`teams` teams with `people` people; `live` lets things happen, by chance. `right` is the chance of a right answer per question."""

    def __init__(self, seed: int, rules: Rules, *, teams: int = 2, people: int = 14, right: Sequence[float] = (0.6, 0.6, 0.6)) -> None:
        self.chance = random.Random(seed)
        self.rules, self.now = rules, NOW
        self.people = {f"{seed}-{i}": Person(f"{seed}-{i}") for i in range(people)}
        self.right = dict(zip(TASKS, right, strict=True))
        self.teams = range(teams)
        self.batches: dict[int, list[Batch]] = {team: [] for team in self.teams}
        self.issues: list[Issue] = []
        self.told: set[str] = set()
        self._inside: dict[int, People] = {}
        self._every: list[Batch] = []  # kept, so that no other batch gets the same `id()`

    def live(self, steps: int, *, days: Sequence[int] = (0, 1, 40)) -> None:
        """Something happens so many times, with one of these numbers of days in between."""
        often = [self.join, self.answer] * 4
        happenings: list[Callable[[Person], None]] = [*often, self.leave, self.show, self.hide]
        everybody = list(self.people.values())
        self.meet()
        for _ in range(steps):
            self.now += timedelta(days=self.chance.choice(days))
            self.chance.choice(happenings)(self.chance.choice(everybody))
            if self.chance.random() < 0.15:
                self.publish()
        self.publish()

    def meet(self) -> None:
        """Everybody joins or makes the quiz, as after a meeting."""
        for person in self.people.values():
            self.chance.choice([self.join, self.answer])(person)

    def join(self, person: Person) -> None:
        if person.team is None:
            person.team, person.joined = self.chance.choice(self.teams), self.now

    def answer(self, person: Person) -> None:
        if not person.scores:
            person.scores = {task: float(self.chance.random() < self.right[task]) for task in TASKS}
            person.record = record(made(SMALL, person.id, QUIZ_ID, person.scores, self.now))

    def leave(self, person: Person) -> None:
        person.team, person.named = None, None

    def show(self, person: Person) -> None:
        if person.team == 0:  # in the first team names may be shown
            person.named = person.id

    def hide(self, person: Person) -> None:
        person.named = None

    def inside(self, batches: Sequence[Batch]) -> People:
        """Who was counted in these batches of a quiz."""
        return frozenset(name for batch in batches if batch.unit.startswith(QUIZ) for name in self._inside[id(batch)])

    def publish(self) -> None:
        moment = len(self.issues)
        for team in self.teams:
            members = [self._member(person) for person in self.people.values() if person.team == team]
            if not self.rules.lasting:
                self._forget(team)
            self.batches[team] += self._release(members, self.batches[team])
            named = naming(members, self._holdings(members), known=self._known(), minimum=MINIMUM if self.rules.waiting else 0)
            self._show(named)
            self._keep_team(moment, team, named)
        self._keep_organisation(moment)

    def _keep_team(self, moment: int, team: int, named: Naming) -> None:
        own = self.batches[team] if named.group else []
        snapshot = team_snapshot(SMALL, TeamScope(str(team), f"team {team}"), self.batches[team], at=self.now, minimum=MINIMUM, named=named)
        sources = {period: ground([[own]], period=period, at=self.now) for period in PERIODS}
        if named.group and not self.rules.whole_batches:
            since = self.now - QUARTER
            recent = [self._member(one) for one in self.people.values() if one.team == team and not older_than(one.record, since).answers]
            sources["quarter"] = ground([[self._fresh(recent)]], at=self.now)
        if not self.rules.beside:
            sources["quarter"] = ground([[[batch for batch in own if batch.at > self.now - QUARTER]]], at=self.now)
        self._keep(moment, snapshot, sources)

    def _keep_organisation(self, moment: int) -> None:
        scopes = [(TeamScope(str(team), f"team {team}"), self.batches[team]) for team in self.teams]
        snapshot = organisation_snapshot(SMALL, TeamScope("o", "samen"), scopes, at=self.now, minimum=MINIMUM)
        made_of: Organisation = [batches for _, batches in scopes]
        if not self.rules.summed:
            made_of = [self._fresh([self._member(person) for person in self.people.values() if person.team is not None])]
        if not self.rules.cells:
            made_of = [[batch for _, batches in scopes for batch in batches]]
        self._keep(moment, snapshot, {period: ground([made_of], period=period, at=self.now) for period in PERIODS})

    def _keep(self, moment: int, snapshot: Snapshot, sources: dict[Period, Ground]) -> None:
        """With a rule off, the figures are those of the weaker sources."""
        if not (self.rules.whole_batches and self.rules.beside and self.rules.summed and self.rules.cells):
            snapshot = replace(snapshot, periods={period: figures(SMALL, sources[period], minimum=MINIMUM) for period in PERIODS})
        self.issues.append(Issue(moment, snapshot, sources))

    def _release(self, members: list[Member], made_before: Sequence[Batch]) -> list[Batch]:
        found = release(SMALL, members, at=self.now, minimum=MINIMUM if self.rules.group else 1, made=made_before)
        for batch in found.batches:
            who = [one.person for one in found.counted if (one.unit, one.number) == (batch.unit, batch.number)]
            self._inside[id(batch)] = frozenset(who)
            for name in who:
                self.people[name].counted.add(batch.unit)
        self._every += found.batches
        return list(found.batches)

    def _fresh(self, members: list[Member]) -> list[Batch]:
        """These people counted as if nobody ever was: what no rule allows."""
        before = {name: set(person.counted) for name, person in self.people.items()}
        found = self._release([replace(one, counted=frozenset()) for one in members], ())
        for name, counted in before.items():
            self.people[name].counted = counted
        return found

    def _forget(self, team: int) -> None:
        for batch in self.batches[team]:
            for name in self._inside[id(batch)]:
                self.people[name].counted.discard(batch.unit)
        self.batches[team] = []

    def _show(self, named: Naming) -> None:
        for member in named.members:
            person = self.people[member.person]
            person.known = True
            if person.scores:
                self.told.add(person.id)

    def _member(self, person: Person) -> Member:
        counted = frozenset(person.counted) if self.rules.once else frozenset()
        named, known = (person.named, person.known) if self.rules.strangers else (None, False)
        if not self.rules.strangers and person.named:
            self.told.add(person.id)
        return Member(person.id, person.joined, person.record, counted, named, known)

    def _holdings(self, members: list[Member]) -> list[Held]:
        ids = {member.person for member in members}
        quizzes = [self._inside[id(batch)] for batch in self._every if batch.unit.startswith(QUIZ)]
        return [Held(len(people), people) for people in quizzes if people & ids]

    def _known(self) -> People:
        return frozenset(name for name, person in self.people.items() if person.known)
