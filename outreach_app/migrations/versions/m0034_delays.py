"""The days in which an office informs who is recorded, and answers what a person asks of it."""

from alembic import op
from sqlalchemy import Column, Integer

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    for name, days in (("inform_days", "30"), ("answer_days", "10")):
        op.add_column("offices", Column(name, Integer(), nullable=False, server_default=days))
