"""Translations of replies, of what was done to keep a commitment, and of answers."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.add_column("points", Column("reply_translation", Text()))
    op.add_column("commitments", Column("status_reason_translation", Text()))
    op.add_column("referrals", Column("answer_translation", Text()))
