"""Readings of publications and of official accounts."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Time,
)

revision = "0032"
down_revision = "0031"

_COUNTS = ("views", "reactions", "comments", "shares", "interactions", "followers")


def upgrade() -> None:
    op.create_table(
        "readings",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
        Column("publication_id", Integer(), ForeignKey("publications.id")),
        Column("account", String(20)),
        Column("read_on", Date(), nullable=False),
        Column("read_at", Time()),
        Column("source", String(20)),
        *(Column(name, Integer()) for name in _COUNTS),
        Column("is_at_least", Boolean(), nullable=False),
    )
    op.create_index("ix_readings_office_id", "readings", ["office_id"])
    op.create_index("ix_readings_publication_id", "readings", ["publication_id", "read_on"])
    op.create_index("ix_readings_account", "readings", ["account", "read_on"])
