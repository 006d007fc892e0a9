"""What a room is asked, round after round, and when what of it is shown."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from school.live import Round, live_question
from school.store.rooms import touch
from school.store.tables import rounds

MOST_ROUNDS = 2


def open_round(connection: Connection, new: Round) -> bool:
    """Ask the room, in the place of what was still open. Round 2 comes after round 1, each once: a double click asks once."""
    if not touch(connection, new.room, new.opened, {"round": new.id}):
        return False
    of_task = select(rounds.c.number).where(rounds.c.room == new.room, rounds.c.task == new.task)
    asked = list(connection.execute(of_task).scalars())
    if new.number != len(asked) + 1 or new.number > MOST_ROUNDS or _find(connection, new.id):
        connection.rollback()
        return False
    _close_open(connection, new.room, new.opened)
    connection.execute(insert(rounds), [_row(new)])
    return True


def close_round(connection: Connection, round_id: str, *, now: datetime) -> bool:
    """No more answers; of a round that is closed already nothing changes."""
    return _change(connection, round_id, now, {"closed": now}, rounds.c.closed.is_(None))


def show(connection: Connection, round_id: str, *, now: datetime, answers: bool | None, right: bool | None) -> bool:
    """Show or hide what was answered, and what is right; what is not given stays as it is."""
    changes = {name: value for name, value in (("answers_shown", answers), ("right_shown", right)) if value is not None}
    return bool(changes) and _change(connection, round_id, now, changes)


def count_hands(connection: Connection, round_id: str, counts: Mapping[str, int], *, now: datetime) -> bool:
    """What the trainer counted in the room, in the place of an earlier count."""
    return _change(connection, round_id, now, {"hand_counts": dict(counts)})


def of_room(connection: Connection, room: str) -> tuple[Round, ...]:
    """The rounds of a room, oldest first."""
    order = select(rounds).where(rounds.c.room == room).order_by(rounds.c.opened, rounds.c.number)
    return tuple(_round(row) for row in connection.execute(order))


def by_id(connection: Connection, round_id: str) -> Round | None:
    row = _find(connection, round_id)
    return None if row is None else _round(row)


def _find(connection: Connection, round_id: str) -> Row[Any] | None:
    return connection.execute(select(rounds).where(rounds.c.id == round_id)).first()


def _change(connection: Connection, round_id: str, now: datetime, changes: Mapping[str, object], *where: Any) -> bool:
    found = _find(connection, round_id)
    # The room first, as everybody does it: so two changes wait for each other in one place only.
    if found is None or not touch(connection, found.room, now, {}):
        return False
    change = update(rounds).where(rounds.c.id == round_id, *where).values(changes).returning(rounds.c.id)
    if connection.execute(change).first() is None:
        connection.rollback()
        return False
    return True


def _close_open(connection: Connection, room: str, now: datetime) -> None:
    connection.execute(update(rounds).where(rounds.c.room == room, rounds.c.closed.is_(None)).values(closed=now))


def _row(new: Round) -> dict[str, object]:
    return {
        "id": new.id,
        "room": new.room,
        "task": new.task,
        "number": new.number,
        "own": new.own.model_dump(mode="json") if new.own else None,
        "opened": new.opened,
        "closed": None,
        "answers_shown": new.answers_shown,
        "right_shown": new.right_shown,
        "hand_counts": dict(new.hand_counts),
    }


def _round(row: Row[Any]) -> Round:
    return Round(
        id=row.id,
        room=row.room,
        task=row.task,
        opened=row.opened,
        number=row.number,
        own=live_question(row.own) if row.own else None,
        closed=row.closed,
        answers_shown=row.answers_shown,
        right_shown=row.right_shown,
        hand_counts=row.hand_counts,
    )
