"""Hand-outs: the sheets about earlier sessions that partners were given."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "hand_outs",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
        Column("partner_id", Integer(), ForeignKey("partners.id"), nullable=False),
        Column("first_on", Date(), nullable=False),
        Column("last_on", Date(), nullable=False),
        Column("last_session_on", Date(), nullable=False),
        Column("fingerprint", String(64), nullable=False),
        Column("issued_at", String(20), nullable=False),
    )
    op.create_index("ix_hand_outs_office_id", "hand_outs", ["office_id"])
    op.create_index("ix_hand_outs_partner_id", "hand_outs", ["partner_id"])
