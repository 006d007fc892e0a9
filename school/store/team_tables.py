"""The tables of teams: who is in them, what was counted together, and what was published of it."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from school.store.tables import Moment, metadata


def _owner() -> Column[str]:
    return Column("learner", Text, ForeignKey("learners.id", ondelete="CASCADE"), nullable=False, primary_key=True)


organisations = Table(
    "organisations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("created", Moment, nullable=False),
)

teams = Table(
    "teams",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("organisation", Text, ForeignKey("organisations.id", ondelete="SET NULL"), index=True),
    Column("named_sharing", Boolean, nullable=False),  # whether members may choose to share by name
    Column("created", Moment, nullable=False),
    Column("code", Text, nullable=False, unique=True),  # of the link to join; it opens nothing, so it may be shown again
    Column("looked", Moment),  # when we last saw whether there is something to publish
)

GONE = "verwijderd"
"""Under this id stands, in no list, the team that all removed teams became: for who was ever shown by name in one of them."""

memberships = Table(
    "memberships",
    metadata,
    _owner(),
    Column("team", Text, ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("joined", Moment, nullable=False),
    Column("left_at", Moment),  # the row stays: whoever was shown by name in a team, is known there for good
    Column("shown_as", Text),  # the name under which this member chose to share; nothing without that choice
    Column("known", Boolean, nullable=False),
    # One team at a time, so that nobody enters the figures of two teams at once: see `one_team_at_a_time`.
)

batches = Table(
    "batches",
    metadata,
    # What several people did, counted together: never changed, and there is nobody in it. See `school.teams.batch`.
    Column("team", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("course", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("sums", JSON, nullable=False),
)

counted = Table(
    "counted",
    metadata,
    _owner(),
    Column("unit", Text, primary_key=True),  # once for each person, in whatever team
    Column("team", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("source", Text, nullable=False),  # the attempt or answer that was counted
    Index("ix_counted_batch", "team", "unit", "number"),
)

snapshots = Table(
    "snapshots",
    metadata,
    # What a team or an organisation sees until the next one. Of people there are only the names they chose to share by.
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("made", Moment, nullable=False),
    Column("figures", JSON, nullable=False),
)


def one_team_at_a_time() -> None:
    """Adds the index of memberships that last. Only migrations need it here, and naming a kind of database loads it."""
    name, now = "ix_memberships_now", text("left_at IS NULL")
    if name not in {index.name for index in memberships.indexes}:
        Index(name, memberships.c.learner, unique=True, sqlite_where=now, postgresql_where=now)
