"""One register of issues, for every kind of document."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.drop_table("hand_outs")
    op.drop_table("issues")
    op.create_table(
        "issues",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
        Column("kind", String(20), nullable=False),
        Column("number_year", Integer(), nullable=False),
        Column("number_sequence", Integer(), nullable=False),
        Column("number_station", String(8), nullable=False),
        Column("edition", Integer(), nullable=False),
        Column("meeting_id", Integer(), ForeignKey("meetings.id")),
        Column("partner_id", Integer(), ForeignKey("partners.id")),
        Column("first_on", Date()),
        Column("last_on", Date()),
        Column("last_session_on", Date()),
        Column("fingerprint", String(64), nullable=False),
        Column("code", String(20), nullable=False),
        Column("hashes", String(), nullable=False),
        Column("issued_at", String(20), nullable=False),
    )
    for column in ("office_id", "meeting_id", "partner_id"):
        op.create_index(f"ix_issues_{column}", "issues", [column])
    numbered = ["office_id", "kind", "number_year", "number_sequence"]
    op.create_index("ix_issues_number", "issues", numbered)
