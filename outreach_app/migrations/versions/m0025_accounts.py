"""Accounts: several people open one store, each with a role."""

from alembic import op
from sqlalchemy import Boolean, Column, Integer, LargeBinary, String

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.create_table(
        "accounts",
        Column("uid", LargeBinary(16), primary_key=True),
        Column("role", String(20), nullable=False),
        Column("number", Integer(), nullable=False),
        Column("must_change", Boolean(), nullable=False),
        Column("passphrase_at", String(20), nullable=False),
        Column("opened_at", String(20)),
    )
