"""Questions from a room: asked, backed by others, and looked at by a trainer before others see them."""

from datetime import datetime

from sqlalchemy import Connection, case, delete, exists, func, literal, select, update

from school.live import Question, QuestionState
from school.store.facts import INSERTS
from school.store.rooms import touch
from school.store.tables import backings, room_questions

MOST_EACH = 20
"""Questions one participant may ask in a room."""


def ask(connection: Connection, new: Question, *, participant: str) -> bool:
    """Remember a question, once, with the vote of who asked it."""
    if not touch(connection, new.room, new.at, {}):
        return False
    mine = select(func.count()).select_from(room_questions)
    asked = mine.where(room_questions.c.room == new.room, room_questions.c.participant == participant)
    row = {"id": new.id, "room": new.room, "participant": participant, "text": new.text, "state": new.state, "at": new.at}
    add = INSERTS[connection.dialect.name](room_questions).values(row).on_conflict_do_nothing().returning(room_questions.c.id)
    if connection.execute(asked).scalar_one() >= MOST_EACH or connection.execute(add).first() is None:
        connection.rollback()
        return False
    connection.execute(INSERTS[connection.dialect.name](backings).values(question=new.id, participant=participant))
    return True


def back(connection: Connection, question: str, *, room: str, participant: str, on: bool, now: datetime) -> bool:
    """Vote for a question of this room that others may see, or take the vote back."""
    seen = (room_questions.c.id == question, room_questions.c.room == room, room_questions.c.state.in_(("shown", "answered", "parked")))
    known = connection.execute(select(room_questions.c.id).where(*seen)).scalar()
    if known is None or not touch(connection, room, now, {}):
        return False
    if on:
        row = INSERTS[connection.dialect.name](backings).values(question=question, participant=participant)
        done = connection.execute(row.on_conflict_do_nothing().returning(backings.c.question)).first() is not None
    else:
        this = (backings.c.question == question, backings.c.participant == participant)
        done = connection.execute(delete(backings).where(*this)).rowcount > 0
    if not done:
        connection.rollback()
    return done


def moderate(connection: Connection, question: str, state: QuestionState, *, now: datetime) -> bool:
    """Show, hide, park a question, or say that it was answered."""
    room = connection.execute(select(room_questions.c.room).where(room_questions.c.id == question)).scalar()
    if room is None or not touch(connection, room, now, {}):
        return False
    return connection.execute(update(room_questions).where(room_questions.c.id == question).values(state=state)).rowcount > 0


def of_room(connection: Connection, room: str, *, participant: str | None = None) -> tuple[Question, ...]:
    """All questions of a room, those with most votes first; with whether this participant asked or backed them."""
    number = select(func.count()).where(backings.c.question == room_questions.c.id).scalar_subquery()
    own = exists().where(backings.c.question == room_questions.c.id, backings.c.participant == literal(participant or ""))
    mine = case((room_questions.c.participant == literal(participant or ""), 1), else_=0)
    rows = select(room_questions, number.label("number"), own.label("backed"), mine.label("mine")).where(room_questions.c.room == room)
    found = connection.execute(rows.order_by(number.desc(), room_questions.c.at, room_questions.c.id))
    return tuple(Question(row.id, room, row.text, row.at, row.state, row.number, bool(row.mine), bool(row.backed)) for row in found)
