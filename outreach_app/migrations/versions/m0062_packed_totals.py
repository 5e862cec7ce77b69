"""Keep all totals of an office and month in one row; opening the store counts them again."""

from alembic import op
from sqlalchemy import Column, Integer, String, Text

revision = "0062"
down_revision = "0061"


def upgrade() -> None:
    op.drop_table("month_totals")
    op.create_table(
        "month_totals",
        Column("month", String(7), primary_key=True),
        Column("office_id", Integer(), primary_key=True, autoincrement=False),
        Column("numbers", Text(), nullable=False),
        sqlite_with_rowid=False,
    )
