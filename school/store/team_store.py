"""The part of the store that is about teams: every method is one transaction. `Store.teams` is one of these."""

from collections.abc import Collection
from datetime import datetime

from school.learning import Record
from school.membership import Membership, Organisation, Team
from school.store import batches, memberships, publishing, snapshots, teams
from school.store.door import Transaction
from school.store.publishing import Evidence, Holding
from school.teams.batch import Batch
from school.teams.releasing import Released
from school.teams.snapshot import Snapshot


class TeamStore:
    """Teams, organisations, who is in them, and what was published. What changes something returns whether it did."""

    def __init__(self, read: Transaction, write: Transaction) -> None:
        self._read = read
        self._write = write

    # Organisations

    def found(self, organisation: Organisation, role: str, token_hash: str) -> bool:
        """Refused when there is one of this name. `token_hash` is of the link to look at it."""
        return self._write(teams.found, organisation, role=role, token_hash=token_hash)

    def organisation(self, organisation_id: str) -> Organisation | None:
        return self._read(teams.organisation, organisation_id)

    def organisations(self) -> tuple[Organisation, ...]:
        """All of them, by name."""
        return self._read(teams.every_organisation)

    # Teams

    def make(self, team: Team, code: str, role: str, token_hash: str) -> bool:
        """Refused when there is a team of this name or code. `token_hash` is of the link to look at it."""
        return self._write(teams.make, team, code=code, role=role, token_hash=token_hash)

    def team(self, team_id: str) -> Team | None:
        return self._read(teams.by_id, team_id)

    def named(self, name: str) -> Team | None:
        """The team of this name."""
        return self._read(teams.by_name, name)

    def with_code(self, code: str) -> Team | None:
        return self._read(teams.by_code, code)

    def every(self) -> tuple[Team, ...]:
        """All teams, by name."""
        return self._read(teams.every)

    def of_organisation(self, organisation_id: str) -> tuple[Team, ...]:
        """Its teams, by name."""
        return self._read(teams.of_organisation, organisation_id)

    def code(self, team_id: str) -> str | None:
        """The code to join this team."""
        return self._read(teams.code_of, team_id)

    def renew_code(self, team_id: str, code: str) -> bool:
        """The old code joins nothing from now on. Refused when another team has this one."""
        return self._write(teams.renew_code, team_id, code=code)

    def place(self, team_id: str, organisation_id: str | None) -> bool:
        """Put a team under an organisation, or under none."""
        return self._write(teams.place, team_id, organisation=organisation_id)

    def rename(self, team_id: str, name: str) -> bool:
        """Refused when there is a team of this name."""
        return self._write(teams.rename, team_id, name=name)

    def remove(self, team_id: str, role: str, at: datetime) -> bool:
        """The team, its links, memberships and figures; what its members answered stays theirs. Then make its organisation's anew."""
        return self._write(teams.remove, team_id, role=role, at=at)

    # Members

    def join(self, learner: str, team_id: str, at: datetime) -> bool:
        """Whoever is in another team leaves that one. Makes the learner's row when there is none."""
        return self._write(memberships.join, learner, team=team_id, at=at)

    def leave(self, learner: str, at: datetime) -> bool:
        """Own scores that were shown by name are gone at once."""
        return self._write(memberships.leave, learner, at=at)

    def share_as(self, learner: str, name: str | None) -> bool:
        """Show own scores by this name, or not any more, which works at once. Only in a team that allows it."""
        return self._write(memberships.share_as, learner, name=name)

    def mine(self, learner: str) -> Membership | None:
        """The team somebody is in now."""
        return self._read(memberships.mine, learner)

    def size(self, team_id: str) -> int:
        """How many members this team has."""
        return self._read(memberships.size, team_id)

    def sizes(self) -> dict[str, int]:
        """How many members each team has; teams without any are left out."""
        return self._read(memberships.sizes)

    # Publishing

    def due(self, at: datetime) -> tuple[str, ...]:
        """Ids of the teams in which somebody did something since we last saw whether there is something to publish."""
        return self._read(publishing.due, at=at)

    def holding(self, team_id: str) -> Holding | None:
        """All that publishing the figures of a team needs, of one moment; what other teams did costs nothing."""
        return self._read(publishing.holding, team_id)

    def publish(self, team_id: str, released: Released, snapshot: Snapshot, known: Collection[str], at: datetime) -> bool:
        """Keep new batches, the snapshot, and who is known by name from now on; nothing of it when another was just before us."""
        return self._write(publishing.publish, team_id, released=released, snapshot=snapshot, known=known, at=at)

    def without_team(self, before: datetime, most: int) -> dict[str, Record]:
        """What some people did who are in no team, began before a moment, and were not counted as such."""
        return self._read(publishing.without_team, before=before, most=most)

    def count(self, team_id: str, released: Released) -> bool:
        """Keep new batches; nothing of it when another was just before us."""
        return self._write(publishing.count, team_id, released=released)

    def looked(self, team_id: str, at: datetime) -> bool:
        """Remember that there was nothing to publish."""
        return self._write(teams.looked, team_id, at=at)

    def keep(self, snapshot: Snapshot) -> bool:
        """Keep a snapshot in the place of the one before, for what has no members of its own."""
        return self._write(snapshots.keep, snapshot)

    def snapshot(self, kind: str, which: str) -> Snapshot | None:
        """What this team or organisation sees."""
        return self._read(snapshots.of, kind, which)

    def snapshots(self) -> tuple[tuple[str, str], ...]:
        """The kind and the id of everything that was published."""
        return self._read(snapshots.every)

    def evidence(self, team_id: str) -> Evidence:
        """What the batches of a team were counted from, to count them again."""
        return self._read(publishing.evidence, team_id)

    def with_batches(self) -> tuple[str, ...]:
        """Ids of all teams that have any, also of those that are no more."""
        return self._read(batches.with_any)

    def batches_by_organisation(self, at: datetime) -> list[list[list[Batch]]]:
        """All batches that there were at a moment: of each organisation those of each team. A team without one is on its own."""
        return self._read(batches.by_organisation, at=at)

    def batches(self, team_id: str) -> tuple[Batch, ...]:
        return self._read(batches.of_team, team_id)
