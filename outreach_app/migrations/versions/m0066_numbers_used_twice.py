"""Indexes that find a remark's or a rumour's number used twice when a file comes in."""

from alembic import op
from sqlalchemy import text

revision = "0066"
down_revision = "0065"


def upgrade() -> None:
    numbered, columns = text("number_sequence IS NOT NULL"), ["number_sequence", "number_year"]
    op.create_index(
        "ix_points_number", "points", columns, sqlite_where=numbered, postgresql_where=numbered
    )
    op.create_index("ix_rumours_number", "rumours", columns)
