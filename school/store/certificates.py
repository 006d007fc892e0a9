"""Certificates: issued once for an attempt, and never taken away; erasing its learner leaves one without an owner."""

from dataclasses import asdict

from sqlalchemy import ColumnElement, Connection, exists, insert, null, select, update

from school.certificates import Certificate
from school.store.people import OWNER, alone, who
from school.store.tables import attempts, certificates

OWN = certificates.c.learner == OWNER
"""The certificates of one learner."""

_SAYS = [column for column in certificates.columns if column.name not in ("learner", "attempt")]


def issue(connection: Connection, learner: str, attempt: str, *, certificate: Certificate) -> Certificate | None:
    """Keep the certificate of an attempt, unless it has one; the one it has. Only for an own attempt that was passed."""
    alone(connection)
    learner = who(connection, learner)
    mine = certificates.c.learner == learner
    found = _find(connection, mine & (certificates.c.attempt == attempt))
    if found is not None:
        return found
    if not connection.execute(select(_passed(learner, attempt, certificate))).scalar_one():
        return None
    connection.execute(insert(certificates).values(learner=learner, attempt=attempt, **asdict(certificate)))
    return certificate


def by_code(connection: Connection, code: str) -> Certificate | None:
    return _find(connection, certificates.c.code == code)


def disown(connection: Connection, this: dict[str, str]) -> int:
    """Forget whose certificates these are: how many. What they say stays true, so whoever checks one still gets an answer."""
    return connection.execute(update(certificates).where(OWN).values(learner=null(), attempt=null()), this).rowcount


def _passed(learner: str, attempt: str, certificate: Certificate) -> ColumnElement[bool]:
    """Whether the attempt is what the certificate says of it."""
    return exists().where(
        attempts.c.id == attempt,
        attempts.c.learner == learner,
        attempts.c.quiz == certificate.quiz,
        attempts.c.finished.is_not(None),
        attempts.c.score == certificate.score,
        attempts.c.score >= attempts.c.pass_mark,
    )


def _find(connection: Connection, which: ColumnElement[bool]) -> Certificate | None:
    row = connection.execute(select(*_SAYS).where(which)).mappings().first()
    return None if row is None else Certificate(**row)
