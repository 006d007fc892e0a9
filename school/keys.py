"""The links that open a role: who made them, what they open, how they read. No cookie is set here and no page shown."""

from datetime import datetime
from hmac import compare_digest

from school.identity import KEY, new_token, token_hash
from school.settings import Settings
from school.store import Store

TRAINER, TEAM, ORGANISATION = "trainer", "team", "organisation"
LEADS = (TEAM, ORGANISATION)
"""The roles that look at scores; the name of such a key is the id of what they look at."""
COOKIE, LEAD_COOKIE = "sleutel", "teamblik"
PATH, LEAD_PATH, JOIN_PATH = "/sleutel/", "/teamblik/", "/deelnemen/"
SETTING = "SCHOOL_TRAINER_KEY"

_NAME = "link"
"""A role can have keys of several names; trainers share one."""


def opened_by(token: str | None, settings: Settings, store: Store) -> str | None:
    """The role that a token opens; one that cannot be a key is not looked up. A key that was set is the only one."""
    if token is None or not KEY.fullmatch(token):
        return None
    hashed = token_hash(token)
    if settings.trainer_key and compare_digest(hashed, token_hash(settings.trainer_key)):
        return TRAINER
    role = store.key_role(hashed)
    return None if role == TRAINER and settings.trainer_key else role


def lead_of(token: str | None, store: Store) -> tuple[str, str] | None:
    """What this token lets somebody look at: a team or an organisation, and its id."""
    if token is None or not KEY.fullmatch(token):
        return None
    found = store.key(token_hash(token))
    return found if found and found[0] in LEADS else None


def trainer_has_key(settings: Settings, store: Store) -> bool:
    """Whether there is any way in for a trainer."""
    return settings.trainer_key is not None or store.has_key(TRAINER)


def make_first(settings: Settings, store: Store, *, at: datetime) -> str | None:
    """The token of the trainer's first key; nothing when there is one, also when another process was just before us."""
    if trainer_has_key(settings, store):
        return None
    token = new_token()
    return token if store.make_key(TRAINER, _NAME, token_hash(token), at) else None


def make_new(store: Store, *, at: datetime) -> str:
    """The token of a new key for the trainer; the old link opens nothing from now on."""
    token = new_token()
    store.renew_key(TRAINER, _NAME, token_hash(token), at)
    return token


def link(token: str, settings: Settings, *, port: int, path: str = PATH) -> str:
    """The address to open; on this machine, at `port`, when no public address was set."""
    return f"{settings.public_url or f'http://localhost:{port}'}{path}{token}"
