"""Certificates, which outlive the learner and the attempt they were issued for."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "certificates",
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("learner", sa.Text, sa.ForeignKey("learners.id", ondelete="SET NULL"), index=True),
        sa.Column("attempt", sa.Text, sa.ForeignKey("attempts.id", ondelete="SET NULL"), unique=True),
        sa.Column("course", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("quiz", sa.Text, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("pass_mark", sa.Double, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("achieved", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("certificates")
