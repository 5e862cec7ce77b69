"""Meetings and their follow-up, and the search index."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Text,
    Time,
    text,
)

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _meetings()
    _issues()
    _points()
    _attendances()
    _commitments()
    _referrals()
    _search_index()


def _owned_record() -> tuple[Column[int], Column[bytes], Column[str], Column[bool], Column[int]]:
    return (
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
    )


def _meetings() -> None:
    op.create_table(
        "meetings",
        *_owned_record(),
        Column("reference", String()),
        Column("number_year", Integer()),
        Column("number_sequence", Integer()),
        Column("number_station", String(2)),
        Column("status", String(20), nullable=False),
        Column("status_reason", Text()),
        Column("held_on", Date(), nullable=False),
        Column("starts_at", Time()),
        Column("ends_at", Time()),
        Column("kind", String(20), nullable=False),
        Column("channel", String(20), nullable=False),
        Column("place_ar", String()),
        Column("place_fr", String()),
        Column("subject_ar", String()),
        Column("subject_fr", String()),
        Column("headcount", Integer()),
        Column("women", Integer()),
        Column("bodies", Integer()),
        Column("kinds_present", String(), nullable=False),
        Column("assessment", Text()),
        Column("assessment_language", String(2)),
        Column("assessment_translation", Text()),
        Column("source", String()),
        Column("sensitive_reason", String()),
        Column("follows_id", Integer(), ForeignKey("meetings.id")),
    )
    op.create_index("ix_meetings_follows_id", "meetings", ["follows_id"])
    op.create_index("ix_meetings_held_on", "meetings", ["held_on", "id"])
    op.create_index("ix_meetings_office_held_on", "meetings", ["office_id", "held_on", "id"])
    op.create_index("ix_meetings_office_id", "meetings", ["office_id"])
    op.create_index("ix_meetings_reference", "meetings", ["reference"])


def _issues() -> None:
    op.create_table(
        "issues",
        *_owned_record(),
        Column("meeting_id", Integer(), ForeignKey("meetings.id"), nullable=False),
        Column("edition", Integer(), nullable=False),
        Column("fingerprint", String(64), nullable=False),
        Column("issued_at", String(20), nullable=False),
    )
    op.create_index("ix_issues_meeting_id", "issues", ["meeting_id"])
    op.create_index("ix_issues_office_id", "issues", ["office_id"])


def _points() -> None:
    op.create_table(
        "points",
        *_owned_record(),
        Column("meeting_id", Integer(), ForeignKey("meetings.id"), nullable=False),
        Column("position", Integer(), nullable=False),
        Column("kind", String(20), nullable=False),
        Column("topic", String(20), nullable=False),
        Column("text", Text()),
        Column("language", String(2)),
        Column("translation", Text()),
        Column("phrase", String(20)),
        Column("reaction", String(20)),
        Column("reply", Text()),
        Column("reply_language", String(2)),
        Column("given_on", Date()),
        Column("given_to", String()),
        Column("given_how", String()),
        Column("closed_on", Date()),
        Column("state", String(12), nullable=False),
    )
    op.create_index("ix_points_meeting_id", "points", ["meeting_id"])
    op.create_index("ix_points_office_id", "points", ["office_id"])
    op.create_index("ix_points_topic", "points", ["topic", "meeting_id"])
    op.create_index(
        "ix_points_unanswered", "points", ["meeting_id"], sqlite_where=text("state = 'received'")
    )


def _attendances() -> None:
    op.create_table(
        "attendances",
        *_owned_record(),
        Column("meeting_id", Integer(), ForeignKey("meetings.id"), nullable=False),
        Column("partner_id", Integer(), ForeignKey("partners.id"), nullable=False),
        Column("person_id", Integer(), ForeignKey("people.id")),
        Column("is_present", Boolean(), nullable=False),
    )
    op.create_index("ix_attendances_meeting_id", "attendances", ["meeting_id"])
    op.create_index("ix_attendances_office_id", "attendances", ["office_id"])
    op.create_index("ix_attendances_partner_id", "attendances", ["partner_id"])
    op.create_index("ix_attendances_person_id", "attendances", ["person_id"])


def _commitments() -> None:
    op.create_table(
        "commitments",
        *_owned_record(),
        Column("meeting_id", Integer(), ForeignKey("meetings.id"), nullable=False),
        Column("point_id", Integer(), ForeignKey("points.id")),
        Column("position", Integer(), nullable=False),
        Column("text", Text(), nullable=False),
        Column("language", String(2), nullable=False),
        Column("translation", Text()),
        Column("owner", String(10), nullable=False),
        Column("due_on", Date()),
        Column("status", String(20), nullable=False),
        Column("status_reason", Text()),
    )
    op.create_index("ix_commitments_meeting_id", "commitments", ["meeting_id"])
    op.create_index("ix_commitments_office_id", "commitments", ["office_id"])
    op.create_index(
        "ix_commitments_open",
        "commitments",
        ["due_on"],
        sqlite_where=text("status IN ('cst.open', 'cst.in_progress', 'cst.partly')"),
    )
    op.create_index("ix_commitments_point_id", "commitments", ["point_id"])


def _referrals() -> None:
    op.create_table(
        "referrals",
        *_owned_record(),
        Column("meeting_id", Integer(), ForeignKey("meetings.id"), nullable=False),
        Column("point_id", Integer(), ForeignKey("points.id")),
        Column("position", Integer(), nullable=False),
        Column("destination", String(20), nullable=False),
        Column("topic", String(20), nullable=False),
        Column("sent_on", Date()),
        Column("answered_on", Date()),
        Column("answer", Text()),
        Column("answer_language", String(2)),
    )
    op.create_index("ix_referrals_meeting_id", "referrals", ["meeting_id"])
    op.create_index("ix_referrals_office_id", "referrals", ["office_id"])
    op.create_index("ix_referrals_point_id", "referrals", ["point_id"])


def _search_index() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(words, names, content='',"
        " contentless_delete=1, detail=full, prefix='2 3 4 5',"
        " tokenize=\"ascii tokenchars '='\")"
    )
