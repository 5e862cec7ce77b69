"""Totals with the meetings whose participants were not counted; the opening counts them again."""

from alembic import op

revision = "0061"
down_revision = "0060"


def upgrade() -> None:
    op.execute("DELETE FROM month_totals")
