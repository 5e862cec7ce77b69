"""Drafts of forms."""

from alembic import op
from sqlalchemy import Column, LargeBinary, String

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "drafts",
        Column("key", String(60), primary_key=True),
        Column("content", LargeBinary(), nullable=False),
        Column("saved_at", String(20), nullable=False),
    )
