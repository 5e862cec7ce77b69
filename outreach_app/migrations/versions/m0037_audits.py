"""What a file tells of its writer's access log: how many rows, and the hash over them."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.add_column("bundles", Column("audit_count", Integer()))
    op.add_column("bundles", Column("audit_root", LargeBinary(32)))
