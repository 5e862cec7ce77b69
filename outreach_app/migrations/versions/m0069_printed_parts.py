"""The parts of a version of a document, as keyed hashes: its next version names what differs."""

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0069"
down_revision = "0068"


def upgrade() -> None:
    op.create_table(
        "printed_parts",
        Column("issue", LargeBinary(16), primary_key=True),
        Column("key", LargeBinary(), nullable=False),
        Column("hashes", LargeBinary(), nullable=False),
    )
