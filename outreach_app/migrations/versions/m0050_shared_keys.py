"""The key file of a register on a server, for every computer that opens it."""

from alembic import op

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE server_keys (content BYTEA NOT NULL)")
