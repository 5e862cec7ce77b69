"""The next key that a station's card announces."""

from alembic import op
from sqlalchemy import Column, String

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("stations", Column("next_recipient", String(100)))
