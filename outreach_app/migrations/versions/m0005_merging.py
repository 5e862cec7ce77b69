"""Merging: what a partner or a person was merged into, and pairs that are not the same."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for table in ("partners", "people"):
        with op.batch_alter_table(table) as records:
            link = ForeignKey(f"{table}.id", name=f"fk_{table}_merged_into_id")
            records.add_column(Column("merged_into_id", Integer(), link))
        op.create_index(f"ix_{table}_merged_into_id", table, ["merged_into_id"])
    op.create_table(
        "distinctions",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
        Column("first", String(36), nullable=False),
        Column("second", String(36), nullable=False),
    )
    op.create_index("ix_distinctions_office_id", "distinctions", ["office_id"])
