"""Awareness actions: their audience, and the last day of one of several days."""

from alembic import op
from sqlalchemy import Column, Date, Integer

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    for name in ("establishments", "pupils", "beneficiaries", "associations"):
        op.add_column("meetings", Column(name, Integer()))
    op.add_column("meetings", Column("last_on", Date()))
