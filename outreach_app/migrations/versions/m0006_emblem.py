"""The emblem of the letterhead."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "emblems",
        Column("id", Integer(), primary_key=True),
        Column("content", LargeBinary(), nullable=False),
    )
