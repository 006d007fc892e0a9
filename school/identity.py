"""Who somebody is: a random token on their own device, known to us only by its hash. No cookie and no store here."""

import re
import secrets
from hashlib import blake2b

TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
KEY = re.compile(r"[A-Za-z0-9._~-]{16,200}")
"""A key that opens a role, ours or one that somebody chose: it fits in an address and in a cookie as it is."""

_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_token() -> str:
    """128 random bits, as 22 characters that fit in a cookie and in an address."""
    return secrets.token_urlsafe(16)


def new_join_code() -> str:
    """A code to join a team, as `school.joining` describes it: 39 random bits that somebody can type over."""
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(8))


def learner_id(token: str | None) -> str | None:
    """The id under which the holder of a cookie is remembered; nothing when this cannot be a token of ours."""
    if token is None or not TOKEN.fullmatch(token):
        return None
    return _digest(token, purpose=b"leerling")


def participant_id(token: str, room: str) -> str:
    """Under what the holder of a cookie is known in one room: it says nothing in another room, nor in the course."""
    return blake2b(token.encode(), digest_size=16, key=room.encode()[:64], person=b"zaal").hexdigest()


def token_hash(token: str) -> str:
    """What is stored of the token in a link, so that whoever reads the database cannot use the link."""
    return _digest(token, purpose=b"link")


def _digest(token: str, *, purpose: bytes) -> str:
    # The token is random, so a plain fast hash is enough; the purpose keeps a cookie from opening a link.
    return blake2b(token.encode(), digest_size=16, person=purpose).hexdigest()
