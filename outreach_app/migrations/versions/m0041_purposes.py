"""The purpose of an office's register, and its two-person rule."""

from alembic import op
from sqlalchemy import Boolean, Column, Text

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    op.add_column(
        "offices",
        Column("asks_two_persons", Boolean(), nullable=False, server_default="0"),
    )
    for name in ("purpose_ar", "purpose_fr", "purpose_reason"):
        op.add_column("offices", Column(name, Text()))
