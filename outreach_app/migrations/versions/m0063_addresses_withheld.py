"""The address of a practice that is named after a person is withheld with the name."""

from alembic import op
from sqlalchemy import Column, String

revision = "0063"
down_revision = "0062"


def upgrade() -> None:
    op.add_column("identities", Column("place", String()))
