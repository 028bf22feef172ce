"""Why a question got no answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add why a question got no answer."""
    op.add_column("questions", sa.Column("reason", sa.String(30)))
