"""Totals of each office and month; opening the store counts them for the first time."""

from alembic import op
from sqlalchemy import Column, Integer, String

revision = "0052"
down_revision = "0051"


def upgrade() -> None:
    op.create_table(
        "month_totals",
        Column("month", String(7), primary_key=True),
        Column("total", String(12), primary_key=True),
        Column("office_id", Integer(), primary_key=True, autoincrement=False),
        Column("code", String(20), primary_key=True),
        Column("number", Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
