"""Teams to test the store with."""

from datetime import datetime

from school.membership import Team
from school.store import Store
from school.teams.batch import Batch, Counted
from school.teams.figures import TooFew
from school.teams.releasing import Released
from school.teams.snapshot import Figures, Gain, Headcount, Named, Snapshot
from tests.store.people import EVENING

CODE = "ABCDEFGH"


def a_team(name: str = "noord", *, organisation: str | None = None, named_sharing: bool = False) -> Team:
    return Team(f"id-{name}", name, organisation, named_sharing, EVENING)


def make(store: Store, team: Team, *, code: str = CODE) -> Team:
    assert store.teams.make(team, code, "team", f"hash-{team.id}")
    return team


def a_snapshot(team: str = "id-noord", *, made: datetime = EVENING, named: tuple[Named, ...] = (), joined: int = 5) -> Snapshot:
    figures = Figures(people=Headcount(joined=joined), tests=Gain(TooFew(0, 5), TooFew(0, 5), TooFew(0, 5)))
    return Snapshot("team", team, "noord", made, "1.0.0+0a1b2c3d", 5, {"all": figures, "quarter": figures}, named=named)


def released(*people: str, unit: str = "begonnen", number: int = 1) -> Released:
    batch = Batch(unit, number, EVENING, "1.0.0+0a1b2c3d", len(people), {"n": float(len(people))})
    return Released((batch,), tuple(Counted(person, unit, number, f"{person}-1") for person in people))


def count_in(store: Store, team: str, *people: str, unit: str = "begonnen", number: int = 1) -> None:
    """Publish a batch of these people, without asking the rules whether they may be."""
    assert store.teams.publish(team, released(*people, unit=unit, number=number), a_snapshot(team), (), EVENING)
