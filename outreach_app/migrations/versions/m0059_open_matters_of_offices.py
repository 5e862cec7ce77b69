"""Indexes of what is still open by office: lists of a few offices read no other rows."""

from alembic import op
from sqlalchemy import text

revision = "0059"
down_revision = "0058"

_OPEN = "status IN ('cst.open', 'cst.in_progress', 'cst.partly')"
_MADE = ("owner", "status", "is_deleted", "meeting_id", "point_id")
_SENT = ("destination", "meeting_id", "point_id", "is_deleted")


def upgrade() -> None:
    _index("commitments", "open_office", ["office_id", "due_on", "id", *_MADE], _OPEN)
    of_points = ["office_id", "met_on", "meeting_id", "position", "kind", "topic"]
    _index("points", "unanswered_office", of_points, "state = 'received' AND is_deleted = 0")
    of_referrals = ["office_id", "sent_on", "id", "answered_on", *_SENT]
    _index("referrals", "unanswered_office", of_referrals, "answered_on IS NULL AND is_deleted = 0")
    op.drop_index("ix_referrals_answered_on", "referrals")
    every = ["answered_on", "sent_on", "id", "office_id", *_SENT]
    op.create_index("ix_referrals_answered_on", "referrals", every)


def _index(table: str, name: str, columns: list[str], of: str) -> None:
    op.create_index(
        f"ix_{table}_{name}",
        table,
        columns,
        sqlite_where=text(of),
        postgresql_where=text(of.replace("is_deleted = 0", "NOT is_deleted")),
    )
