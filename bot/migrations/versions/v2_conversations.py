"""Conversations, choices and the updates taken, so that they survive a restart."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of what is remembered and of the updates taken."""
    op.create_table(
        "memory",
        sa.Column("drawer", sa.String(30), nullable=False),
        sa.Column("chat", sa.String(32), nullable=False),
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("expires", sa.Float),
        sa.PrimaryKeyConstraint("drawer", "chat", "key", name="pk_memory"),
    )
    op.create_table(
        "claims",
        sa.Column("update", sa.String(60), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("update", name="pk_claims"),
    )
    for column in ("chat", "key", "expires"):
        op.create_index(f"ix_memory_{column}", "memory", [column])
    op.create_index("ix_claims_at", "claims", ["at"])
