"""The phrases with which an office begins and ends its summaries."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    for name in ("opening_ar", "opening_fr", "closing_ar", "closing_fr"):
        op.add_column("offices", Column(name, Text()))
