"""What the phones in a room answered: one row per participant and round, the last answer while the round is open."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Text, bindparam, cast, func, select, update

from school.live import Ballot, TextState, Vote, WrittenAnswer
from school.store.facts import INSERTS
from school.store.rooms import touch
from school.store.tables import rooms, rounds, votes


def store_all(connection: Connection, given: Sequence[Vote]) -> list[bool]:
    """Many votes in one transaction, each with whether it counts: not in a round that is closed, or of another room."""
    by_room: dict[str, int] = {}
    for vote in given:
        by_room[vote.room] = by_room.get(vote.room, 0) + 1
    # The rooms are held first, and always in the same order, so that several processes never wait for each other.
    for room in sorted(by_room):
        connection.execute(update(rooms).where(rooms.c.id == room, rooms.c.closed.is_(None)).values(votes=rooms.c.votes + by_room[room]))
    asked = select(rounds.c.id, rounds.c.room).where(rounds.c.id.in_({vote.round for vote in given}), rounds.c.closed.is_(None))
    open_rounds = {(row.id, row.room) for row in connection.execute(asked)}
    kept = [(vote.round, vote.room) in open_rounds for vote in given]
    rows = [_row(vote) for vote, keep in zip(given, kept, strict=True) if keep]
    if rows:
        _put(connection, rows)
    return kept


def _put(connection: Connection, rows: list[dict[str, object]]) -> None:
    new = INSERTS[connection.dialect.name](votes)
    changed = {name: new.excluded[name] for name in ("response", "score", "unsure", "state", "at")}
    row = new.values({column.name: bindparam(column.name, type_=column.type) for column in votes.columns})
    connection.execute(row.on_conflict_do_update(index_elements=[votes.c.round, votes.c.participant], set_=changed), rows)


def ballots(connection: Connection, round_id: str) -> tuple[Ballot, ...]:
    """The answers of a round with how many gave each, most first."""
    number = func.count().label("number")
    response = cast(votes.c.response, Text)
    alike = (response, votes.c.score, votes.c.state)
    rows = select(response.label("response"), votes.c.score, votes.c.state, number).where(votes.c.round == round_id)
    found = connection.execute(rows.group_by(*alike).order_by(number.desc(), response))
    return tuple(Ballot(None if row.response is None else json.loads(row.response), row.number, row.score, row.state) for row in found)


def voted(connection: Connection, round_id: str) -> int:
    """How many answered or skipped."""
    return connection.execute(select(func.count()).select_from(votes).where(votes.c.round == round_id)).scalar_one()


def of_participant(connection: Connection, room: str, participant: str) -> dict[str, Vote]:
    """What one participant answered in a room, by round."""
    mine = select(votes).join(rounds).where(rounds.c.room == room, votes.c.participant == participant)
    return {row.round: _vote(row, room) for row in connection.execute(mine)}


def texts(connection: Connection, round_id: str) -> tuple[WrittenAnswer, ...]:
    """What was written in a round, oldest first."""
    written = select(votes).where(votes.c.round == round_id, votes.c.state.is_not(None), votes.c.response.is_not(None))
    found = connection.execute(written.order_by(votes.c.at, votes.c.participant))
    return tuple(WrittenAnswer(row.participant, str(row.response), row.state, row.at) for row in found if row.response)


def moderate(connection: Connection, round_id: str, written: str, state: TextState, *, now: datetime) -> bool:
    """Show or hide what one participant wrote."""
    room = connection.execute(select(rounds.c.room).where(rounds.c.id == round_id)).scalar()
    if room is None or not touch(connection, room, now, {}):
        return False
    this = (votes.c.round == round_id, votes.c.participant == written, votes.c.state.is_not(None))
    return connection.execute(update(votes).where(*this).values(state=state)).rowcount > 0


def _row(vote: Vote) -> dict[str, object]:
    return {name: getattr(vote, name) for name in ("round", "participant", "response", "score", "unsure", "state", "at")}


def _vote(row: Row[Any], room: str) -> Vote:
    return Vote(
        room=room,
        round=row.round,
        participant=row.participant,
        response=row.response,
        at=row.at,
        score=row.score,
        unsure=row.unsure,
        state=row.state,
    )
