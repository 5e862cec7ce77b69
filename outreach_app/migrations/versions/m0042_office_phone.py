"""The telephone by which partners reach an office."""

from alembic import op
from sqlalchemy import Column, String

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    op.add_column("offices", Column("phone", String()))
