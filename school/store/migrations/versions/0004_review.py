"""Herhalen: questions that come back, answers given there, and worked answers that were shown."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("answers", sa.Column("context", sa.Text))
    op.create_table(
        "shown",
        _owner(),
        sa.Column("task", sa.Text, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "cards",
        _owner(),
        sa.Column("task", sa.Text, primary_key=True),
        sa.Column("state", sa.JSON, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("cards")
    op.drop_table("shown")
    op.drop_column("answers", "context")


def _owner() -> sa.Column[str]:
    return sa.Column("learner", sa.Text, sa.ForeignKey("learners.id", ondelete="CASCADE"), nullable=False, primary_key=True)
