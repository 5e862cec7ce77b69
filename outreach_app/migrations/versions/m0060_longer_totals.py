"""Totals of quarters and years: the opening counts all totals again."""

from alembic import op

revision = "0060"
down_revision = "0059"


def upgrade() -> None:
    op.execute("DELETE FROM month_totals")
