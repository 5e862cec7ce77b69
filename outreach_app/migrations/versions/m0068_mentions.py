"""Mentions: texts that still named a person when another computer's erasure arrived."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String

revision = "0068"
down_revision = "0067"


def upgrade() -> None:
    op.create_table(
        "mentions",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
        Column("erased_record", String(36), nullable=False),
        Column("text_record", String(36), nullable=False),
        Column("field", String(36), nullable=False),
        Column("seen", String(64), nullable=False),
    )
    op.create_index("ix_mentions_office_id", "mentions", ["office_id"])
    op.create_index("ix_mentions_erased_record", "mentions", ["erased_record"])
