"""Indexes in the order of each list, with its filters, so that a portion can be read alone."""

from alembic import op
from sqlalchemy import Column, Date, text

revision = "0035"
down_revision = "0034"

_NARROWING = ["status", "kind", "channel", "is_deleted"]


def upgrade() -> None:
    op.drop_index("ix_meetings_held_on", "meetings")
    op.create_index("ix_meetings_held_on", "meetings", ["held_on", "id", "office_id", *_NARROWING])
    op.drop_index("ix_meetings_office_held_on", "meetings")
    op.create_index(
        "ix_meetings_office_held_on", "meetings", ["office_id", "held_on", "id", *_NARROWING]
    )
    op.create_index(
        "ix_commitments_due_on",
        "commitments",
        ["due_on", "id", "status", "is_deleted", "office_id"],
    )
    op.add_column("points", Column("met_on", Date()))
    op.execute(
        "UPDATE points SET met_on = (SELECT held_on FROM meetings"
        " WHERE meetings.id = points.meeting_id AND NOT meetings.is_deleted)"
    )
    op.create_index(
        "ix_points_met_on",
        "points",
        ["met_on", "meeting_id", "position", "is_deleted", "state", "kind", "topic", "office_id"],
    )
    op.drop_index("ix_points_unanswered", "points")
    op.create_index(
        "ix_points_unanswered",
        "points",
        ["met_on", "meeting_id", "position"],
        sqlite_where=text("state = 'received' AND is_deleted = 0"),
    )
    op.create_index("ix_referrals_answered_on", "referrals", ["answered_on", "sent_on", "id"])
