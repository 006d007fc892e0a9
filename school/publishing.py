"""Publishing: from what members did to figures that a team may see, as `school.teams` allows. Never when an answer is stored."""

from datetime import datetime, timedelta

from school import keys
from school.content import Course
from school.membership import Team
from school.store import Store
from school.store.publishing import NO_TEAM, Holding
from school.teams.batch import Member
from school.teams.facts import JOINED
from school.teams.making import TeamScope, everyone_snapshot, organisation_snapshot, team_snapshot
from school.teams.naming import NOBODY, Naming, naming
from school.teams.releasing import Released, older_than, release

EVERYONE = "everyone"
A_DAY = timedelta(days=1)
HOLD_BACK = timedelta(days=90)
"""What people without a team did counts only after this time, so that who joins one soon still counts there."""
AT_ONCE = 500
"""People without a team who are counted in one go."""


class Press:
    """Makes and keeps the figures; `minimum` is the smallest group of which anything is said."""

    def __init__(self, store: Store, course: Course, *, minimum: int) -> None:
        self._store = store
        self._course = course
        self._minimum = minimum

    def publish_due(self, at: datetime) -> int:
        """Publishes what changed: of how many teams. Organisations follow their teams."""
        done = [team for team in self._store.teams.due(at) if self.publish_team(team, at)]
        found = (self._store.teams.team(team) for team in done)
        for organisation in sorted({team.organisation for team in found if team and team.organisation}):
            self.publish_organisation(organisation, at)
        return len(done)

    def publish_team(self, team_id: str, at: datetime) -> bool:
        """Whether anything was kept; False when another process was just before us, and then theirs stands."""
        held = self._store.teams.holding(team_id)
        if held is None:
            return False
        released = release(self._course, held.members, at=at, minimum=self._minimum, made=held.batches)
        shown = self._naming(held)
        batches = (*held.batches, *released.batches)
        if not batches and not shown.members:
            self._store.teams.looked(team_id, at)
            return False
        scope = TeamScope(held.team.id, held.team.name)
        snapshot = team_snapshot(self._course, scope, batches, at=at, minimum=self._minimum, named=shown)
        known = frozenset(member.person for member in shown.members)
        return self._store.teams.publish(team_id, released, snapshot, known, at)

    def remove_team(self, team: Team, at: datetime) -> bool:
        """Remove a team; the figures of its organisation are made again at once, without it."""
        done = self._store.teams.remove(team.id, keys.TEAM, at)
        if done and team.organisation:
            self.publish_organisation(team.organisation, at)
        return done

    def publish_organisation(self, organisation_id: str, at: datetime) -> bool:
        """The batches of its teams together; nothing is counted anew."""
        organisation = self._store.teams.organisation(organisation_id)
        if organisation is None:
            return False
        own = [
            (TeamScope(team.id, team.name), self._store.teams.batches(team.id))
            for team in self._store.teams.of_organisation(organisation_id)
        ]
        scope = TeamScope(organisation.id, organisation.name)
        return self._store.teams.keep(organisation_snapshot(self._course, scope, own, at=at, minimum=self._minimum))

    def publish_everyone(self, at: datetime) -> bool:
        """The figures over everybody, for who writes the questions: once a day, since it goes through all batches."""
        before = self._store.teams.snapshot(EVERYONE, "")
        if before is not None and at - before.made < A_DAY:
            return False
        self._count_without_team(at)
        every = self._store.teams.batches_by_organisation(at)
        return bool(every) and self._store.teams.keep(everyone_snapshot(self._course, every, at=at, minimum=self._minimum))

    def _count_without_team(self, at: datetime) -> None:
        """People without a team count as well, only for who writes the questions; as many as there are, some at a time."""
        began = at - HOLD_BACK
        while records := self._store.teams.without_team(began, AT_ONCE):
            members = [Member(person, at, older_than(record, began)) for person, record in records.items()]
            released = release(self._course, members, at=at, minimum=self._minimum, made=self._store.teams.batches(NO_TEAM))
            # They joined nothing: whoever joins a team later is counted there as having joined.
            kept = Released(
                tuple(batch for batch in released.batches if batch.unit != JOINED),
                tuple(one for one in released.counted if one.unit != JOINED),
            )
            if not self._store.teams.count(NO_TEAM, kept) or len(records) < AT_ONCE:
                return

    def _naming(self, held: Holding) -> Naming:
        if not held.team.named_sharing:
            return NOBODY
        return naming(held.members, held.company, known=held.known, minimum=self._minimum)
