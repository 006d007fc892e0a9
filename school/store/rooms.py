"""Rooms as they stand in the database: opened, steered, closed. What was asked and answered in them stands elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from school.live import Move, Pulse, Room
from school.store.facts import INSERTS
from school.store.tables import presence, rooms, rounds


def open_room(connection: Connection, room: Room) -> bool:
    """Remember a room that was opened just now; not when its code is in use."""
    row = {
        "id": room.id,
        "code": room.code,
        "title": room.title,
        "order": list(room.order),
        "at": room.at,
        "since": room.opened,
        "dark": room.dark,
        "driver": room.driver,
        "moderated": room.moderated,
        "opened": room.opened,
        "active": room.opened,
        "revision": 1,
        "votes": 0,
    }
    new = INSERTS[connection.dialect.name](rooms).values(row)
    return connection.execute(new.on_conflict_do_nothing().returning(rooms.c.id)).first() is not None


def by_code(connection: Connection, code: str) -> Room | None:
    return _one(connection.execute(select(rooms).where(rooms.c.code == code)).first())


def by_id(connection: Connection, room: str) -> Room | None:
    return _one(connection.execute(select(rooms).where(rooms.c.id == room)).first())


def everything(connection: Connection) -> tuple[Room, ...]:
    """All rooms, the newest first."""
    return tuple(_room(row) for row in connection.execute(select(rooms).order_by(rooms.c.opened.desc(), rooms.c.id)))


def pulse(connection: Connection, room: str) -> Pulse | None:
    row = connection.execute(select(rooms.c.revision, rooms.c.votes).where(rooms.c.id == room)).first()
    return None if row is None else Pulse(row.revision, row.votes)


def steer(connection: Connection, room: str, *, by: str, now: datetime, move: Move) -> bool:
    """Move the room; only who drives may, or anybody when nobody does.

    With another slide goes what belonged to the last one: what moved on it, the questions over it, a round that is closed.
    """
    moved: dict[str, object] = {"film": None} if "state" in move else {}
    if "at" in move:
        moved = _at_another_slide(now)
    mine = rooms.c.driver.is_(None) | (rooms.c.driver == by)
    if not touch(connection, room, now, {**moved, **move, "driver": by}, mine):
        return False
    if "at" in move:
        still_open = select(rounds.c.id).where(rounds.c.room == room, rounds.c.closed.is_(None))
        off = update(rooms).where(rooms.c.id == room, rooms.c.round.not_in(still_open))
        connection.execute(off.values(round=None))
    return True


def _at_another_slide(now: datetime) -> dict[str, object]:
    return {"since": now, "state": None, "film": None, "questions": False}


def reorder(connection: Connection, room: str, order: Sequence[str], *, at: int, now: datetime) -> bool:
    """Put other slides in the place of these, and stand at one of them."""
    return touch(connection, room, now, {"order": list(order), "at": at, **_at_another_slide(now)})


def drive(connection: Connection, room: str, *, by: str, now: datetime) -> bool:
    """Let this screen drive from now on; who drove before sees that it does not any more."""
    return touch(connection, room, now, {"driver": by})


def put(connection: Connection, room: str, round_id: str | None, *, now: datetime) -> bool:
    """Which round is on the screens; not one of another room."""
    if round_id is not None and connection.execute(select(rounds.c.room).where(rounds.c.id == round_id)).scalar() != room:
        return False
    return touch(connection, room, now, {"round": round_id})


def close(connection: Connection, room: str, *, now: datetime) -> bool:
    """Close the room and the rounds in it, for good."""
    if not touch(connection, room, now, {"closed": now, "round": None}):
        return False
    connection.execute(update(rounds).where(rounds.c.room == room, rounds.c.closed.is_(None)).values(closed=now))
    return True


def touch(connection: Connection, room: str, now: datetime, changes: Mapping[str, object], *where: Any) -> bool:
    """Change an open room and raise its revision. The row is held from here on, so changes to one room take turns."""
    change = update(rooms).where(rooms.c.id == room, rooms.c.closed.is_(None), *where)
    values = {"revision": rooms.c.revision + 1, "active": now, **changes}
    return connection.execute(change.values(values).returning(rooms.c.id)).first() is not None


def attend(connection: Connection, room: str, *, process: str, phones: int, now: datetime) -> bool:
    """How many phones listen to one server process now."""
    row = INSERTS[connection.dialect.name](presence).values(room=room, process=process, phones=phones, at=now)
    instead = row.on_conflict_do_update(index_elements=[presence.c.room, presence.c.process], set_={"phones": phones, "at": now})
    return connection.execute(instead.returning(presence.c.process)).first() is not None


def phones(connection: Connection, room: str, *, since: datetime) -> int:
    """How many phones listen, by the processes that said so since then: one that was killed says nothing any more."""
    total = select(func.coalesce(func.sum(presence.c.phones), 0)).where(presence.c.room == room, presence.c.at >= since)
    return int(connection.execute(total).scalar_one())


def _one(row: Row[Any] | None) -> Room | None:
    return None if row is None else _room(row)


def _room(row: Row[Any]) -> Room:
    return Room(
        id=row.id,
        code=row.code,
        title=row.title,
        order=tuple(row.order),
        opened=row.opened,
        at=row.at,
        dark=row.dark,
        since=row.since,
        state=row.state,
        film=row.film,
        questions=row.questions,
        driver=row.driver,
        moderated=row.moderated,
        round=row.round,
        closed=row.closed,
        revision=row.revision,
    )
