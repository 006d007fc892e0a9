"""Running orders by name, and the one that a room follows. They are the organisation's: no learner stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, RowMapping, delete, select

from school.store.facts import INSERTS
from school.store.tables import room_plans, running_orders

if TYPE_CHECKING:
    from datetime import datetime

    from school.running_orders import RunningOrder


def every(connection: Connection) -> tuple[RunningOrder, ...]:
    """All of them, by name."""
    rows = connection.execute(select(running_orders).order_by(running_orders.c.name, running_orders.c.id)).mappings()
    return tuple(_order(row, row["id"]) for row in rows)


def by_id(connection: Connection, order_id: str) -> RunningOrder | None:
    row = connection.execute(select(running_orders).where(running_orders.c.id == order_id)).mappings().first()
    return _order(row, order_id) if row else None


def save(connection: Connection, order: RunningOrder, *, at: datetime) -> bool:
    """Keep it under its id, in the place of what was there."""
    values = _values(order, at)
    row = INSERTS[connection.dialect.name](running_orders).values(id=order.id, **values)
    connection.execute(row.on_conflict_do_update(index_elements=[running_orders.c.id], set_=values))
    return True


def remove(connection: Connection, order_id: str) -> int:
    return connection.execute(delete(running_orders).where(running_orders.c.id == order_id)).rowcount


def plan_of(connection: Connection, room: str) -> RunningOrder | None:
    """What this room follows; its id is that of the running order it was copied from."""
    row = connection.execute(select(room_plans).where(room_plans.c.room == room)).mappings().first()
    return _order(row, row["origin"] or "") if row else None


def started(connection: Connection, room: str) -> datetime | None:
    """Since when the room follows its running order."""
    return connection.execute(select(room_plans.c.changed).where(room_plans.c.room == room)).scalar()


def plan(connection: Connection, room: str, order: RunningOrder, *, at: datetime) -> bool:
    """Let a room follow this running order from now on."""
    values = {**_values(order, at), "origin": order.id or None}
    row = INSERTS[connection.dialect.name](room_plans).values(room=room, **values)
    connection.execute(row.on_conflict_do_update(index_elements=[room_plans.c.room], set_=values))
    return True


# What a running order is, is loaded with the first one: a start has none.
def _values(order: RunningOrder, at: datetime) -> dict[str, Any]:
    from school.store.written_orders import to_plain  # noqa: PLC0415

    return {"name": order.name, "parts": [to_plain(part) for part in order.parts], "notes": dict(order.notes), "changed": at}


def _order(row: RowMapping, order_id: str) -> RunningOrder:
    from school.running_orders import RunningOrder  # noqa: PLC0415
    from school.store.written_orders import from_plain  # noqa: PLC0415

    return RunningOrder(row["name"], tuple(from_plain(part) for part in row["parts"]), row["notes"], order_id)
