"""The figures that a public report prints: its next version is compared with them."""

from alembic import op
from sqlalchemy import Column, String

revision = "0073"
down_revision = "0072"


def upgrade() -> None:
    op.add_column("issues", Column("figures", String(), nullable=False, server_default=""))
