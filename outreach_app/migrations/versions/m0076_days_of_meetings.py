"""How many days a meeting on an elimination list lasted, which says how it is called."""

from alembic import op
from sqlalchemy import Column, Integer

revision = "0076"
down_revision = "0075"


def upgrade() -> None:
    op.add_column(
        "elimination_items", Column("days", Integer(), nullable=False, server_default="1")
    )
