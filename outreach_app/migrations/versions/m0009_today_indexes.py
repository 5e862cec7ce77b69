"""Indexes that cover the day and the dashboard, so that the wide rows are not read."""

from alembic import op
from sqlalchemy import text

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.drop_index("ix_points_unanswered", "points")
    op.create_index(
        "ix_points_unanswered",
        "points",
        ["meeting_id", "position"],
        sqlite_where=text("state = 'received' AND is_deleted = 0"),
    )
    op.create_index(
        "ix_referrals_unanswered",
        "referrals",
        ["sent_on", "meeting_id"],
        sqlite_where=text("answered_on IS NULL AND is_deleted = 0"),
    )
    op.drop_index("ix_points_meeting_id", "points")
    op.create_index(
        "ix_points_meeting",
        "points",
        ["meeting_id", "is_deleted", "topic", "kind", "state", "given_on", "closed_on"],
    )
    op.drop_index("ix_attendances_partner_id", "attendances")
    op.create_index(
        "ix_attendances_partner",
        "attendances",
        ["partner_id", "is_deleted", "is_present", "meeting_id"],
    )
