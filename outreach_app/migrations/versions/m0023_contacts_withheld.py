"""Contacts that reach one person are withheld: e-mail address, further contacts, note."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.add_column("identities", Column("others", Text()))
    op.add_column("identities", Column("note", Text()))
    op.drop_column("partners", "email")
    op.drop_column("partners", "note")
