"""An office's time limits for informing people and for answering claims."""

from alembic import op
from sqlalchemy import Column, Integer

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    for name, days in (("inform_days", "30"), ("answer_days", "10")):
        op.add_column("offices", Column(name, Integer(), nullable=False, server_default=days))
