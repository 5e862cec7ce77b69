"""Saved filters, by list and name."""

from alembic import op
from sqlalchemy import Column, LargeBinary, String

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "saved_filters",
        Column("list_key", String(40), primary_key=True),
        Column("name", String(60), primary_key=True),
        Column("content", LargeBinary(), nullable=False),
    )
