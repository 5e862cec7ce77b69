"""Points without a reaction are counted by kind; opening the store counts totals again."""

from alembic import op

revision = "0065"
down_revision = "0064"


def upgrade() -> None:
    op.execute("DELETE FROM month_totals")
