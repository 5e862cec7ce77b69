"""The reported state of a writer's access log: its length, and the hash over it."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.add_column("bundles", Column("audit_count", Integer()))
    op.add_column("bundles", Column("audit_root", LargeBinary(32)))
