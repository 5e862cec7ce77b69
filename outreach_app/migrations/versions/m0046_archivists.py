"""The archivist's recipient, and the day on which each holder confirmed a purge."""

from alembic import op
from sqlalchemy import Column, LargeBinary, String

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    op.add_column("offices", Column("archivist", String(62)))
    op.create_table(
        "confirmations",
        Column("record", LargeBinary(16), primary_key=True),
        Column("holder", LargeBinary(16), primary_key=True),
        Column("said_at", String(20), nullable=False),
    )
