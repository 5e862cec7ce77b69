"""Whether a station was enrolled by its card, or only vouched for."""

from alembic import op
from sqlalchemy import Boolean, Column, true

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    with op.batch_alter_table("stations") as stations:
        stations.add_column(Column("has_card", Boolean(), nullable=False, server_default=true()))
    op.execute("UPDATE stations SET has_card = vouched_by IS NULL")
    with op.batch_alter_table("stations") as stations:
        stations.alter_column("has_card", server_default=None)
