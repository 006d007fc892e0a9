"""Teams, the organisations they belong to, and being in one. What a team gets to see is decided in `school.teams`."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Team:
    """People who look at their scores together. With `named_sharing` a member may choose to share by name."""

    id: str
    name: str
    organisation: str | None
    named_sharing: bool
    created: datetime

    @property
    def called(self) -> str:
        """As it is named in a sentence: 'team Noord', and 'Wijkteam Noord'."""
        return self.name if "team" in self.name.casefold() else f"team {self.name}"


@dataclass(frozen=True)
class Organisation:
    """Several teams under one view link."""

    id: str
    name: str
    created: datetime


@dataclass(frozen=True)
class Membership:
    """That somebody is in a team. `shown_as` is the name they chose to share by; `known` that they were ever shown by one."""

    team: Team
    joined: datetime
    shown_as: str | None = None
    known: bool = False
