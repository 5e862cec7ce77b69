"""The opening and closing phrases of an office's summaries."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    for name in ("opening_ar", "opening_fr", "closing_ar", "closing_fr"):
        op.add_column("offices", Column(name, Text()))
