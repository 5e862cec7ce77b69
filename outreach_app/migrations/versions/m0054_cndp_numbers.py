"""The number of an office's receipt or authorisation from the CNDP, printed on its notice."""

from alembic import op
from sqlalchemy import Column, String

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    op.add_column("offices", Column("cndp_number", String))
