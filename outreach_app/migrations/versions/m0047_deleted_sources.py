"""Indexes of the few deleted meetings and points."""

from alembic import op
from sqlalchemy import text

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    for table in ("meetings", "points"):
        is_deleted = text("is_deleted = 1")
        op.create_index(f"ix_{table}_deleted", table, ["id"], sqlite_where=is_deleted)
