"""Forgetting what was said in rooms: closing what was left open, deleting texts, and taking answers apart."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select, update

from school.identity import new_token
from school.live import ABANDONED_HOURS, ANONYMOUS_MONTHS, TEXT_DAYS, Forgotten
from school.retention import months_before
from school.store.tables import backings, presence, room_questions, rooms, rounds, votes


def forget(connection: Connection, *, now: datetime) -> Forgotten:
    """Everything whose term is over."""
    return Forgotten(
        closed=close_left_open(connection, idle_since=now - timedelta(hours=ABANDONED_HOURS)),
        texts=forget_texts(connection, closed_before=now - timedelta(days=TEXT_DAYS)),
        anonymised=anonymise(connection, idle_since=months_before(now, ANONYMOUS_MONTHS), now=now),
    )


def close_left_open(connection: Connection, *, idle_since: datetime) -> int:
    """Close rooms without activity since then, as of their last activity: how many."""
    left = list(connection.execute(select(rooms.c.id).where(rooms.c.closed.is_(None), rooms.c.active < idle_since)).scalars())
    for room in left:
        ended = {"closed": rooms.c.active, "round": None, "revision": rooms.c.revision + 1}
        connection.execute(update(rooms).where(rooms.c.id == room, rooms.c.closed.is_(None)).values(ended))
        last = select(rooms.c.active).where(rooms.c.id == room).scalar_subquery()
        connection.execute(update(rounds).where(rounds.c.room == room, rounds.c.closed.is_(None)).values(closed=last))
        connection.execute(delete(presence).where(presence.c.room == room))
    return len(left)


def forget_texts(connection: Connection, *, closed_before: datetime) -> int:
    """Delete what was written in rooms that closed before then: how many texts. That something was written stays."""
    old = select(rooms.c.id).where(rooms.c.closed < closed_before)
    their_rounds = select(rounds.c.id).where(rounds.c.room.in_(old))
    written = (votes.c.round.in_(their_rounds), votes.c.state.in_(("waiting", "shown")), votes.c.response.is_not(None))
    typed = (votes.c.round.in_(their_rounds), votes.c.state == "hidden", votes.c.response.is_not(None))
    asked = (room_questions.c.room.in_(old), room_questions.c.text != "")
    gone = connection.execute(update(votes).where(*written).values(response="", state="hidden")).rowcount
    connection.execute(update(votes).where(*typed).values(response=""))
    return gone + connection.execute(update(room_questions).where(*asked).values(text="")).rowcount


def anonymise(connection: Connection, *, idle_since: datetime, now: datetime) -> int:
    """Take apart who answered what in rooms without activity since then: how many rooms. The answers stay."""
    idle = (rooms.c.active < idle_since, rooms.c.anonymised.is_(None))
    old = list(connection.execute(select(rooms.c.id).where(*idle)).scalars())
    for room in old:
        _take_apart(connection, room)
        connection.execute(update(rooms).where(rooms.c.id == room).values(anonymised=now, driver=None))
    return len(old)


def _take_apart(connection: Connection, room: str) -> None:
    """Every vote, question and backing gets a participant of its own."""
    mine = select(votes.c.round, votes.c.participant).join(rounds).where(rounds.c.room == room)
    given = [{"of": row.round, "who": row.participant, "nobody": new_token()} for row in connection.execute(mine)]
    if given:
        this = (votes.c.round == bindparam("of"), votes.c.participant == bindparam("who"))
        connection.execute(update(votes).where(*this).values(participant=bindparam("nobody")), given)
    asked = list(connection.execute(select(room_questions.c.id).where(room_questions.c.room == room)).scalars())
    for question in asked:
        connection.execute(update(room_questions).where(room_questions.c.id == question).values(participant=new_token()))
    backed = connection.execute(select(backings).where(backings.c.question.in_(asked))).all()
    if backed:
        that = (backings.c.question == bindparam("of"), backings.c.participant == bindparam("who"))
        changes = [{"of": row.question, "who": row.participant, "nobody": new_token()} for row in backed]
        connection.execute(update(backings).where(*that).values(participant=bindparam("nobody")), changes)
