"""Rooms: where they stand, rounds, votes, questions, and how many phones listen."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rooms()
    _rounds()
    _questions()
    op.create_table(
        "presence",
        _of("room", "rooms", primary_key=True),
        sa.Column("process", sa.Text, primary_key=True),
        sa.Column("phones", sa.Integer, nullable=False),
        _moment("at"),
    )


def downgrade() -> None:
    for table in ("presence", "backings", "room_questions", "votes", "rounds", "rooms"):
        op.drop_table(table)


def _rooms() -> None:
    op.create_table(
        "rooms",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("code", sa.Text, nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("order", sa.JSON, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("dark", sa.Boolean, nullable=False),
        sa.Column("driver", sa.Text),
        sa.Column("moderated", sa.Boolean, nullable=False),
        sa.Column("round", sa.Text),
        _moment("opened"),
        _moment("closed", nullable=True),
        _moment("active"),
        _moment("anonymised", nullable=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("votes", sa.Integer, nullable=False),
    )
    op.create_index("ix_rooms_active", "rooms", ["active"])


def _rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("id", sa.Text, primary_key=True),
        _of("room", "rooms"),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("own", sa.JSON),
        _moment("opened"),
        _moment("closed", nullable=True),
        sa.Column("answers_shown", sa.Boolean, nullable=False),
        sa.Column("right_shown", sa.Boolean, nullable=False),
        sa.Column("hand_counts", sa.JSON, nullable=False),
    )
    op.create_index("ix_rounds_once", "rounds", ["room", "task", "number"], unique=True)
    op.create_table(
        "votes",
        _of("round", "rounds", primary_key=True),
        sa.Column("participant", sa.Text, primary_key=True),
        sa.Column("response", sa.JSON),
        sa.Column("score", sa.Double),
        sa.Column("unsure", sa.Boolean, nullable=False),
        sa.Column("state", sa.Text),
        _moment("at"),
    )


def _questions() -> None:
    op.create_table(
        "room_questions",
        sa.Column("id", sa.Text, primary_key=True),
        _of("room", "rooms"),
        sa.Column("participant", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        _moment("at"),
    )
    op.create_index("ix_room_questions_room", "room_questions", ["room"])
    op.create_table(
        "backings",
        _of("question", "room_questions", primary_key=True),
        sa.Column("participant", sa.Text, primary_key=True),
    )


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _of(name: str, table: str, *, primary_key: bool = False) -> sa.Column[str]:
    to = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Text, to, nullable=False, primary_key=primary_key)
