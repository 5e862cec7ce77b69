"""Logs carried for others: signed heads, holdings beyond gaps; restored stores."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, String

revision = "0022"
down_revision = "0021"

_UID = LargeBinary(16)


def upgrade() -> None:
    with op.batch_alter_table("devices") as devices:
        devices.drop_column("signed_head")
    op.create_table(
        "kept_heads",
        Column("device", _UID, primary_key=True),
        Column("last", Integer(), primary_key=True),
        Column("head", LargeBinary(32), nullable=False),
        Column("signature", LargeBinary(64), nullable=False),
    )
    with op.batch_alter_table("acknowledgements") as acknowledgements:
        acknowledgements.drop_column("head")
        acknowledgements.add_column(Column("extra", LargeBinary()))
        acknowledgements.add_column(Column("stubs", LargeBinary()))
        acknowledgements.add_column(
            Column("signed_last", Integer(), nullable=False, server_default="0")
        )
    with op.batch_alter_table("acknowledgements") as acknowledgements:
        acknowledgements.alter_column("signed_last", server_default=None)
    with op.batch_alter_table("bundles") as bundles:
        bundles.add_column(Column("carrier", _UID))
    op.create_table(
        "restorations",
        Column("device", _UID, primary_key=True),
        Column("as_of", String(20), nullable=False),
    )
