"""The device for which a file was written, if that was one station only."""

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("bundles", Column("receiver", LargeBinary(16)))
