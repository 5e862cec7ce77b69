"""The newest key file, kept in the store itself."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary

revision = "0051"
down_revision = "0050"


def upgrade() -> None:
    op.create_table(
        "kept_key_files",
        Column("id", Integer(), primary_key=True),
        Column("sealed", LargeBinary(), nullable=False),
    )
