"""The index of points without a reaction, with the filters of their list."""

from alembic import op
from sqlalchemy import text

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    op.drop_index("ix_points_unanswered", "points")
    op.create_index(
        "ix_points_unanswered",
        "points",
        ["met_on", "meeting_id", "position", "kind", "topic", "office_id"],
        sqlite_where=text("state = 'received' AND is_deleted = 0"),
    )
