"""The events that a renewal gave up, by which a mark of before it is known."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary

revision = "0056"
down_revision = "0055"


def upgrade() -> None:
    op.create_table(
        "given_up_events",
        Column("device", LargeBinary(16), primary_key=True),
        Column("seq", Integer(), primary_key=True),
        Column("head", LargeBinary(32), nullable=False),
    )
