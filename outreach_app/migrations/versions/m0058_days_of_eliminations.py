"""The day of the agreement to a list, and of the first of the rows that one item has."""

from alembic import op
from sqlalchemy import Column, Date

revision = "0058"
down_revision = "0057"


def upgrade() -> None:
    op.add_column("eliminations", Column("agreed_on", Date))
    op.add_column("elimination_items", Column("first_on", Date))
