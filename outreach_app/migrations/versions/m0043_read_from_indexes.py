"""Indexes that cover the counts of commitments, attendances and partners."""

from alembic import op
from sqlalchemy import text

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    op.drop_index("ix_commitments_open", "commitments")
    op.create_index(
        "ix_commitments_open",
        "commitments",
        [
            *("due_on", "id", "owner", "status", "is_deleted", "office_id"),
            *("meeting_id", "point_id"),
        ],
        sqlite_where=text("status IN ('cst.open', 'cst.in_progress', 'cst.partly')"),
    )
    op.drop_index("ix_commitments_meeting_id", "commitments")
    op.create_index(
        "ix_commitments_meeting", "commitments", ["meeting_id", "is_deleted", "status", "due_on"]
    )
    op.drop_index("ix_attendances_meeting_id", "attendances")
    op.create_index(
        "ix_attendances_meeting",
        "attendances",
        ["meeting_id", "is_deleted", "is_present", "partner_id"],
    )
    op.create_index("ix_partners_category", "partners", ["office_id", "category", "is_deleted"])
