"""Why sensitive words in a partner's name or note are kept."""

from alembic import op
from sqlalchemy import Column, String

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("partners", Column("sensitive_reason", String()))
