"""The signed ends of each device's log."""

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.add_column("devices", Column("signed_head", LargeBinary()))
