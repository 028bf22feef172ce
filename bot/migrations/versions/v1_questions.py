"""Questions, votes, and the texts that curators read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None
branch_labels = None
depends_on = None

_ROW = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of questions, votes and texts."""
    op.create_table(
        "questions",
        sa.Column("id", _ROW, autoincrement=False, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("chat", sa.String(32), nullable=False),
        sa.Column("person", sa.String(32)),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("card", sa.String(120)),
        sa.Column("place", sa.String(120)),
        sa.Column("contact", sa.String(120)),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("milliseconds", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    op.create_table(
        "votes",
        sa.Column("question", _ROW, nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("up", sa.Boolean, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("question", "person", name="pk_votes"),
        sa.ForeignKeyConstraint(["question"], ["questions.id"], name="fk_votes_question", ondelete="CASCADE"),
    )
    op.create_table(
        "unanswered",
        sa.Column("id", _ROW, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unanswered"),
    )
    op.create_table(
        "remarks",
        sa.Column("id", _ROW, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("language", sa.String(2)),
        sa.Column("status", sa.String(30)),
        sa.Column("card", sa.String(120)),
        sa.Column("place", sa.String(120)),
        sa.Column("contact", sa.String(120)),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_remarks"),
    )
    for table, columns in {"questions": ("at", "chat", "person"), "votes": ("person",)}.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])
    for table in ("unanswered", "remarks"):
        op.create_index(f"ix_{table}_day", table, ["day"])
