"""Indexes of what was sorted or read whole; totals, which the opening counts again."""

from alembic import op
from sqlalchemy import text

revision = "0057"
down_revision = "0056"

_NARROWING = ("office_id", "status", "kind", "channel", "review", "is_deleted")
_REACHED = ("establishments", "pupils", "beneficiaries", "headcount", "associations")
_KINDS = "kind IN ('mt.awareness', 'mt.school', 'mt.openday')"


def upgrade() -> None:
    for own, other in (("subject_ar", "subject_fr"), ("subject_fr", "subject_ar")):
        subject = text(f"lower(coalesce({own}, {other}, ''))")
        newest = (text("held_on DESC"), text("id DESC"))
        op.create_index(f"ix_meetings_{own}", "meetings", [subject, *newest, *_NARROWING])
    op.create_index(
        "ix_meetings_awareness",
        "meetings",
        ["held_on", "id", "office_id", "kind", "status", "is_deleted", *_REACHED],
        sqlite_where=text(f"status = 'held' AND is_deleted = 0 AND {_KINDS}"),
        postgresql_where=text(f"status = 'held' AND NOT is_deleted AND {_KINDS}"),
    )
    op.execute("DELETE FROM month_totals")
