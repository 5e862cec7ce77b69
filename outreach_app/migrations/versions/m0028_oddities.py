"""Records with invalid values, for a person to review."""

from alembic import op
from sqlalchemy import Column, LargeBinary, String

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "oddities",
        Column("record", LargeBinary(16), primary_key=True),
        Column("entity", String(20), nullable=False),
        Column("found_at", String(20), nullable=False),
        Column("seen_at", String(20)),
    )
