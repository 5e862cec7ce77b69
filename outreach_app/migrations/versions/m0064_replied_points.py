"""A point that headquarters replied to waits no more; opening the store counts totals again."""

from alembic import op

revision = "0064"
down_revision = "0063"


def upgrade() -> None:
    op.execute(
        "UPDATE points SET state = 'answered' WHERE state = 'received' AND EXISTS"
        " (SELECT 1 FROM replies WHERE replies.point_id = points.id AND NOT replies.is_deleted)"
    )
    op.execute("DELETE FROM month_totals")
