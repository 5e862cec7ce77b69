"""The device whose key vouched for a station that came without a card."""

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("stations", Column("vouched_by", LargeBinary(16)))
