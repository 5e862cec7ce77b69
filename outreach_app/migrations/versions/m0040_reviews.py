"""Reviews of headquarters, clarifications of precincts, and the review state of a meeting.

The state is a term of a meeting's search document, so all of them are indexed again, in the
background.
"""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String, Text

revision = "0040"
down_revision = "0039"

_MEETINGS = 0  # the kind of their documents
_NARROWING = ["status", "kind", "channel", "review", "is_deleted"]


def upgrade() -> None:
    _create("reviews", Column("verdict", String(12), nullable=False), "reviewed_on")
    _create("clarifications", Column("question", String(36), nullable=False), "clarified_on")
    op.add_column("meetings", Column("review", String(12), nullable=False, server_default=""))
    op.execute("UPDATE meetings SET review = 'received' WHERE status = 'held'")
    op.drop_index("ix_meetings_held_on", "meetings")
    op.create_index("ix_meetings_held_on", "meetings", ["held_on", "id", "office_id", *_NARROWING])
    op.drop_index("ix_meetings_office_held_on", "meetings")
    op.create_index(
        "ix_meetings_office_held_on", "meetings", ["office_id", "held_on", "id", *_NARROWING]
    )
    op.execute(
        "DELETE FROM search_meetings WHERE rowid IN"  # noqa: S608
        f" (SELECT row FROM search_documents WHERE kind = {_MEETINGS})"
    )
    op.execute(f"UPDATE search_documents SET row = NULL WHERE kind = {_MEETINGS}")  # noqa: S608


def _create(table: str, said: Column[str], day: str) -> None:
    is_free = table == "reviews"  # an acceptance has no words
    op.create_table(
        table,
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
        Column("meeting_id", Integer(), ForeignKey("meetings.id"), nullable=False),
        said,
        Column("text", Text(), nullable=is_free),
        Column("language", String(2), nullable=is_free),
        Column("translation", Text()),
        Column(day, Date(), nullable=False),
    )
    op.create_index(f"ix_{table}_office_id", table, ["office_id"])
    op.create_index(f"ix_{table}_meeting_id", table, ["meeting_id"])
