"""Links that open a role, such as that of the trainer. Only the hash of a link is known here, and no learner."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from school.store.facts import INSERTS
from school.store.tables import keys


def make(connection: Connection, role: str, name: str, *, token_hash: str, at: datetime) -> bool:
    """Remember a key, unless there is one of this role and name; of several who ask at once, one makes it."""
    new = INSERTS[connection.dialect.name](keys).values(role=role, name=name, token_hash=token_hash, created=at)
    return connection.execute(new.on_conflict_do_nothing().returning(keys.c.name)).first() is not None


def renew(connection: Connection, role: str, name: str, *, token_hash: str, at: datetime) -> bool:
    """Remember a key in the place of the one of this role and name; there is no moment without one."""
    row = INSERTS[connection.dialect.name](keys).values(role=role, name=name, token_hash=token_hash, created=at)
    instead = row.on_conflict_do_update(index_elements=[keys.c.role, keys.c.name], set_={"token_hash": token_hash, "created": at})
    return connection.execute(instead.returning(keys.c.name)).first() is not None


def role_of(connection: Connection, token_hash: str) -> str | None:
    return connection.execute(select(keys.c.role).where(keys.c.token_hash == token_hash)).scalar()


def of(connection: Connection, token_hash: str) -> tuple[str, str] | None:
    row = connection.execute(select(keys.c.role, keys.c.name).where(keys.c.token_hash == token_hash)).first()
    return None if row is None else (row.role, row.name)


def has(connection: Connection, role: str) -> bool:
    return connection.execute(select(keys.c.name).where(keys.c.role == role).limit(1)).first() is not None


def revoke(connection: Connection, role: str, name: str) -> int:
    return connection.execute(delete(keys).where(keys.c.role == role, keys.c.name == name)).rowcount
