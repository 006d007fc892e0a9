"""A small world of teams in one organisation, in which people join, learn, leave, come back, move and show their names.

Everything that is published is kept, with who was in it: the attacker is allowed to know that. Each rule can be switched
off, to show that the attack then succeeds.
"""

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from school.learning import Record
from school.teams.batch import Batch, Member
from school.teams.facts import QUIZ
from school.teams.making import TeamScope, organisation_snapshot, team_snapshot
from school.teams.naming import Held, naming
from school.teams.releasing import release
from school.teams.snapshot import PERIODS, Snapshot
from tests.teams.people import NOW, SMALL, made, record

if TYPE_CHECKING:
    from collections.abc import Callable

QUIZ_ID = "proeftoets"
TASKS = SMALL.quizzes[QUIZ_ID].questions
MINIMUM = 5


@dataclass(frozen=True)
class Rules:
    """What protects people. Each can be switched off."""

    group: bool = True  # a batch has at least five people
    once: bool = True  # everybody is counted once, in whatever team
    lasting: bool = True  # a batch stays as it is when somebody leaves
    whole_batches: bool = True  # the last quarter is a matter of batches, not of days
    summed: bool = True  # an organisation is the sum of its teams
    waiting: bool = True  # a name waits while too few would remain without
    strangers: bool = True  # who was ever shown by name is no company for others


@dataclass
class Person:
    id: str
    team: int | None = None
    record: Record = field(default_factory=Record)
    score: float | None = None
    joined: datetime = NOW
    counted: set[str] = field(default_factory=set)
    named: str | None = None
    known: bool = False


@dataclass(frozen=True)
class Published:
    """One published figure: over whom, and the sum of their scores."""

    people: frozenset[str]
    total: float


class World:
    """`teams` teams with `people` people; `step` lets something happen, by chance."""

    def __init__(self, seed: int, rules: Rules, *, teams: int = 2, people: int = 14) -> None:
        self.chance = random.Random(seed)
        self.rules, self.now = rules, NOW
        self.people = [Person(f"{seed}-{i}") for i in range(people)]
        self.teams = range(teams)
        self.batches: dict[int, list[Batch]] = {team: [] for team in self.teams}
        self.inside: dict[tuple[int, str, int], frozenset[str]] = {}
        self.published: set[Published] = set()
        self.told: set[str] = set()
        self.snapshots: list[Snapshot] = []

    def live(self, steps: int) -> None:
        often = [self.join, self.answer] * 4
        happenings: list[Callable[[Person], None]] = [*often, self.leave, self.show, self.hide]
        for person in self.people:
            self.chance.choice([self.join, self.answer])(person)
        for _ in range(steps):
            self.now += timedelta(days=self.chance.choice([0, 1, 40]))
            self.chance.choice(happenings)(self.chance.choice(self.people))
            if self.chance.random() < 0.15:
                self.publish()
        self.publish()

    def join(self, person: Person) -> None:
        if person.team is None:
            person.team, person.joined = self.chance.choice(self.teams), self.now

    def answer(self, person: Person) -> None:
        if person.score is None:
            scores = {task: float(self.chance.random() < 0.6) for task in TASKS}
            person.score = sum(scores.values())
            person.record = record(made(SMALL, person.id, QUIZ_ID, scores, self.now))

    def leave(self, person: Person) -> None:
        person.team, person.named = None, None

    def show(self, person: Person) -> None:
        if person.team == 0:  # in the first team names may be shown
            person.named = person.id

    def hide(self, person: Person) -> None:
        person.named = None

    def publish(self) -> None:
        made: list[tuple[TeamScope, list[Batch]]] = []
        for team in self.teams:
            members = [self._member(person) for person in self.people if person.team == team]
            self._release(team, members)
            scope = TeamScope(str(team), f"team {team}")
            named = naming(members, self._holdings(members), known=self._known(), minimum=MINIMUM if self.rules.waiting else 0)
            for member in named.members:
                person = self._person(member.person)
                person.known = True
                if person.score is not None:
                    self.told.add(person.id)
            self._keep(team_snapshot(SMALL, scope, self.batches[team], at=self.now, minimum=MINIMUM, named=named), [team])
            made.append((scope, self.batches[team]))
        self._keep(organisation_snapshot(SMALL, TeamScope("o", "samen"), made, at=self.now, minimum=MINIMUM), list(self.teams))

    def _release(self, team: int, members: list[Member]) -> None:
        found = release(SMALL, members, at=self.now, minimum=MINIMUM if self.rules.group else 1, made=self.batches[team])
        self.batches[team] += found.batches
        for one in found.counted:
            key = (team, one.unit, one.number)
            self.inside[key] = self.inside.get(key, frozenset()) | {one.person}
            self._person(one.person).counted.add(one.unit)

    def _member(self, person: Person) -> Member:
        counted = frozenset(person.counted) if self.rules.once else frozenset()
        named, known = (person.named, person.known) if self.rules.strangers else (None, False)
        if not self.rules.strangers and person.named:
            self.told.add(person.id)
        return Member(person.id, person.joined, person.record, counted, named, known)

    def _person(self, name: str) -> Person:
        return next(person for person in self.people if person.id == name)

    def _holdings(self, members: list[Member]) -> list[Held]:
        ids = {member.person for member in members}
        return [Held(len(people), people) for (_, unit, _), people in self.inside.items() if people & ids and unit.startswith(QUIZ)]

    def _known(self) -> frozenset[str]:
        return frozenset(person.id for person in self.people if person.known)

    def _keep(self, snapshot: Snapshot, teams: list[int]) -> None:
        """Who is in each published figure, and the sum that follows from it."""
        self.snapshots.append(snapshot)
        for period in PERIODS:
            if snapshot.group:
                self._keep_sum(self._behind(teams, snapshot, period))

    def _behind(self, teams: list[int], snapshot: Snapshot, period: str) -> frozenset[str]:
        since = snapshot.made - timedelta(days=92) if period == "quarter" else datetime.min.replace(tzinfo=snapshot.made.tzinfo)
        people: frozenset[str] = frozenset()
        for team in teams:
            for batch in self.batches[team]:
                if batch.unit.startswith(QUIZ) and (batch.at > since or not self.rules.whole_batches):
                    people |= self.inside[team, batch.unit, batch.number]
        if not self.rules.lasting:
            people = frozenset(name for name in people if self._person(name).team in teams)
        if not self.rules.whole_batches and period == "quarter":
            people = frozenset(name for name in people if self._person(name).record.answers[0].at > since)
        if not self.rules.summed and len(teams) > 1:
            people = frozenset(person.id for person in self.people if person.team is not None and person.score is not None)
        return people

    def _keep_sum(self, people: frozenset[str]) -> None:
        if people:
            self.published.add(Published(people, sum(self._person(name).score or 0.0 for name in people)))

    def someone(self, name: str, **more: object) -> Person:
        """Puts a person in the world by hand, for a story."""
        person = replace(Person(name), **more)
        self.people.append(person)
        return person
