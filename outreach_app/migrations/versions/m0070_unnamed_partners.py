"""Totals with the meetings whose partners have no name; the opening counts them again."""

from alembic import op

revision = "0070"
down_revision = "0069"


def upgrade() -> None:
    op.execute("DELETE FROM month_totals")
