"""An index that finds the last bundles of a device, instead of that of the devices."""

from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.drop_index("ix_bundles_device", "bundles")
    op.create_index(
        "ix_bundles_received", "bundles", ["device", "direction", "status", "created_at", "last"]
    )
