"""Teams, organisations, who is a member; what was counted together, and the figures that were published."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NOW = sa.text("left_at IS NULL")


def upgrade() -> None:
    _organisations()
    _teams()
    _memberships()
    _figures()


def downgrade() -> None:
    for table in ("snapshots", "counted", "batches", "memberships", "teams", "organisations"):
        op.drop_table(table)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _owner() -> sa.Column[str]:
    return sa.Column("learner", sa.Text, sa.ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True)


def _organisations() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        _moment("created"),
    )


def _teams() -> None:
    op.create_table(
        "teams",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("organisation", sa.Text, sa.ForeignKey("organisations.id", ondelete="SET NULL"), index=True),
        sa.Column("named_sharing", sa.Boolean, nullable=False),
        _moment("created"),
        sa.Column("code", sa.Text, nullable=False, unique=True),
        _moment("looked", nullable=True),
    )


def _memberships() -> None:
    op.create_table(
        "memberships",
        _owner(),
        sa.Column("team", sa.Text, sa.ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True, index=True),
        _moment("joined"),
        _moment("left_at", nullable=True),
        sa.Column("shown_as", sa.Text),
        sa.Column("known", sa.Boolean, nullable=False),
    )
    op.create_index("ix_memberships_now", "memberships", ["learner"], unique=True, sqlite_where=NOW, postgresql_where=NOW)


def _figures() -> None:
    op.create_table(
        "batches",
        sa.Column("team", sa.Text, primary_key=True),
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        _moment("at"),
        sa.Column("course", sa.Text, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("sums", sa.JSON, nullable=False),
    )
    op.create_table(
        "counted",
        _owner(),
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
    )
    op.create_index("ix_counted_batch", "counted", ["team", "unit", "number"])
    op.create_table(
        "snapshots",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        _moment("made"),
        sa.Column("figures", sa.JSON, nullable=False),
    )
