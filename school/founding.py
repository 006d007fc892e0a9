"""Making teams and organisations, and renewing their links. A link to look is known to us by its hash; who made it shows it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from school import keys
from school.identity import new_join_code, new_token, token_hash
from school.membership import Organisation, Team
from school.store import Store

TRIES = 5
"""Two teams get the same code once in a hundred thousand million times; then another one is drawn."""


@dataclass(frozen=True)
class Founded:
    """A team with its two secrets: `code` to join it, `token` to look at its scores. The token can be shown only now."""

    team: Team
    code: str
    token: str


def make_team(store: Store, name: str, *, at: datetime, named_sharing: bool = False, organisation: str | None = None) -> Founded | None:
    """A new team; nothing when there is one of this name."""
    team, token = Team(uuid4().hex, name, organisation, named_sharing, at), new_token()
    for _ in range(TRIES):
        code = new_join_code()
        if store.teams.make(team, code, keys.TEAM, token_hash(token)):
            return Founded(team, code, token)
        if store.teams.named(name):
            return None
    raise AssertionError("no join code is free")


def make_organisation(store: Store, name: str, *, at: datetime) -> tuple[Organisation, str] | None:
    """A new organisation with the token to look at it; nothing when there is one of this name."""
    organisation, token = Organisation(uuid4().hex, name, at), new_token()
    return (organisation, token) if store.teams.found(organisation, keys.ORGANISATION, token_hash(token)) else None


def renew_look(store: Store, role: str, which: str, *, at: datetime) -> str:
    """The token of a new link to look at a team or organisation; the old link opens nothing from now on."""
    token = new_token()
    store.renew_key(role, which, token_hash(token), at)
    return token


def renew_join(store: Store, team: Team) -> str:
    """A new code to join; who is in the team stays in it."""
    for _ in range(TRIES):
        code = new_join_code()
        if store.teams.renew_code(team.id, code):
            return code
    raise AssertionError("no join code is free")
