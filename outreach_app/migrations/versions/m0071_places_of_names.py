"""Mentions with the place of the name in the text that was read."""

from alembic import op
from sqlalchemy import Column, String

revision = "0071"
down_revision = "0070"


def upgrade() -> None:
    op.add_column("mentions", Column("places", String(64)))
