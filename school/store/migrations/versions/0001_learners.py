"""Learners and what they did."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _people()
    _facts()
    _quizzes()


def downgrade() -> None:
    for table in ("handovers", "watched", "marks", "attempts", "steps", "answers", "aliases", "learners"):
        op.drop_table(table)


def _moment(name: str, *, nullable: bool = False, index: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, index=index)


def _owner(*, primary_key: bool = False, index: bool | None = None) -> sa.Column[str]:
    to = sa.ForeignKey("learners.id", ondelete="CASCADE")
    return sa.Column("learner", sa.Text, to, nullable=False, primary_key=primary_key, index=index)


def _people() -> None:
    op.create_table(
        "learners",
        sa.Column("id", sa.Text, primary_key=True),
        _moment("created"),
        _moment("active", index=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
    )
    op.create_table("aliases", sa.Column("old", sa.Text, primary_key=True), _owner(index=True))
    op.create_table(
        "handovers",
        sa.Column("token_hash", sa.Text, primary_key=True),
        _owner(index=True),
        _moment("expires"),
        _moment("used", nullable=True),
    )


def _facts() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.Text, primary_key=True),
        _owner(),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("attempt", sa.Text),
        sa.Column("response", sa.JSON, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("certainty", sa.Integer),
        _moment("at"),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("ix_answers_learner", "answers", ["learner", "at", "revision"])
    op.create_table("steps", _owner(primary_key=True), sa.Column("step", sa.Text, primary_key=True), _moment("at"))
    op.create_table(
        "watched",
        _owner(primary_key=True),
        sa.Column("film", sa.Text, primary_key=True),
        sa.Column("seconds", sa.Double, nullable=False),
    )


def _quizzes() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.Text, primary_key=True),
        _owner(),
        sa.Column("quiz", sa.Text, nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("questions", sa.JSON, nullable=False),
        sa.Column("carried", sa.JSON, nullable=False),
        sa.Column("pass_mark", sa.Double, nullable=False),
        _moment("started"),
        _moment("finished", nullable=True),
        sa.Column("score", sa.Double),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("ix_attempts_learner", "attempts", ["learner", "started", "revision"])
    op.create_table(
        "marks",
        sa.Column("attempt", sa.Text, sa.ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("task", sa.Text, primary_key=True),
    )
