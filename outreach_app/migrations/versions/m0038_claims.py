"""Claims: what people asked about their own data."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    op.create_table(
        "claims",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
        Column("number_year", Integer()),
        Column("number_sequence", Integer()),
        Column("number_station", String(8)),
        Column("kind", String(20), nullable=False),
        Column("received_on", Date(), nullable=False),
        Column("channel", String(20)),
        Column("person_id", Integer(), ForeignKey("people.id")),
        Column("partner_id", Integer(), ForeignKey("partners.id")),
        Column("identity_check", String(20), nullable=False),
        Column("due_on", Date(), nullable=False),
        Column("decision", String(20)),
        Column("answered_on", Date()),
        Column("erased_record", String(36)),
        Column("erased_on", Date()),
    )
    for column in ("office_id", "person_id", "partner_id"):
        op.create_index(f"ix_claims_{column}", "claims", [column])
    op.create_index("ix_claims_waiting", "claims", ["decision", "due_on"])
