"""Of whom somebody wants the figures: a team or an organisation by its name, or everyone."""

import argparse
from dataclasses import dataclass

from school.cli.command import complain
from school.keys import ORGANISATION, TEAM
from school.publishing import EVERYONE
from school.store import Store


@dataclass(frozen=True)
class Scope:
    """What was asked for; without an id nothing in particular."""

    kind: str
    id: str | None
    name: str


def add_scope(parser: argparse.ArgumentParser) -> None:
    """A team by name, or one of the other two."""
    parser.add_argument("team", metavar="TEAM", nargs="?", help="de naam van een team (of van een organisatie)")
    parser.add_argument("--organisation", action="store_true", help="de naam is die van een organisatie")
    parser.add_argument("--everyone", action="store_true", help="geen team, maar iedereen samen: voor wie de vragen schrijft")


def scope_of(given: argparse.Namespace, store: Store) -> Scope | None:
    """Nothing, after saying so, when there is none of that name."""
    if given.everyone:
        return Scope(EVERYONE, "", "iedereen samen")
    if given.team is None:
        return Scope(TEAM, None, "")
    if given.organisation:
        found = next((one for one in store.teams.organisations() if one.name == given.team), None)
        what, scope = "organisatie", Scope(ORGANISATION, found.id, found.name) if found else None
    else:
        team = store.teams.named(given.team)
        what, scope = "team", Scope(TEAM, team.id, team.name) if team else None
    if scope is None:
        complain(f"Er is geen {what} met de naam '{given.team}'. Welke er zijn, zie je met 'stats'.")
    return scope
