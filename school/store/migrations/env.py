"""What Alembic runs before the migrations: hands it our connection, in the transaction that is already open."""

from alembic import context

from school.store.tables import metadata
from school.store.team_tables import one_team_at_a_time

one_team_at_a_time()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # Alembic thinks SQLite cannot; with our own BEGIN it can
)
context.run_migrations()
