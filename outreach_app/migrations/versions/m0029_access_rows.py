"""The access log, whose rows can be added but not changed or removed."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, String

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "access_rows",
        Column("n", Integer(), primary_key=True),
        Column("at", String(20), nullable=False),
        Column("account", LargeBinary(16)),
        Column("role", String(20), nullable=False),
        Column("act", String(20), nullable=False),
        Column("verb", String(40)),
        Column("record", LargeBinary(16)),
        Column("count", Integer()),
        Column("head", LargeBinary(32), nullable=False),
    )
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER access_rows_keep_{action.lower()} BEFORE {action} ON access_rows"
            " BEGIN SELECT RAISE(ABORT, 'rows of the access log stay'); END"
        )
