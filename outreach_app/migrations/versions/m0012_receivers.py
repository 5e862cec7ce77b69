"""The device that a file was written for, where it is of one station only."""

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("bundles", Column("receiver", LargeBinary(16)))
