"""Indexes that find who has a telephone by its start."""

from alembic import op

revision = "0067"
down_revision = "0066"


def upgrade() -> None:
    for table in ("partners", "identities"):
        op.create_index(f"ix_{table}_phone", table, ["phone"])
