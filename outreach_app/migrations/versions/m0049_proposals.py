"""Proposals of frequent points; the kind of adopted ones."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String, Text

revision = "0049"
down_revision = "0048"


def upgrade() -> None:
    op.create_table(
        "proposals",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
        Column("kind", String(20), nullable=False),
        Column("topic", String(20), nullable=False),
        Column("text", Text(), nullable=False),
        Column("language", String(2), nullable=False),
        Column("translation", Text()),
        Column("count", Integer(), nullable=False),
        Column("proposed_on", Date(), nullable=False),
    )
    op.create_index("ix_proposals_office_id", "proposals", ["office_id"])
    op.add_column("catalogue_entries", Column("kind", String(20)))
