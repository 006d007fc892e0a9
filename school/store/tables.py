"""The tables. How they came to be stands in migrations/; a test keeps the two the same."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    false,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so one without is refused before it is stored."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy calls it)
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy calls it)
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()


def _owner(*, primary_key: bool = False, index: bool | None = None) -> Column[str]:
    to = ForeignKey("learners.id", ondelete="CASCADE")
    return Column("learner", Text, to, nullable=False, primary_key=primary_key, index=index)


learners = Table(
    "learners",
    metadata,
    Column("id", Text, primary_key=True),
    Column("created", Moment, nullable=False),
    Column("active", Moment, nullable=False, index=True),
    Column("revision", Integer, nullable=False),  # one higher with every change, so that a page knows when to read again
    Column("paused", Boolean, nullable=False),
)

aliases = Table(
    "aliases",
    metadata,
    Column("old", Text, primary_key=True),  # a device whose progress was taken along; its cookie still works
    _owner(index=True),
)

answers = Table(
    "answers",
    metadata,
    Column("id", Text, primary_key=True),
    _owner(),
    Column("task", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("attempt", Text),
    Column("response", JSON, nullable=False),
    Column("score", Double, nullable=False),
    Column("certainty", Integer),
    Column("at", Moment, nullable=False),
    Column("revision", Integer, nullable=False),  # puts answers of the same moment in order
    Column("context", Text),
    Index("ix_answers_learner", "learner", "at", "revision"),
)

shown = Table(
    "shown",
    metadata,
    _owner(primary_key=True),
    Column("task", Text, primary_key=True),  # whose worked answer was shown
    Column("at", Moment, nullable=False),
)

cards = Table(
    "cards",
    metadata,
    _owner(primary_key=True),
    Column("task", Text, primary_key=True),
    Column("state", JSON, nullable=False),  # what `school.reviewing` computed from the answers
    Column("due", Date, nullable=False),
    Column("revision", Integer, nullable=False),  # of the learner, when the card was last computed
)

steps = Table(
    "steps",
    metadata,
    _owner(primary_key=True),
    Column("step", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Text, primary_key=True),
    _owner(),
    Column("quiz", Text, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("carried", JSON, nullable=False),
    Column("pass_mark", Double, nullable=False),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
    Column("score", Double),
    Column("revision", Integer, nullable=False),  # puts attempts of the same moment in order
    Index("ix_attempts_learner", "learner", "started", "revision"),
)

marks = Table(
    "marks",
    metadata,
    Column("attempt", Text, ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True),
    Column("task", Text, primary_key=True),
)

watched = Table(
    "watched",
    metadata,
    _owner(primary_key=True),
    Column("film", Text, primary_key=True),
    Column("seconds", Double, nullable=False),
)

choices = Table(
    "choices",
    metadata,
    Column("id", Text, primary_key=True),
    _owner(),
    Column("explainer", Text, nullable=False),  # the case
    Column("node", Text, nullable=False),
    Column("choice", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("revision", Integer, nullable=False),  # puts choices of the same moment in order
    Index("ix_choices_learner", "learner", "at", "revision"),
)

drafts = Table(
    "drafts",
    metadata,
    _owner(primary_key=True),
    Column("task", Text, primary_key=True),
    Column("laid", JSON, nullable=False),  # a part of a response, as it lies there before it is looked at
    Column("at", Moment, nullable=False),
)

handovers = Table(
    "handovers",
    metadata,
    Column("token_hash", Text, primary_key=True),
    _owner(index=True),
    Column("expires", Moment, nullable=False),
    Column("used", Moment),
)

certificates = Table(
    "certificates",
    metadata,
    Column("code", Text, primary_key=True),
    # Erasing a learner leaves the certificate, which holds no name: whoever got it on paper can still have it checked.
    Column("learner", Text, ForeignKey("learners.id", ondelete="SET NULL"), index=True),
    Column("attempt", Text, ForeignKey("attempts.id", ondelete="SET NULL"), unique=True),
    Column("course", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("quiz", Text, nullable=False),
    Column("score", Double, nullable=False),
    Column("pass_mark", Double, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("achieved", Moment, nullable=False),
    Column("issued", Moment, nullable=False),
)

keys = Table(
    "keys",
    metadata,
    # One link at a time for each role and name. It is revoked by going: nothing refers to it, and nobody need keep it.
    Column("role", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("token_hash", Text, nullable=False, unique=True),
    Column("created", Moment, nullable=False),
)


def _order() -> list[Column[Any]]:
    """What a running order is made of; parts are pairs of a step and minutes, notes are by slide."""
    return [
        Column("name", Text, nullable=False),
        Column("parts", JSON, nullable=False),
        Column("notes", JSON, nullable=False),
        Column("changed", Moment, nullable=False),
    ]


running_orders = Table("running_orders", metadata, Column("id", Text, primary_key=True), *_order())

# A copy for each room, so that who changes a running order at home does not move the slides on a stage.
# `origin` is the id of the running order it was copied from, which gets what is added in the room.
room_plans = Table("room_plans", metadata, Column("room", Text, primary_key=True), *_order(), Column("origin", Text))


def _room(*, primary_key: bool = False, index: bool | None = None) -> Column[str]:
    return Column("room", Text, ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False, primary_key=primary_key, index=index)


# Nothing of a room refers to a learner: a participant is a hash that means something in that room only.
rooms = Table(
    "rooms",
    metadata,
    Column("id", Text, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("order", JSON, nullable=False),  # addresses of slides
    Column("at", Integer, nullable=False),
    Column("since", Moment),  # when the room came at that slide
    Column("state", Text),  # of the explainer on that slide
    Column("film", Text),  # what the film on it does
    Column("dark", Boolean, nullable=False),
    Column("questions", Boolean, nullable=False, server_default=false()),  # whether those of the room are on the big screen
    Column("driver", Text),
    Column("moderated", Boolean, nullable=False),
    Column("round", Text),  # what is on the screens; no foreign key, since rounds refer to rooms
    Column("opened", Moment, nullable=False),
    Column("closed", Moment),
    Column("active", Moment, nullable=False, index=True),
    Column("anonymised", Moment),
    Column("revision", Integer, nullable=False),  # one higher with every change but a vote
    Column("votes", Integer, nullable=False),  # one higher with every vote
)

rounds = Table(
    "rounds",
    metadata,
    Column("id", Text, primary_key=True),
    _room(),
    Column("task", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("own", JSON(none_as_null=True)),  # a question of the trainer's own, whole
    Column("opened", Moment, nullable=False),
    Column("closed", Moment),
    Column("answers_shown", Boolean, nullable=False),
    Column("right_shown", Boolean, nullable=False),
    Column("hand_counts", JSON, nullable=False),
    Index("ix_rounds_once", "room", "task", "number", unique=True),
)

votes = Table(
    "votes",
    metadata,
    Column("round", Text, ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True),
    Column("participant", Text, primary_key=True),
    Column("response", JSON(none_as_null=True)),  # nothing for who skipped it
    Column("score", Double),
    Column("unsure", Boolean, nullable=False),
    Column("state", Text),  # of what was written: waiting, shown or hidden
    Column("at", Moment, nullable=False),
)

room_questions = Table(
    "room_questions",
    metadata,
    Column("id", Text, primary_key=True),
    _room(index=True),
    Column("participant", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

backings = Table(
    "backings",
    metadata,
    Column("question", Text, ForeignKey("room_questions.id", ondelete="CASCADE"), primary_key=True),
    Column("participant", Text, primary_key=True),
)

presence = Table(
    "presence",
    metadata,
    _room(primary_key=True),
    Column("process", Text, primary_key=True),  # a server process, which counts the phones that listen to it
    Column("phones", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)
