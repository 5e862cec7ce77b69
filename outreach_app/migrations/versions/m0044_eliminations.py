"""Retention terms, elimination lists, and redacted rows of the access log."""

from alembic import op
from sqlalchemy import Column, Date, ForeignKey, Integer, LargeBinary, String

revision = "0044"
down_revision = "0043"

_KEEP = "access_rows_keep_update"
_CUT = (
    "NEW.n = OLD.n AND NEW.at = OLD.at AND NEW.head = OLD.head AND NEW.act = 'cut'"
    " AND NEW.role = '' AND NEW.account IS NULL AND NEW.verb IS NULL AND NEW.record IS NULL"
    " AND NEW.count IS NULL"
)


def upgrade() -> None:
    op.add_column("offices", Column("terms", String(), nullable=False, server_default=""))
    op.create_table(
        "eliminations",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("proposed_at", String(20), nullable=False),
        Column("digest", String(64), nullable=False),
        Column("archived_at", String(20)),
        Column("archive_hash", String(64)),
        Column("destroyed_at", String(20)),
        Column("destroyed_count", Integer()),
        Column("agreement", String()),
        Column("account", String(20)),
        Column("second", String(20)),
    )
    op.create_table(
        "elimination_items",
        Column("id", Integer(), primary_key=True),
        Column("elimination_id", Integer(), ForeignKey("eliminations.id"), nullable=False),
        Column("kind", String(20), nullable=False),
        Column("entity", String(20), nullable=False),
        Column("key", String(60), nullable=False),
        Column("number", String(40), nullable=False),
        Column("code", String(20)),
        Column("day", Date(), nullable=False),
        Column("due_on", Date(), nullable=False),
        Column("count", Integer(), nullable=False),
        Column("state", String(64), nullable=False),
    )
    op.create_index("ix_elimination_items_elimination_id", "elimination_items", ["elimination_id"])
    op.execute(f"DROP TRIGGER {_KEEP}")
    op.execute(
        f"CREATE TRIGGER {_KEEP} BEFORE UPDATE ON access_rows WHEN NOT coalesce({_CUT}, 0)"
        " BEGIN SELECT RAISE(ABORT, 'rows of the access log stay'); END"
    )
