"""The sections that an office leaves out of its summaries."""

from alembic import op
from sqlalchemy import Column, String

revision = "0048"
down_revision = "0047"


def upgrade() -> None:
    column = Column("omitted_sections", String(), nullable=False, server_default="")
    op.add_column("offices", column)
