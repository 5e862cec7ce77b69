"""The certificates by which a card proves to be a further computer of its office."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("stations", sa.Column("certificates", sa.LargeBinary(), nullable=True))
