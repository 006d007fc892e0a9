"""What moves on a slide and since when a room is at it; whether its questions are on the screen; what a plan was copied from."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rooms", sa.Column("since", sa.DateTime(timezone=True)))
    op.add_column("rooms", sa.Column("state", sa.Text))
    op.add_column("rooms", sa.Column("film", sa.Text))
    op.add_column("rooms", sa.Column("questions", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("room_plans", sa.Column("origin", sa.Text))


def downgrade() -> None:
    op.drop_column("room_plans", "origin")
    op.drop_column("rooms", "questions")
    op.drop_column("rooms", "film")
    op.drop_column("rooms", "state")
    op.drop_column("rooms", "since")
