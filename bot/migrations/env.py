"""What Alembic runs: the versions, over the connection that `bot.migrations.upgrade` opened."""

from __future__ import annotations

from alembic import context

from bot.records.journal_schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # SQLite too: the transaction is begun by hand
)
context.run_migrations()
