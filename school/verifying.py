"""Whether what was published and what is kept beside the answers still follows from the answers. Changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from school.content import Course
from school.reviewing import rebuild
from school.store import Store
from school.store.publishing import Evidence
from school.teams.batch import Batch, Sums
from school.teams.drawn import summed
from school.teams.facts import JOINED, facts_of
from school.teams.making import TeamScope, everyone_snapshot, organisation_snapshot, team_snapshot
from school.teams.naming import Naming
from school.teams.snapshot import Snapshot
from school.teams.versions import version


@dataclass(frozen=True)
class Checked:
    """What was looked at: how many batches, snapshots and learners; which batches cannot be counted again; what is wrong."""

    batches: int = 0
    snapshots: int = 0
    learners: int = 0
    gone: int = 0
    wrong: tuple[str, ...] = ()

    def __add__(self, other: "Checked") -> "Checked":
        return Checked(
            self.batches + other.batches,
            self.snapshots + other.snapshots,
            self.learners + other.learners,
            self.gone + other.gone,
            self.wrong + other.wrong,
        )


class Proof:
    """Counts everything again."""

    def __init__(self, store: Store, course: Course) -> None:
        self._store = store
        self._course = course

    def batches(self, team_id: str) -> Checked:
        """Every batch of a team, from the answers of who is in it.

        Somebody who erased everything cannot be counted again, nor what was counted with other questions: that is no fault.
        """
        held = self._store.teams.evidence(team_id)
        sums = self._sums(held)
        checked = [self._batch(team_id, batch, sums.get((batch.unit, batch.number), ())) for batch in held.batches]
        return sum(checked, Checked())

    def snapshot(self, kind: str, which: str) -> Checked:
        """What is published, from the batches; names are people's own and are not looked at."""
        found = self._store.teams.snapshot(kind, which)
        if found is None:
            return Checked(snapshots=1, wrong=(f"{kind} {which}: de cijfers zijn niet te lezen",))
        if found.course != version(self._course):
            return Checked(gone=1)
        try:
            again = self._made_again(found)
        except (ArithmeticError, LookupError, ValueError):  # batches that were tampered with need not add up to anything
            again = None
        if again is not None and _bare(again) == _bare(found):
            return Checked(snapshots=1)
        return Checked(snapshots=1, wrong=(f"{found.kind} {found.name}: de cijfers volgen niet uit de getelde groepen",))

    def cards(self) -> Iterator[Checked]:
        """The review cards of every learner, some learners at a time."""
        last = ""
        while people := self._store.everybody(last):
            last = people[-1]
            wrong = tuple(
                f"deelnemer {one}: de kaarten van Herhalen volgen niet uit de antwoorden" for one in people if not self._holds(one)
            )
            yield Checked(learners=len(people), wrong=wrong)

    def _holds(self, learner: str) -> bool:
        record = self._store.record(learner)
        keys = {card.task for card in record.cards.values() if card.key}
        return rebuild(record, keys) == dict(record.cards)

    def _sums(self, held: Evidence) -> dict[tuple[str, int], list[Sums | None]]:
        """What everybody adds to each batch; nothing for what is not in their record any more."""
        facts = {
            (person, one.unit, one.source): one.sums for person, record in held.records.items() for one in facts_of(self._course, record)
        }
        found: dict[tuple[str, int], list[Sums | None]] = {}
        for one in held.counted:
            sums = {"n": 1.0} if one.unit == JOINED else facts.get((one.person, one.unit, one.source))
            found.setdefault((one.unit, one.number), []).append(sums)
        return found

    def _batch(self, team_id: str, batch: Batch, sums: "list[Sums | None] | tuple[()]") -> Checked:
        if batch.course != version(self._course) or len(sums) < batch.n:
            return Checked(batches=1, gone=1)
        known = [one for one in sums if one is not None]
        if len(sums) == len(known) == batch.n and summed(known) == dict(batch.sums):
            return Checked(batches=1)
        return Checked(batches=1, wrong=(f"team {team_id}, {batch.unit}, groep {batch.number}: volgt niet uit de antwoorden",))

    def _made_again(self, found: Snapshot) -> Snapshot:
        teams, at, minimum, scope = self._store.teams, found.made, found.minimum, TeamScope(found.id, found.name)
        named = Naming(group=found.group)
        match found.kind:
            case "team":
                return team_snapshot(self._course, scope, _until(teams.batches(found.id), found), at=at, minimum=minimum, named=named)
            case "organisation":
                own = [(TeamScope(line.team, line.name), _until(teams.batches(line.team), found)) for line in found.teams]
                return organisation_snapshot(self._course, scope, own, at=at, minimum=minimum)
            case "everyone":
                return everyone_snapshot(self._course, teams.batches_by_organisation(at), at=at, minimum=minimum)
            case _:
                assert_never(found.kind)


def _until(batches: tuple[Batch, ...], found: Snapshot) -> list[Batch]:
    """Those that were there when it was made."""
    return [batch for batch in batches if batch.at <= found.made]


def _bare(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, named=())
