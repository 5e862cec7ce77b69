"""The register that a restored one replaced in its folder."""

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0055"
down_revision = "0054"


def upgrade() -> None:
    op.add_column("restorations", Column("replaced", LargeBinary(16)))
